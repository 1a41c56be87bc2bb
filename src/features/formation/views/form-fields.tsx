import { formatTime } from '../../../views/format.ts';
import type { PageSave } from '../forms/form-content-repository.ts';
import type { FormChange } from '../forms/form-difference.ts';
import { ChangesTable } from './changes-table.tsx';

/** What somebody else saved while a person was typing, and how the two differ: before is what is saved, after what was typed. */
export interface PageConflict {
  readonly saved: PageSave;
  readonly differences: readonly FormChange[];
}

/** Stands first on a page that somebody else was faster to save. */
export function PageConflictNotice({ conflict }: { conflict: PageConflict }) {
  const { saved, differences } = conflict;
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">
          {saved.savedBy ?? 'Somebody else'} saved this page while you were writing
        </h2>
        <div className="nhsuk-error-summary__body">
          <p>
            It was on {formatTime(saved.savedAt)}. What you typed is not saved yet, and nothing is lost: it is in the
            form below. “Before” is what is saved now, “after” is yours. Bring the two together and save again.
          </p>
        </div>
      </div>
      <ChangesTable caption="Where the two differ" changes={differences} />
    </div>
  );
}

/** Who saved a page last. */
export function SavedBy({ save }: { save: PageSave | null }) {
  return save === null ? null : (
    <p className="ldr-saved-line">
      Last saved {save.savedBy === null ? '' : `by ${save.savedBy} `}on {formatTime(save.savedAt)}.
    </p>
  );
}

/** The form and document a step is about, sent along with it. */
export function OnPageFields({ number, digest }: { number: number; digest: string | null }) {
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="digest" value={digest ?? ''} />
    </>
  );
}
