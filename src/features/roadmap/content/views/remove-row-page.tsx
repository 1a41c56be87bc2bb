import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { PlainText } from '../../../../views/text/plain-text.tsx';
import type { SaveStamp } from '../../drafts/save-repository.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { VersionPlace } from '../../roadmap-place.ts';
import { SavedLine } from '../../views/saved-line.tsx';

interface RemoveRowPageProps {
  readonly place: VersionPlace;
  readonly question: string;
  /** The list, for who does not want it removed. */
  readonly back: string;
  readonly wording: readonly Wording[];
  readonly stamp: SaveStamp;
  /** True when somebody changed it after the page was opened. */
  readonly isChanged: boolean;
}

/** Asks once more before a row leaves its list. */
export function RemoveRowPage(props: RemoveRowPageProps) {
  const { place, question, back, wording, stamp, isChanged } = props;
  return (
    <>
      <h1>{question}</h1>
      {isChanged && (
        <div className="nhsuk-inset-text" role="alert">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>It was changed after you opened this page, and nothing was removed. Look at it again before you decide.</p>
        </div>
      )}
      <SummaryList rows={wording.map(({ label, text }) => ({ key: label, value: <PlainText text={text} /> }))} />
      <SavedLine slug={place.footprint.slug} stamp={stamp} />
      <p>What it said stays in the history of this version.</p>
      <Form>
        <input type="hidden" name="version" value={place.version.number} />
        <input type="hidden" name="revision" value={stamp.revision} />
        <div className="nhsuk-button-group">
          <SubmitButton warning>Remove it</SubmitButton>
          <a href={back}>Keep it</a>
        </div>
      </Form>
    </>
  );
}
