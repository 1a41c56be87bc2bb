import type { ScoreScale } from '../programme/index.ts';
import { type Distribution, type HistogramBin, histogram, smallestGroup, spreadShown } from '../scoring/index.ts';

/**
 * One organisation that was asked to assess itself, with its scores (at full precision) where it has submitted. Where each care setting is
 * assessed by itself, one with several is there for each.
 */
export interface AssessedProvider {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly careSetting: string;
  /** Null where no region is on record. */
  readonly regionCode: string | null;
  /** What nothing is asked of it about, by the keys of measures. */
  readonly unasked: ReadonlySet<string>;
  readonly scores: ProviderScores | null;
}

/** A score is null where nothing under it was scored. */
export interface ProviderScores {
  readonly sections: Readonly<Record<string, number | null>>;
  readonly themes: Readonly<Record<string, number | null>>;
  readonly overall: number | null;
}

export interface Measure {
  readonly key: string;
  /** Picks one score of a provider; null where it has none. */
  readonly of: (scores: ProviderScores) => number | null;
}

export const overallMeasure: Measure = { key: 'overall', of: (scores) => scores.overall };

export function themeMeasure(themeId: string): Measure {
  return { key: `theme:${themeId}`, of: (scores) => scores.themes[themeId] ?? null };
}

export function sectionMeasure(sectionId: string): Measure {
  return { key: `section:${sectionId}`, of: (scores) => scores.sections[sectionId] ?? null };
}

/** How many providers are asked about what is measured, and have no score. */
export function missingFrom({ key, of }: Measure, providers: readonly AssessedProvider[]): number {
  return providers.filter(({ unasked, scores }) => !unasked.has(key) && (scores === null || of(scores) === null))
    .length;
}

/** How the scores of a group spread. */
export interface GroupSpread {
  readonly id: string;
  readonly label: string;
  /** Providers of the group that have this score. */
  readonly n: number;
  /** Providers of the group that are asked for it and do not. */
  readonly missing: number;
  /** Null where fewer than `smallestGroup` stand behind it. */
  readonly spread: Distribution | null;
}

export interface Group {
  readonly id: string;
  readonly label: string;
}

/** The spread of one score over all the providers given. */
export function spreadOf(group: Group, providers: readonly AssessedProvider[], measure: Measure): GroupSpread {
  const values = valuesOf(providers, measure);
  return {
    ...group,
    n: values.length,
    missing: missingFrom(measure, providers),
    spread: spreadShown(values),
  };
}

/** The same score group by group; `keyOf` says which group a provider is in. Groups nobody is in are left out. */
export function spreadsBy(
  groups: readonly Group[],
  providers: readonly AssessedProvider[],
  keyOf: (provider: AssessedProvider) => string | null,
  measure: Measure,
): GroupSpread[] {
  return spreadsOf(groupProviders(groups, providers, keyOf), measure);
}

/** The same of providers that are in their groups already, for whoever asks for more than one score. */
export function spreadsOf(grouped: readonly GroupedProviders[], measure: Measure): GroupSpread[] {
  return grouped.map(({ group, members }) => spreadOf(group, members, measure));
}

export interface GroupedProviders {
  readonly group: Group;
  readonly members: readonly AssessedProvider[];
}

/** The providers group by group, in the order of the groups; those nobody is in are left out. */
export function groupProviders(
  groups: readonly Group[],
  providers: readonly AssessedProvider[],
  keyOf: (provider: AssessedProvider) => string | null,
): GroupedProviders[] {
  const byKey = Map.groupBy(providers, keyOf);
  return groups.flatMap((group) => {
    const members = byKey.get(group.id);
    return members === undefined ? [] : [{ group, members }];
  });
}

/** Counts of one score in bands over its scale; null where too few have it. */
export function bandsOf(
  providers: readonly AssessedProvider[],
  measure: Measure,
  scale: Pick<ScoreScale, 'least' | 'most'>,
): readonly HistogramBin[] | null {
  const values = valuesOf(providers, measure);
  return values.length < smallestGroup ? null : histogram(values, scale);
}

/** How many of those asked have submitted, and who has not. */
export interface Coverage extends Group {
  readonly expected: number;
  readonly submitted: number;
  readonly missing: readonly AssessedProvider[];
}

/** An organisation has submitted once all of its care settings in the group have, and counts once. */
export function coverageOf(group: Group, providers: readonly AssessedProvider[]): Coverage {
  const each = new Map(providers.map((provider) => [provider.organisationId, provider]));
  const lacking = new Set(
    providers.filter(({ scores }) => scores === null).map(({ organisationId }) => organisationId),
  );
  const missing = [...each.values()].filter(({ organisationId }) => lacking.has(organisationId));
  return { ...group, expected: each.size, submitted: each.size - missing.length, missing };
}

/** Coverage group by group; groups in which nobody was asked are left out. */
export function coverageBy(
  groups: readonly Group[],
  providers: readonly AssessedProvider[],
  keyOf: (provider: AssessedProvider) => string | null,
): Coverage[] {
  return groupProviders(groups, providers, keyOf).map(({ group, members }) => coverageOf(group, members));
}

export interface ProviderFilter {
  /** Empty for all. */
  readonly careSetting: string;
  /** Region code; empty for all. */
  readonly region: string;
}

export function filterProviders(providers: readonly AssessedProvider[], filter: ProviderFilter): AssessedProvider[] {
  return providers.filter(
    ({ careSetting, regionCode }) =>
      (filter.careSetting === '' || careSetting === filter.careSetting) &&
      (filter.region === '' || regionCode === filter.region),
  );
}

/** One pass and no small lists: a national page asks this some fifty times of everybody. */
function valuesOf(providers: readonly AssessedProvider[], measure: Measure): number[] {
  const values: number[] = [];
  for (const { scores } of providers) {
    const value = scores === null ? null : measure.of(scores);
    if (value !== null) {
      values.push(value);
    }
  }
  return values;
}
