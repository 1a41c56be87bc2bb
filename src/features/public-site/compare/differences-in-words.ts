import { countOf, formatNumber, formatTrajectoryScore, listInWords } from '../../../views/format.ts';
import type { AreaRef, PlanningWords, Population } from '../../directory/index.ts';
import { insideFootprint } from '../facts/inside-footprint.ts';
import { commonScale } from './common-scale.ts';
import type { CapabilityRow, ComparedFootprint, Pair, SharedOrganisation } from './comparison.ts';
import { shareInWords } from './share-in-words.ts';

interface Compared {
  readonly words: PlanningWords;
  readonly sides: Pair<ComparedFootprint>;
  readonly populations: Pair<Population>;
  readonly shared: readonly SharedOrganisation[];
  readonly capabilities: readonly CapabilityRow[];
}

/** How two footprints differ, in whole sentences: people, place, organisations, stage, and what their roadmaps say. */
export function differencesInWords({ words, sides, populations, shared, capabilities }: Compared): string[] {
  return [
    peopleSentence(sides, populations),
    placeSentence(sides, words),
    organisationsSentence(sides, shared),
    stageSentence(sides),
    roadmapSentence(sides, capabilities),
  ];
}

interface Served {
  readonly name: string;
  readonly people: number;
}

function peopleSentence(sides: Pair<ComparedFootprint>, populations: Pair<Population>): string {
  const served = sides.map(({ footprint }, index) => ({
    name: footprint.name,
    people: populations[index]?.total ?? null,
  }));
  const known = served.filter((side): side is Served => side.people !== null);
  const [small, large] = known.toSorted((a, b) => a.people - b.people);
  if (small !== undefined && large !== undefined) {
    const share = shareInWords(large.people === 0 ? 1 : small.people / large.people);
    return `${serves(small)}, ${share} the ${formatNumber(large.people)} of ${large.name}.${partlyCounted(populations)}`;
  }
  const unknown = served.filter(({ people }) => people === null).map(({ name }) => name);
  const missing = `How many people ${listInWords(unknown)} ${unknown.length === 1 ? 'serves' : 'serve'} is not known.`;
  return small === undefined ? missing : `${serves(small)}. ${missing}`;
}

function serves({ name, people }: Served): string {
  return `${name} serves ${formatNumber(people)} people`;
}

function partlyCounted(populations: Pair<Population>): string {
  const missing = populations.reduce((sum, { missingCcgs }) => sum + missingCcgs, 0);
  return missing === 0
    ? ''
    : ` ${countOf(missing, 'CCG')} without a figure ${missing === 1 ? 'is' : 'are'} not counted.`;
}

function placeSentence([one, other]: Pair<ComparedFootprint>, { area, areas }: PlanningWords): string {
  const sharedStps = common(one.footprint.stps, other.footprint.stps);
  if (sharedStps.length > 0) {
    return `Both lie in the ${area} ${listInWords(sharedStps)}.`;
  }
  const sharedRegions = common(one.footprint.regions, other.footprint.regions);
  if (sharedRegions.length > 0) {
    return `Both lie in the ${listInWords(sharedRegions)} region, in different ${areas}.`;
  }
  const where = ({ footprint }: ComparedFootprint) =>
    footprint.regions.length === 0
      ? `the region of ${footprint.name} is not recorded`
      : `${footprint.name} lies in ${listInWords(footprint.regions.map(({ name }) => name))}`;
  const sentence = `${where(one)}; ${where(other)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function common(ones: readonly AreaRef[], others: readonly AreaRef[]): string[] {
  return ones.filter(({ areaId }) => others.some((area) => area.areaId === areaId)).map(({ name }) => name);
}

const MOST_NAMED = 3;

function organisationsSentence([one, other]: Pair<ComparedFootprint>, shared: readonly SharedOrganisation[]): string {
  const known = [one, other].filter(({ members }) => members.length > 0);
  const unknown = [one, other].filter(({ members }) => members.length === 0).map(({ footprint }) => footprint.name);
  const counts = known.map(
    ({ footprint, members }) =>
      `${footprint.name} has ${countOf(insideFootprint(members).length, 'organisation')} on record`,
  );
  if (unknown.length > 0) {
    return [...counts, `Which organisations belong to ${listInWords(unknown)} is not recorded`].join('. ').concat('.');
  }
  return `${listInWords(counts)}; ${sharedInWords(shared)}.`;
}

function sharedInWords(shared: readonly SharedOrganisation[]): string {
  if (shared.length === 0) {
    return 'none is in both';
  }
  const names = shared.map(({ name }) => name);
  const named = names.length <= MOST_NAMED ? `: ${listInWords(names)}` : '';
  return `${formatNumber(shared.length)} ${shared.length === 1 ? 'is' : 'are'} in both${named}`;
}

function stageSentence([one, other]: Pair<ComparedFootprint>): string {
  const label = ({ stage }: ComparedFootprint) => stage.publicStage.label.toLowerCase();
  return one.stage.publicStage === other.stage.publicStage
    ? `Both roadmaps are at the same stage: ${label(one)}.`
    : `The roadmap of ${one.footprint.name} is at the stage “${label(one)}”, that of ${other.footprint.name} at “${label(other)}”.`;
}

function roadmapSentence([one, other]: Pair<ComparedFootprint>, capabilities: readonly CapabilityRow[]): string {
  const published = [one, other].filter(({ roadmap }) => roadmap !== null);
  if (published.length < 2) {
    const [only] = published;
    return only === undefined
      ? 'Neither has published where it stands and where it means to be.'
      : `Only ${only.footprint.name} has published where it stands and where it means to be.`;
  }
  const widest = widestGap(capabilities);
  if (widest === null) {
    return 'Both have published a roadmap; in no capability group do both have a baseline.';
  }
  const scale = commonScale([one, other]);
  if (scale === null) {
    return 'Both have published a roadmap; their assessments score on different scales, so their baselines are not set against each other.';
  }
  const { label, baselines } = widest;
  const [ones, others] = baselines.map(formatTrajectoryScore);
  return `Where they start from differs most in “${label}”: ${ones} of ${scale.most} in ${one.footprint.name}, ${others} in ${other.footprint.name}.`;
}

/** The capability group whose baselines are furthest apart; null where none has both. */
export function widestGap(
  capabilities: readonly CapabilityRow[],
): { readonly label: string; readonly baselines: Pair<number> } | null {
  const gaps = capabilities.flatMap(({ label, figures: [one, other] }) => {
    const [a, b] = [one?.baseline ?? null, other?.baseline ?? null];
    return a === null || b === null ? [] : [{ label, baselines: [a, b] as const, gap: Math.abs(a - b) }];
  });
  return gaps.toSorted((a, b) => b.gap - a.gap)[0] ?? null;
}
