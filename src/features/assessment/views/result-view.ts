import { rounded } from '../../../platform/rounding.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import type { AssessedWords, Instrument, ProgrammePack, ScoreScale } from '../../programme/index.ts';
import {
  type Benchmark,
  type ComparedScore,
  classInWords,
  classSentence,
  type Distribution,
  FEWEST_ANSWERS_SHOWN,
  overviewOfResult,
  type ResultOverview,
} from '../../scoring/index.ts';
import { type Basis, type ShownSumRow, sumRows } from './sum-rows.ts';

export interface ResultRow {
  readonly id: string;
  readonly label: string;
  readonly score: string;
  readonly basis: string;
  readonly national: string;
  readonly careSetting: string;
}

/** What an organisation's result prints, in working pages and in public. */
export interface ResultView {
  readonly organisation: string;
  /** Begins the ids of its figures, of which a page may hold several results. */
  readonly idPrefix: string;
  readonly overview: ResultOverview;
  /** Short sentences: what stands out. */
  readonly highlights: readonly string[];
  /** The same with the overall score first, for whoever does not see the pictures. */
  readonly description: string;
  /** Begins the line under each figure: what it shows, of how many answers, from which source. */
  readonly note: string;
  readonly scale: ScoreScale;
  /** How far the scores are borne out, and how they are made. */
  readonly method: string;
  readonly rows: readonly ResultRow[];
  /** How the scores add up, as far down as the reader may see, in the order of the pages. */
  readonly sums: readonly ShownSumRow[];
  /** Whom the band and tick are of, such as `239 providers`; null where there are too few to compare with. */
  readonly nationalOf: string | null;
  readonly careSettingLabel: string;
  readonly careSettingOf: string | null;
  /** Why sections are missing; null where none is. */
  readonly withheldNote: string | null;
}

export interface ResultToShow extends Basis {
  readonly organisation: string;
  /** Null before submission. */
  readonly submittedAt: Date | null;
}

export function resultView(
  pack: ProgrammePack,
  instrument: Instrument,
  result: ResultToShow,
  benchmarks: readonly Benchmark[],
): ResultView {
  const overview = overviewOfResult(instrument, result.scores, benchmarks, result.withheld);
  const { overall, themes } = overview;
  const label = careSettingName(pack, result.careSetting);
  const { scale } = instrument.scoring;
  const highlights = highlightsOf(overview, scale);
  const parts = [overall, ...themes.flatMap((theme) => [theme, ...theme.sections])];
  return {
    organisation: result.organisation,
    idPrefix: instrument.returns === 'per-setting' ? `result-${result.careSetting}` : 'result',
    overview,
    highlights,
    description: [overallInWords(overall, scale), ...highlights].join(' '),
    note: noteOf(result, overall, scale),
    scale,
    method: [classSentence(overall), `Method: ${instrument.scoring.label}`].filter((words) => words !== null).join(' '),
    rows: parts.map((part) => rowOf(part, scale)),
    sums: sumRows(instrument, result),
    nationalOf: overall.national === null ? null : counted(overall.national.n, instrument, pack.assessed),
    careSettingLabel: label,
    careSettingOf:
      overall.careSetting === null ? null : countOf(overall.careSetting.n, pack.assessed.one, pack.assessed.many),
    withheldNote: result.withheld.size === 0 ? null : withheldInWords(result.withheld.size),
  };
}

/** Over all care settings an organisation counts as often as it is assessed. */
function counted(count: number, { returns }: Instrument, { one, many }: AssessedWords): string {
  return returns === 'per-setting' ? countOf(count, 'assessment') : countOf(count, one, many);
}

function withheldInWords(count: number): string {
  const shown = count === 1 ? '1 section is' : `${count} sections are`;
  return `${shown} not shown: with fewer than ${FEWEST_ANSWERS_SHOWN} answers in a section, its score would tell single answers.`;
}

export function careSettingName(pack: Pick<ProgrammePack, 'careSettings'>, careSetting: string): string {
  return pack.careSettings.find(({ id }) => id === careSetting)?.label ?? careSetting;
}

/** A score as printed; words where there is none. */
export function scoreInWords(score: number | null, { decimals }: Pick<ScoreScale, 'decimals'>): string {
  return score === null ? 'No score' : rounded(score, decimals).toFixed(decimals);
}

function highlightsOf({ highlights }: ResultOverview, scale: ScoreScale): string[] {
  const { strongest, weakest, alsoStrongest, alsoWeakest, aboveMedian, belowMedian, compared } = highlights;
  const level = compared - aboveMedian - belowMedian;
  const equal = level === 0 ? '' : `, equal to it in ${level}`;
  return [
    ...(compared === 0
      ? []
      : [
          `Above the national median in ${aboveMedian} of ${countOf(compared, 'section')}, below it in ${belowMedian === 0 ? 'none' : belowMedian}${equal}.`,
        ]),
    ...(strongest.length === 0 ? [] : [`Highest: ${sectionsInWords(strongest, alsoStrongest, scale)}.`]),
    ...(weakest.length === 0 ? [] : [`Lowest: ${sectionsInWords(weakest, alsoWeakest, scale)}.`]),
  ];
}

function overallInWords({ score, national }: ComparedScore, scale: ScoreScale): string {
  const median = national === null ? '' : `; the national median is ${scoreInWords(national.median, scale)}`;
  return `Overall ${scoreInWords(score, scale)}${median}.`;
}

function sectionsInWords(sections: readonly ComparedScore[], also: number, scale: ScoreScale): string {
  const named = sections.map(({ label, score }) => `${label.replace(/^\d+\. /, '')} (${scoreInWords(score, scale)})`);
  const last = scoreInWords(sections.at(-1)?.score ?? null, scale);
  return listInWords(also === 0 ? named : [...named, `${also} more at ${last}`]);
}

function noteOf({ submittedAt }: ResultToShow, overall: ComparedScore, { least, most }: ScoreScale): string {
  const when = submittedAt === null ? 'not yet submitted' : `submitted on ${formatDate(submittedAt)}`;
  return `Scores from ${least} to ${most}, ${when}. ${countsInWords(overall)}. Source: the organisation’s own assessment.`;
}

function basisInWords(score: ComparedScore): string {
  return [countsInWords(score), classInWords(score)].filter((words) => words !== '').join('; ');
}

function countsInWords({ answered, applicable, notApplicable, missing }: ComparedScore): string {
  const words = `${answered} of ${countOf(applicable, 'question')} answered`;
  const left = notApplicable === 0 ? '' : `, ${notApplicable} not applicable`;
  return `${words}${left}, ${missing === 0 ? 'none' : missing} missing`;
}

function rowOf(score: ComparedScore, scale: ScoreScale): ResultRow {
  return {
    id: score.id,
    label: score.label,
    score: scoreInWords(score.score, scale),
    basis: basisInWords(score),
    national: spreadInWords(score.national, scale),
    careSetting: spreadInWords(score.careSetting, scale),
  };
}

function spreadInWords(spread: Distribution | null, scale: ScoreScale): string {
  if (spread === null) {
    return 'Too few to compare';
  }
  const [q1, median, q3] = [spread.q1, spread.median, spread.q3].map((value) => scoreInWords(value, scale));
  return `${median} (${q1} to ${q3})`;
}
