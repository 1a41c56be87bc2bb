import { paths } from '../../../../paths.ts';
import { dayBefore } from '../../../../platform/days.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { listInWords } from '../../../../views/format.ts';
import { onDay } from '../../../directory/index.ts';
import { getRound, instrumentOfRound, type ProgrammePack } from '../../../programme/index.ts';
import { type ResultBefore, type RoundBefore, roundsBefore, type TakenOver } from '../../before/results-before.ts';
import { careSettingName, scoreInWords } from '../result-view.ts';

interface ResultsBeforeProps {
  readonly pack: ProgrammePack;
  /** Of the organisation that took over. */
  readonly name: string;
  readonly takenOver: readonly TakenOver[];
  readonly results: readonly ResultBefore[];
}

/** What those had submitted that an organisation took over from, as published; nothing where none had. */
export function ResultsBefore({ pack, name, takenOver, results }: ResultsBeforeProps) {
  return results.length === 0 ? null : (
    <section aria-labelledby="results-before">
      <h3 id="results-before">Before it took over</h3>
      <p>
        {name} took over from {listInWords([...new Set(results.map((each) => each.name))])}. Their results stand as they
        were submitted, and none of them is a result of {name}.
      </p>
      {roundsBefore(results).map((round) => (
        <RoundTable key={round.roundId} {...{ pack, takenOver, round }} />
      ))}
    </section>
  );
}

function RoundTable({
  pack,
  takenOver,
  round: { roundId, results, restated },
}: Pick<ResultsBeforeProps, 'pack' | 'takenOver'> & { readonly round: RoundBefore }) {
  const { scale } = instrumentOfRound(pack, roundId).scoring;
  return (
    <>
      <DataTable
        caption={`${getRound(pack, roundId).label}: overall scores`}
        rows={results}
        rowKey={({ code, careSetting }) => `${code} ${careSetting}`}
        columns={[
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: (each) => <a href={lastPage(each, takenOver)}>{each.name}</a>,
          },
          { heading: 'Care setting', cell: ({ careSetting }) => careSettingName(pack, careSetting) },
          { heading: 'Overall', numeric: true, cell: ({ overall }) => scoreInWords(overall, scale) },
        ]}
      />
      {restated !== null && (
        <p>
          Taken as one they come to <strong>{scoreInWords(restated, scale)}</strong>, the mean of theirs, each counted
          alike. It is worked out here and was not published.
        </p>
      )}
    </>
  );
}

/** The page of an organisation on the last day on which it was there. */
function lastPage({ code }: ResultBefore, takenOver: readonly TakenOver[]): string {
  const on = takenOver.find((each) => each.code === code)?.on;
  return on === undefined ? paths.organisation(code) : onDay(paths.organisation(code), dayBefore(on));
}
