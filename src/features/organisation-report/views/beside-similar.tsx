import { ChartFigure, DistributionChart, type PlotScale } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { CheckboxesField } from '../../../views/forms/fields.tsx';
import { scoreInWords } from '../../assessment/index.ts';
import { smallestGroup } from '../../scoring/index.ts';
import type { BesideView, PartBeside, ReportView } from '../report-view.ts';

interface BesideSimilarProps {
  readonly view: ReportView;
  readonly action: string;
  readonly kept: Readonly<Record<string, string>>;
}

/** Every score with those of similar organisations, and what similar means, for the reader to change. */
export function BesideSimilar({ view, action, kept }: BesideSimilarProps) {
  const { beside } = view;
  return (
    <>
      <h2>Beside similar organisations</h2>
      {beside.kind === 'held-back' ? (
        <p>{beside.because}</p>
      ) : (
        <>
          <p>
            {beside.who}.{' '}
            {view.parts.every(({ spread }) => spread === null)
              ? `No spread is shown, as fewer than ${smallestGroup} of them have a public score. Tick fewer boxes to compare with more.`
              : `A spread is shown where ${smallestGroup} or more of them have a public score.`}
          </p>
          <Similarity beside={beside} action={action} kept={kept} />
        </>
      )}
      <Scores view={view} />
    </>
  );
}

type ShownBeside = Extract<BesideView, { readonly kind: 'shown' }>;

function Similarity({ beside, action, kept }: Pick<BesideSimilarProps, 'action' | 'kept'> & { beside: ShownBeside }) {
  return (
    <>
      <form method="get" action={action} className="ldr-filters ldr-report__similar">
        {Object.entries({ ...kept, adjusted: 'yes' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <CheckboxesField
          name="like"
          label="Who counts as similar?"
          hint={`Everybody whose result is public, where nothing is chosen. ${unknownInWords(beside.unknown)}`}
          choices={beside.choices}
          values={beside.chosen}
          small
          errors={[]}
        />
        <SubmitButton secondary>Compare with these</SubmitButton>
      </form>
      <Details summary={`Who they are: ${countOf(beside.names.length, 'result')}`}>
        <ul className="ldr-report__who">
          {beside.names.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function unknownInWords(unknown: readonly string[]): string {
  const none = 'The size of an organisation is not on record, so it cannot be chosen.';
  return unknown.length === 0 ? none : `${none} Nor is the ${unknown.join(' or the ')} of this one.`;
}

function Scores({ view }: { view: ReportView }) {
  const { result, parts, beside, organisation } = view;
  const { scale } = result;
  const plot: PlotScale = { least: scale.least, most: scale.most, format: (score) => scoreInWords(score, scale) };
  const title = `Scores of ${organisation} beside similar organisations`;
  const note =
    beside.kind === 'shown'
      ? `The diamond is ${organisation}, and the first number is its score. A line runs from the lowest score of ${beside.who} to the highest, a box is the middle half, a tick the median. Scores that are withheld from everybody are not counted.`
      : `The diamond is ${organisation}, and the number is its score.`;
  return (
    <ChartFigure
      note={note}
      table={
        <DataTable
          caption={title}
          captionIsHidden
          columns={[
            { heading: 'Part', cell: ({ label }: PartBeside) => label, isRowHeading: true },
            { heading: 'Score', cell: ({ score }) => scoreInWords(score, scale), numeric: true },
            { heading: 'Results', cell: ({ spread }) => spread?.n ?? `Fewer than ${smallestGroup}`, numeric: true },
            { heading: 'Median (middle half)', cell: ({ spread }) => spreadInWords(spread, plot), numeric: true },
          ]}
          rows={parts}
          rowKey={({ level, id }) => `${level} ${id}`}
        />
      }
    >
      <DistributionChart
        id="report-similar"
        title={title}
        description={[...result.highlights, beside.kind === 'shown' ? (beside.sentence ?? '') : beside.because].join(
          ' ',
        )}
        scale={plot}
        rows={parts.map((part) => ({
          id: `${part.level}-${part.id}`,
          label: part.label,
          n: part.spread?.n ?? 0,
          spread: part.spread,
          valueText: valueInWords(part, plot),
          marker: part.score === null ? null : { value: part.score, label: organisation },
        }))}
      />
    </ChartFigure>
  );
}

/** `52, median 45`: what the picture shows, in numbers. */
function valueInWords({ score, spread }: PartBeside, { format }: PlotScale): string {
  const own = score === null ? 'No score' : format(score);
  return spread === null ? own : `${own}, median ${format(spread.median)}`;
}

function spreadInWords(spread: PartBeside['spread'], { format }: Pick<PlotScale, 'format'>): string {
  return spread === null
    ? 'Too few to compare'
    : `${format(spread.median)} (${format(spread.q1)} to ${format(spread.q3)})`;
}
