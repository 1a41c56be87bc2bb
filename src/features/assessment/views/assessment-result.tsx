import {
  type Bar,
  BarChart,
  ChartFigure,
  DistributionChart,
  type PlotScale,
  SpreadKey,
} from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf } from '../../../views/format.ts';
import type { ComparedScore } from '../../scoring/index.ts';
import { type ResultRow, type ResultView, scoreInWords } from './result-view.ts';
import { decimalsOfSums } from './sum-rows.ts';

/** A result with its pictures: scores by theme and section beside those of others. Stands under a heading of level 2. */
export function AssessmentResult({ view }: { view: ResultView }) {
  const { overall, themes } = view.overview;
  const sections = themes.flatMap((theme) => theme.sections);
  return (
    <>
      <Numbers parts={[overall, ...themes]} scale={view.scale} />
      {view.highlights.length > 0 && (
        <ul>
          {view.highlights.map((highlight) => (
            <li key={highlight}>{highlight}</li>
          ))}
        </ul>
      )}
      <Figure
        view={view}
        id={`${view.idPrefix}-themes`}
        heading="Overall and by theme"
        note={`${view.note} ${view.method}`}
        parts={[overall, ...themes]}
      />
      <Sums view={view} />
      {sections.length > 0 && (
        <Figure
          view={view}
          id={`${view.idPrefix}-sections`}
          heading="By section"
          note={noteBelowFirst(view)}
          parts={sections}
        />
      )}
      {view.withheldNote !== null && <p className="ldr-figure-note">{view.withheldNote}</p>}
      {view.careSettingOf !== null && <AmongPeers view={view} parts={[overall, ...sections]} of={view.careSettingOf} />}
    </>
  );
}

function Numbers({ parts, scale }: { parts: readonly ComparedScore[]; scale: ResultView['scale'] }) {
  return (
    <ul className="ldr-numbers ldr-result-numbers">
      {parts.map((part) => (
        <li key={part.id}>
          <strong>{scoreInWords(part.score, scale)}</strong>{' '}
          <span>
            {part.label}
            {part.national !== null && (
              <span className="ldr-median">national median {scoreInWords(part.national.median, scale)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface FigureProps {
  readonly view: ResultView;
  readonly id: string;
  readonly heading: string;
  readonly note: string;
  readonly parts: readonly ComparedScore[];
}

function Figure({ view, id, heading, note, parts }: FigureProps) {
  const title = `Scores of ${view.organisation}, ${heading.toLowerCase()}`;
  return (
    <ChartFigure
      heading={heading}
      note={`${note} ${bandNote(view)}`}
      table={<ResultTable view={view} caption={title} parts={parts} />}
    >
      {view.nationalOf !== null && <SpreadKey of={`${view.nationalOf} nationally`} />}
      <BarChart id={id} title={title} description={view.description} bars={parts.map(barOf)} scale={plotScale(view)} />
    </ChartFigure>
  );
}

/** For whoever wants to check a score: sections are means of answers, and all above them adds up from here. */
function Sums({ view: { organisation, sums, scale } }: { view: ResultView }) {
  return (
    <Details summary="Show how the scores add up">
      <p>
        A section is the mean of its answers. Numbers are shown to {countOf(decimalsOfSums(scale), 'decimal place')}.
        The sums are made of unrounded ones.
      </p>
      <DataTable
        caption={`How the scores of ${organisation} add up`}
        captionIsHidden
        columns={[
          { heading: 'Score', cell: ({ label }) => label, isRowHeading: true },
          { heading: 'Sum', cell: ({ sum }) => sum },
        ]}
        rows={sums}
        rowKey={({ id }) => id}
      />
    </Details>
  );
}

/** Class and method take several sentences: they are said in full once, under the first figure. */
function noteBelowFirst({ note }: ResultView): string {
  return `${note} The method is under the first figure.`;
}

function bandNote({ nationalOf }: ResultView): string {
  return nationalOf === null
    ? 'Too few results of the round are public to compare with.'
    : `Band and tick: ${nationalOf} that have submitted in this round.`;
}

function plotScale({ scale }: ResultView): PlotScale {
  return { least: scale.least, most: scale.most, format: (score) => scoreInWords(score, scale) };
}

function barOf({ id, label, score, national }: ComparedScore): Bar {
  return { id, label, value: score, spread: national };
}

/** The same scores as marks on the spread of the organisations most like this one. */
function AmongPeers({ view, parts, of }: { view: ResultView; parts: readonly ComparedScore[]; of: string }) {
  const title = `${view.organisation} among ${of}: ${view.careSettingLabel}`;
  const note = `${noteBelowFirst(view)} Of ${of} in the same care setting: a line from the lowest score to the highest, a box for the middle half, a tick and a number for the median. The diamond is ${view.organisation}.`;
  return (
    <ChartFigure
      heading={`Among ${of} of the same kind: ${view.careSettingLabel}`}
      note={note}
      table={<ResultTable view={view} caption={title} parts={parts} />}
    >
      <DistributionChart
        id={`${view.idPrefix}-peers`}
        title={title}
        description={`For each section, how the scores of ${of} spread and where ${view.organisation} stands.`}
        scale={plotScale(view)}
        rows={parts.map(({ id, label, score, careSetting }) => ({
          id,
          label,
          n: careSetting?.n ?? 0,
          spread: careSetting,
          missing: 'Too few',
          marker: score === null ? null : { value: score, label: view.organisation },
        }))}
      />
    </ChartFigure>
  );
}

function ResultTable({ view, caption, parts }: { view: ResultView; caption: string; parts: readonly ComparedScore[] }) {
  const ids = new Set(parts.map(({ id }) => id));
  return (
    <DataTable
      caption={caption}
      captionIsHidden
      columns={[
        { heading: 'Part', cell: (row: ResultRow) => row.label, isRowHeading: true },
        { heading: 'Score', cell: (row) => row.score, numeric: true },
        { heading: 'Rests on', cell: (row) => row.basis },
        { heading: 'National median (middle half)', cell: (row) => row.national, numeric: true },
        { heading: 'Same care setting, median (middle half)', cell: (row) => row.careSetting, numeric: true },
      ]}
      rows={view.rows.filter(({ id }) => ids.has(id))}
      rowKey={(row) => row.id}
    />
  );
}
