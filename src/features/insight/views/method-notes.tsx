import { paths } from '../../../paths.ts';
import type { PlotScale } from '../../../views/charts/index.ts';
import { smallestGroup } from '../../scoring/index.ts';

interface MethodNotesProps {
  readonly scoringMethod: string;
  readonly provenance: string;
  readonly scale: PlotScale;
}

/** What a reader must know before quoting a number of this page. */
export function MethodNotes({ scoringMethod, provenance, scale }: MethodNotesProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ul>
          <li>{scoringMethod}</li>
          <li>
            Each counts once, whatever its size. Whoever has not submitted, or has no score in a section, is missing:
            that is never counted as zero.
          </li>
          <li>
            The median is the score of the one in the middle. The middle half lies between the quartiles, which are
            interpolated between ranks as spreadsheets and databases do (their “inclusive” method).
          </li>
          <li>
            A spread is drawn for groups of {smallestGroup} scores or more. This hides nobody, since each result is on a
            page of its own; it is because quartiles of fewer say nothing.
          </li>
          <li>
            Scores are shown in bands and never ranked. Answers are given by the organisations themselves, services
            differ, and a small difference means little.
          </li>
          <li>
            Scores run from {scale.least} to {scale.most}. They are computed at full precision and printed like{' '}
            {scale.format(scale.most)}.
          </li>
          <li>{provenance}</li>
        </ul>
        <p>
          The same numbers can be <a href={paths.data()}>downloaded and reused</a>.
        </p>
      </div>
    </div>
  );
}
