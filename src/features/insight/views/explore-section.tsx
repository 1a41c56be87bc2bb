import { paths } from '../../../paths.ts';
import { ChartFigure, Histogram, type PlotScale } from '../../../views/charts/index.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, sentenceStart } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { type Choice, SelectField } from '../../../views/forms/fields.tsx';
import type { AssessedWords } from '../../programme/index.ts';
import { type HistogramBin, smallestGroup } from '../../scoring/index.ts';
import type { GroupSpread } from '../national-statistics.ts';
import type { InsightQuery } from '../parse-insight-query.ts';
import { SpreadFigure } from './spread-figure.tsx';
import { StripKey } from './strip-key.tsx';

export interface ExploreModel {
  readonly query: InsightQuery;
  readonly careSettings: readonly Choice[];
  readonly regions: readonly Choice[];
  readonly scores: readonly Choice[];
  /** The chosen score, as it stands within a sentence. */
  readonly scoreLabel: string;
  /** What those are called who assess themselves. */
  readonly words: AssessedWords;
  /** Who is shown, in words: `all providers`, or `acute hospitals in London`. */
  readonly who: string;
  readonly expected: number;
  /** Whether each care setting of a provider is assessed by itself. */
  readonly isPerSetting: boolean;
  /** Of these the ones that are asked about what the score is of, and have none. */
  readonly missing: number;
  readonly bands: readonly HistogramBin[] | null;
  readonly themes: readonly { readonly id: string; readonly label: string; readonly rows: readonly GroupSpread[] }[];
  /** Null where the filter leaves one setting. */
  readonly byCareSetting: readonly GroupSpread[] | null;
  /** Null where the filter leaves one region. */
  readonly byRegion: readonly GroupSpread[] | null;
}

interface ExploreProps {
  readonly model: ExploreModel;
  readonly basis: string;
  readonly scale: PlotScale;
}

/** Distributions of the scores a reader chooses, for the providers a reader chooses. */
export function ExploreSection({ model, basis, scale }: ExploreProps) {
  return (
    <>
      <form
        className="ldr-filter"
        method="get"
        action={`${paths.insights()}#explore`}
        aria-label="Choose what to explore"
      >
        <SelectField
          name="care-setting"
          label="Care setting"
          placeholder="All settings"
          choices={model.careSettings}
          value={model.query.careSetting}
        />
        <SelectField
          name="region"
          label="Region"
          placeholder="All regions"
          choices={model.regions}
          value={model.query.region}
        />
        <SelectField name="score" label="Score" choices={model.scores} value={model.query.score} />
        <SubmitButton secondary>Show</SubmitButton>
      </form>
      <p>
        Showing <strong>{model.who}</strong>:{' '}
        {model.isPerSetting
          ? `${countOf(model.expected, 'assessment')} asked for. Whoever answers for several care settings is assessed in each, and counts as often.`
          : `${countOf(model.expected, model.words.one, model.words.many)} asked.`}
        {model.expected < smallestGroup && ` A spread needs at least ${smallestGroup} scores: choose a wider group.`}
      </p>
      <StripKey />
      <div className="ldr-pictures">
        <BandsFigure model={model} basis={basis} scale={scale} />
        {model.byCareSetting !== null && (
          <SpreadFigure
            id="explore-settings"
            heading="By care setting"
            title={`${model.scoreLabel} by care setting, ${model.who}`}
            rows={model.byCareSetting}
            basis={basis}
            scale={scale}
          />
        )}
        {model.byRegion !== null && (
          <SpreadFigure
            id="explore-regions"
            heading="By region"
            title={`${model.scoreLabel} by region, ${model.who}`}
            rows={model.byRegion}
            basis={basis}
            scale={scale}
          />
        )}
        {model.themes.filter(isDrawn).map((theme) => (
          <SpreadFigure
            key={theme.id}
            id={`explore-${theme.id}`}
            heading={theme.label}
            title={`${theme.label} and its sections, ${model.who}`}
            rows={theme.rows}
            basis={basis}
            scale={scale}
          />
        ))}
      </div>
    </>
  );
}

/** A figure in which every line is too few is no picture. */
function isDrawn({ rows }: ExploreModel['themes'][number]): boolean {
  return rows.some(({ spread }) => spread !== null);
}

function BandsFigure({ model, basis, scale }: ExploreProps) {
  const { bands } = model;
  if (bands === null) {
    return (
      <p className="ldr-empty">
        Fewer than {smallestGroup} of these {model.words.many} have this score, so it is not drawn.
      </p>
    );
  }
  const title = `${model.scoreLabel} in bands, ${model.who}`;
  const n = bands.reduce((sum, band) => sum + band.count, 0);
  const bandWords = ({ from, to }: HistogramBin) => (to === scale.most ? `${from} to ${to}` : `${from} to under ${to}`);
  return (
    <ChartFigure
      heading={`${model.scoreLabel} in bands`}
      note={`${title}: ${model.words.many} in each band; n ${n}, missing ${model.missing}. ${basis}`}
      table={
        <DataTable
          caption={title}
          rows={bands}
          rowKey={(band) => String(band.from)}
          columns={[
            { heading: 'Score', isRowHeading: true, cell: bandWords },
            { heading: sentenceStart(model.words.many), numeric: true, cell: (band) => band.count },
          ]}
        />
      }
    >
      <Histogram
        id="explore-bands"
        title={title}
        description={`${bands
          .filter(({ count }) => count > 0)
          .map((band) => `${bandWords(band)}: ${band.count}`)
          .join('; ')}.`}
        bins={bands}
        scale={scale}
      />
    </ChartFigure>
  );
}
