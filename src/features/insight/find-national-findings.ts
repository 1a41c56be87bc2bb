import { rounded } from '../../platform/rounding.ts';
import { inSentence, listInWords, sentenceStart } from '../../views/format.ts';
import type { AssessedWords, ScoreScale } from '../programme/index.ts';
import {
  type AssessedProvider,
  type Group,
  type GroupSpread,
  groupProviders,
  overallMeasure,
  sectionMeasure,
  spreadOf,
  spreadsBy,
  spreadsOf,
  themeMeasure,
} from './national-statistics.ts';

/** Something the scores show, in words a reader can repeat, with the spreads that show it. */
export interface NationalFinding {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly GroupSpread[];
}

export interface NationalFindingsInput {
  readonly providers: readonly AssessedProvider[];
  readonly themes: readonly Group[];
  readonly sections: readonly Group[];
  readonly careSettings: readonly Group[];
  readonly regions: readonly Group[];
  /** How scores are printed, and therefore compared. */
  readonly scale: Pick<ScoreScale, 'decimals'>;
  /** What those are called who assess themselves. */
  readonly words: AssessedWords;
}

/** Sections shown from each end of their order. */
const sectionsFromEachEnd = 3;

/**
 * The few things worth saying of a round first. Every one is computed from medians of groups large enough to have one, as they are
 * printed; one whose data is missing is left out rather than hedged.
 */
export function findNationalFindings(input: NationalFindingsInput): NationalFinding[] {
  return [themesFinding(input), sectionsFinding(input), careSettingsFinding(input), regionsFinding(input)].filter(
    (finding) => finding !== null,
  );
}

function themesFinding({
  providers,
  themes,
  scale,
  words: { one, many },
}: NationalFindingsInput): NationalFinding | null {
  const rows = themes.map((theme) => spreadOf(theme, providers, themeMeasure(theme.id)));
  const ends = endsOf(rows, scale);
  if (ends === null) {
    return null;
  }
  const { lowest, highest } = ends;
  const gap = printed(highest.median - lowest.median, scale);
  const [most, least] = [inWords(highest.median, scale), inWords(lowest.median, scale)];
  return {
    id: 'themes',
    heading:
      gap === 0
        ? 'The themes are level'
        : `${sentenceStart(many)} are furthest on in ${inSentence(highest.label)}, least in ${inSentence(lowest.label)}`,
    text:
      gap === 0
        ? `Half of all ${many} score ${most} or more in every theme.`
        : `Half of all ${many} score ${most} or more for ${inSentence(highest.label)}. For ${inSentence(lowest.label)} the middle ${one} scores ${least}: ${points(gap, scale)} less.`,
    rows,
  };
}

function sectionsFinding({ providers, sections, scale }: NationalFindingsInput): NationalFinding | null {
  const rows = sections
    .map((section) => spreadOf(section, providers, sectionMeasure(section.id)))
    .filter((row) => row.spread !== null)
    .sort((a, b) => (a.spread?.median ?? 0) - (b.spread?.median ?? 0));
  if (rows.length < 2 * sectionsFromEachEnd) {
    return null;
  }
  const last = rows.slice(0, sectionsFromEachEnd);
  const first = rows.slice(-sectionsFromEachEnd);
  const [weakest] = last;
  return {
    id: 'sections',
    heading: `${weakest?.label ?? ''} has furthest to go`,
    text: `Of ${rows.length} sections, the lowest medians are those of ${mediansInWords(last, scale)}. The highest are those of ${mediansInWords(first.toReversed(), scale)}.`,
    rows: [...last, ...first],
  };
}

function careSettingsFinding({
  providers,
  sections,
  careSettings,
  scale,
  words,
}: NationalFindingsInput): NationalFinding | null {
  const grouped = groupProviders(careSettings, providers, ({ careSetting }) => careSetting);
  const candidates = sections.flatMap((section) => {
    const rows = spreadsOf(grouped, sectionMeasure(section.id));
    const ends = endsOf(rows, scale);
    return ends === null
      ? []
      : [{ section, rows, ...ends, gap: printed(ends.highest.median - ends.lowest.median, scale) }];
  });
  const widest = candidates.reduce<(typeof candidates)[number] | null>(
    (best, candidate) => (best === null || candidate.gap > best.gap ? candidate : best),
    null,
  );
  if (widest === null || widest.gap === 0) {
    return null;
  }
  const { section, highest, lowest, rows } = widest;
  return {
    id: 'care-settings',
    heading: `Care settings differ most in ${inSentence(section.label)}`,
    text: `The median is ${inWords(highest.median, scale)} in ${inSentence(highest.label)} and ${inWords(lowest.median, scale)} in ${inSentence(lowest.label)}. Compare ${words.many} of one setting with each other.`,
    rows,
  };
}

function regionsFinding({ providers, regions, scale, words: { many } }: NationalFindingsInput): NationalFinding | null {
  const rows = spreadsBy(regions, providers, ({ regionCode }) => regionCode, overallMeasure);
  const ends = endsOf(rows, scale);
  const national = spreadOf({ id: 'all', label: `All ${many}` }, providers, overallMeasure);
  if (ends === null || national.spread === null) {
    return null;
  }
  const between = printed(ends.highest.median - ends.lowest.median, scale);
  const within = printed(printed(national.spread.q3, scale) - printed(national.spread.q1, scale), scale);
  return {
    id: 'regions',
    heading:
      between < within
        ? `${sentenceStart(many)} differ more than regions do`
        : `Regions differ as much as the ${many} in them`,
    text: `The overall medians of the regions lie within ${points(between, scale)} of each other. The middle half of all ${many} is spread over ${points(within, scale)}.`,
    rows: [national, ...rows],
  };
}

type Printing = Pick<ScoreScale, 'decimals'>;

interface End {
  readonly label: string;
  /** As printed. */
  readonly median: number;
}

/** The rows with the lowest and the highest median; null where fewer than two have one. */
function endsOf(rows: readonly GroupSpread[], scale: Printing): { lowest: End; highest: End } | null {
  const known = rows
    .flatMap(({ label, spread }) => (spread === null ? [] : { label, median: printed(spread.median, scale) }))
    .sort((a, b) => a.median - b.median);
  const [lowest] = known;
  const highest = known.at(-1);
  return lowest === undefined || highest === undefined || known.length < 2 ? null : { lowest, highest };
}

function printed(value: number, { decimals }: Printing): number {
  return rounded(value, decimals);
}

function inWords(value: number, scale: Printing): string {
  return printed(value, scale).toFixed(scale.decimals);
}

function mediansInWords(rows: readonly GroupSpread[], scale: Printing): string {
  return listInWords(rows.map(({ label, spread }) => `${inSentence(label)} (${inWords(spread?.median ?? 0, scale)})`));
}

function points(count: number, scale: Printing): string {
  return count === 1 ? '1 point' : `${inWords(count, scale)} points`;
}
