import { formatTime } from '../../../views/format.ts';
import { PlainText } from '../../../views/text/plain-text.tsx';
import type { DraftConflict } from '../drafts/draft-form.ts';
import { wordingDifferences } from '../drafts/wording.ts';

/** Stands first on a form that somebody else was faster to save: both texts, field by field where they differ. */
export function ConflictNotice({ conflict }: { conflict: DraftConflict }) {
  const { saved } = conflict;
  const differences = wordingDifferences(conflict.savedWording, conflict.typedWording);
  const who = saved.savedBy ?? 'Somebody else';
  const did = conflict.wasRemoved ? 'removed this' : 'saved this';
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">
          {who} {did} while you were writing
        </h2>
        <div className="nhsuk-error-summary__body">
          <p>
            It was on {formatTime(saved.savedAt)}. Your text is not saved yet, and nothing is lost. Compare the two,
            bring them together in the form below, and save again: what you save then replaces both.
          </p>
        </div>
      </div>
      {differences.map(({ label, saved: theirs, typed: yours }) => (
        <div key={label} className="ldr-two-texts">
          <h3 className="nhsuk-heading-s">{label}</h3>
          <div>
            <h4 className="nhsuk-heading-xs">Saved now</h4>
            <PlainText text={theirs} />
          </div>
          <div>
            <h4 className="nhsuk-heading-xs">Yours</h4>
            <PlainText text={yours} />
          </div>
        </div>
      ))}
    </div>
  );
}
