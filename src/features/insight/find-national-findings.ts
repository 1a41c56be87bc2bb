import { rounded } from '../../platform/rounding.ts';
import { inSentence, listInWords } from '../../views/format.ts';
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
}

/** Sections shown from each end of their order. */
const sectionsFromEachEnd = 3;

/**
 * The few things worth saying of a round first. Every one is computed from medians of groups large enough to have one, in
 * whole points as printed; one whose data is missing is left out rather than hedged.
 */
export function findNationalFindings(input: NationalFindingsInput): NationalFinding[] {
  return [themesFinding(input), sectionsFinding(input), careSettingsFinding(input), regionsFinding(input)].filter(
    (finding) => finding !== null,
  );
}

function themesFinding({ providers, themes }: NationalFindingsInput): NationalFinding | null {
  const rows = themes.map((theme) => spreadOf(theme, providers, themeMeasure(theme.id)));
  const ends = endsOf(rows);
  if (ends === null) {
    return null;
  }
  const { lowest, highest } = ends;
  const gap = highest.median - lowest.median;
  return {
    id: 'themes',
    heading:
      gap === 0
        ? 'The themes are level'
        : `Providers are furthest on in ${inSentence(highest.label)}, least in ${inSentence(lowest.label)}`,
    text:
      gap === 0
        ? `Half of all providers score ${highest.median} or more in every theme.`
        : `Half of all providers score ${highest.median} or more for ${inSentence(highest.label)}. For ${inSentence(lowest.label)} the middle provider scores ${lowest.median}: ${points(gap)} less.`,
    rows,
  };
}

function sectionsFinding({ providers, sections }: NationalFindingsInput): NationalFinding | null {
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
    text: `Of ${rows.length} sections, the lowest medians are those of ${inWords(last)}. The highest are those of ${inWords(first.toReversed())}.`,
    rows: [...last, ...first],
  };
}

function careSettingsFinding({ providers, sections, careSettings }: NationalFindingsInput): NationalFinding | null {
  const grouped = groupProviders(careSettings, providers, ({ careSetting }) => careSetting);
  const candidates = sections.flatMap((section) => {
    const rows = spreadsOf(grouped, sectionMeasure(section.id));
    const ends = endsOf(rows);
    return ends === null ? [] : [{ section, rows, ...ends, gap: ends.highest.median - ends.lowest.median }];
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
    text: `The median is ${highest.median} in ${inSentence(highest.label)} and ${lowest.median} in ${inSentence(lowest.label)}. Compare a provider with others of its own setting.`,
    rows,
  };
}

function regionsFinding({ providers, regions }: NationalFindingsInput): NationalFinding | null {
  const rows = spreadsBy(regions, providers, ({ regionCode }) => regionCode, overallMeasure);
  const ends = endsOf(rows);
  const national = spreadOf({ id: 'all', label: 'All providers' }, providers, overallMeasure);
  if (ends === null || national.spread === null) {
    return null;
  }
  const between = ends.highest.median - ends.lowest.median;
  const within = rounded(national.spread.q3) - rounded(national.spread.q1);
  return {
    id: 'regions',
    heading:
      between < within ? 'Providers differ more than regions do' : 'Regions differ as much as the providers in them',
    text: `The overall medians of the regions lie within ${points(between)} of each other. The middle half of all providers is spread over ${points(within)}.`,
    rows: [national, ...rows],
  };
}

interface End {
  readonly label: string;
  /** As printed: in whole points. */
  readonly median: number;
}

/** The rows with the lowest and the highest median; null where fewer than two have one. */
function endsOf(rows: readonly GroupSpread[]): { lowest: End; highest: End } | null {
  const known = rows
    .flatMap(({ label, spread }) => (spread === null ? [] : { label, median: rounded(spread.median) }))
    .sort((a, b) => a.median - b.median);
  const [lowest] = known;
  const highest = known.at(-1);
  return lowest === undefined || highest === undefined || known.length < 2 ? null : { lowest, highest };
}

function inWords(rows: readonly GroupSpread[]): string {
  return listInWords(rows.map(({ label, spread }) => `${inSentence(label)} (${rounded(spread?.median ?? 0)})`));
}

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}
