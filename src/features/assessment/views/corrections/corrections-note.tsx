import { DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import { formatDate } from '../../../../views/format.ts';
import type { Instrument } from '../../../programme/index.ts';
import { type CorrectedScore, correctedScores } from '../../../scoring/index.ts';
import type { ResultCorrected, SubmittedAssessment } from '../../scoring/score-repository.ts';
import { scoreInWords } from '../result-view.ts';

interface CorrectionsNoteProps {
  readonly instrument: Instrument;
  readonly result: Pick<SubmittedAssessment, 'scores' | 'corrected' | 'careSetting'>;
}

/** That a published result was corrected, the last time first: both, why, and what changed; nothing where it never was. */
export function CorrectionsNote({ instrument, result }: CorrectionsNoteProps) {
  const { scores, corrected, careSetting } = result;
  return corrected.map((before, index) => {
    const all = correctedScores(instrument, before.scores, corrected[index - 1]?.scores ?? scores);
    const inWords = (score: number | null) => scoreInWords(score, instrument.scoring.scale);
    const rows = all.map((each) => ({ ...each, before: inWords(each.before), after: inWords(each.after) }));
    const on = formatDate(before.correctedAt);
    return <CorrectionNote key={before.correctedAt.getTime()} {...{ before, rows }} name={`${careSetting} ${on}`} />;
  });
}

interface CorrectionNoteProps {
  readonly before: ResultCorrected;
  /** As printed, overall first. */
  readonly rows: readonly (Omit<CorrectedScore, 'before' | 'after'> & Record<'before' | 'after', string>)[];
  readonly name: string;
}

function CorrectionNote({ before: { correctedAt, submittedAt, reason }, rows, name }: CorrectionNoteProps) {
  const [overall] = rows;
  const changed = rows.filter(({ before, after }) => before !== after);
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Corrected on {formatDate(correctedAt)}.</strong>{' '}
        {overall === undefined || overall.before === overall.after
          ? `The overall score stays ${overall?.after}.`
          : `The overall score was ${overall.before} as submitted on ${formatDate(submittedAt)}. It is ${overall.after} now.`}
      </p>
      <p>Why it was corrected:</p>
      <p className="ldr-as-typed">{reason}</p>
      {changed.length === 0 ? (
        <p>No score that is shown here changed.</p>
      ) : (
        <Details summary="Scores before and after the correction">
          <DataTable
            caption={`Scores that changed (${name})`}
            columns={[
              { heading: 'Score', cell: ({ label }) => label, isRowHeading: true },
              { heading: 'Before', numeric: true, cell: ({ before }) => before },
              { heading: 'Corrected', numeric: true, cell: ({ after }) => after },
            ]}
            rows={changed}
            rowKey={({ level, key }) => `${level} ${key}`}
          />
        </Details>
      )}
    </div>
  );
}
