import { rounded } from '../../../platform/rounding.ts';
import { countOf, formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import { type RegisteredPatients, sumPopulation } from '../../directory/index.ts';
import type { ScoreScale } from '../../programme/index.ts';
import { furthestStage, type MapStage } from '../drawing/map-stages.ts';

/** What a map can be shaded by; the first is taken when nothing is asked. */
export const mapMeasures = [
  { id: 'stage', label: 'Stage of the roadmap', heading: 'Furthest stage' },
  { id: 'patients', label: 'People registered', heading: 'People registered' },
  { id: 'organisations', label: 'Organisations', heading: 'Organisations' },
  { id: 'assessed', label: 'Assessments submitted', heading: 'Assessments submitted' },
  { id: 'score', label: 'Mean overall score', heading: 'Mean overall score' },
  { id: 'official', label: 'Official result of the board', heading: 'Official result of the board' },
] as const;

export type MapMeasureId = (typeof mapMeasures)[number]['id'];

/** Whether a measure is made from what organisations said of themselves. */
export function restsOnResults(measure: MapMeasureId): boolean {
  return measure === 'assessed' || measure === 'score';
}

/** What an organisation's submitted self-assessment came to. */
export interface ProviderResult {
  /** On the scale of the questionnaire; null where nothing was scored. */
  readonly overall: number | null;
  readonly illustrative: boolean;
}

export interface ProviderResults {
  /** Of the round, in words. */
  readonly roundTitle: string;
  /** Of its scores. */
  readonly scale: ScoreScale;
  /** Whether everybody may read them; where not, it is known who has submitted alone. */
  readonly areScoresPublic: boolean;
  /** By organisation id; one left out has not submitted. */
  readonly results: ReadonlyMap<string, ProviderResult>;
}

/** One figure of each place that somebody else published, of a board for its own area. */
export interface PublishedFigures {
  readonly title: string;
  readonly publisher: string;
  readonly measure: string;
  readonly year: number;
  readonly decimals: number;
  /** By the key of the place. */
  readonly figures: ReadonlyMap<string, number>;
  readonly sourceId: string;
}

/** An organisation as far as measures go. */
export interface MeasuredMember {
  readonly organisationId: string;
  readonly typeId: string;
  readonly registeredPatients: RegisteredPatients | null;
}

/** A place on the map with all that its measures are made from. */
export interface MeasuredPlace {
  readonly key: string;
  /** The stages of the footprints in it; none where no footprint is recorded. */
  readonly stages: readonly MapStage[];
  readonly members: readonly MeasuredMember[];
}

export interface MeasureContext {
  /** Types of organisations that complete the self-assessment. */
  readonly assessedTypeIds: ReadonlySet<string>;
  /** By organisation; null while nothing is known of assessments. */
  readonly results: ReadonlyMap<string, ProviderResult> | null;
  readonly areScoresPublic: boolean;
  /** Of their scores; null with the results. */
  readonly scale: ScoreScale | null;
  /** Null where nothing was published of the places. */
  readonly published: PublishedFigures | null;
}

export interface MeasuredValue {
  /** What classes are made from; null where nothing is known. */
  readonly value: number | null;
  /** The value with its number and what is missing, e.g. `3 of 5`; or why there is none. */
  readonly text: string;
}

/** The value of a measure for a place. */
export function measurePlace(measure: MapMeasureId, place: MeasuredPlace, context: MeasureContext): MeasuredValue {
  switch (measure) {
    case 'stage':
      return stageValue(place);
    case 'patients':
      return patientsValue(place);
    case 'organisations':
      return place.members.length === 0
        ? { value: null, text: 'Not recorded' }
        : { value: place.members.length, text: formatNumber(place.members.length) };
    case 'assessed':
      return assessedValue(place, context);
    case 'score':
      return scoreValue(place, context);
    case 'official':
      return publishedValue(place, context);
  }
}

function stageValue({ stages }: MeasuredPlace): MeasuredValue {
  const best = furthestStage(stages);
  return best === null ? { value: null, text: 'No footprint recorded' } : { value: best.step, text: best.label };
}

function patientsValue({ members }: MeasuredPlace): MeasuredValue {
  const { total, countedCcgs, missingCcgs } = sumPopulation(members);
  if (total === null) {
    return { value: null, text: 'Not known' };
  }
  const missing = missingCcgs === 0 ? '' : ` (${countedCcgs} of ${countOf(countedCcgs + missingCcgs, 'CCG')})`;
  return { value: total, text: `${formatNumber(total)}${missing}` };
}

function resultsOf({ members }: MeasuredPlace, { assessedTypeIds, results }: MeasureContext) {
  const asked = members.filter(({ typeId }) => assessedTypeIds.has(typeId));
  return {
    askedCount: asked.length,
    results: asked.flatMap(({ organisationId }) => results?.get(organisationId) ?? []),
  };
}

function assessedValue(place: MeasuredPlace, context: MeasureContext): MeasuredValue {
  const { askedCount, results } = resultsOf(place, context);
  return askedCount === 0
    ? { value: null, text: 'Nobody asked' }
    : { value: rounded((100 * results.length) / askedCount), text: `${results.length} of ${askedCount}` };
}

function scoreValue(place: MeasuredPlace, context: MeasureContext): MeasuredValue {
  const { askedCount, results } = resultsOf(place, context);
  const scores = results.flatMap(({ overall }) => overall ?? []);
  if (!context.areScoresPublic && askedCount > 0) {
    return { value: null, text: 'Not public yet' };
  }
  if (scores.length === 0) {
    return { value: null, text: askedCount === 0 ? 'Nobody asked' : `No result (0 of ${askedCount})` };
  }
  const decimals = context.scale?.decimals ?? 0;
  const mean = rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length, decimals);
  return { value: mean, text: `${mean.toFixed(decimals)} (${scores.length} of ${askedCount} asked)` };
}

/** Said of a board that was not there when results were published. */
export const noOwnResult = 'No result of its own';

function publishedValue({ key }: MeasuredPlace, { published }: MeasureContext): MeasuredValue {
  const value = published?.figures.get(key) ?? null;
  return { value, text: value === null ? noOwnResult : value.toFixed(published?.decimals ?? 0) };
}

/** A value of a measure as a legend writes it. */
export function measureWords(
  measure: MapMeasureId,
  value: number,
  { scale, published }: Pick<MeasureContext, 'scale' | 'published'>,
): string {
  switch (measure) {
    case 'assessed':
      return `${value}%`;
    case 'score':
      return value.toFixed(scale?.decimals ?? 0);
    case 'official':
      return value.toFixed(published?.decimals ?? 0);
    default:
      return formatNumber(value);
  }
}

/** Parts of the sentence under a map that say what the figures are of. */
export interface MapWords {
  /** Which round assessments are of, and up to when they count. */
  readonly round: string;
  /** Up to when roadmaps count, e.g. `as it stands today`. */
  readonly recorded: string;
  /** From what to what scores run, e.g. `0 to 100`; null while nothing is known of assessments. */
  readonly scores: string | null;
  /** What was published of the places, by whom; null where nothing was. */
  readonly published: string | null;
}

/** How a measure is worked out, of how much and of when, as stands under the map. */
export function measureNote(measure: MapMeasureId, places: readonly MeasuredPlace[], words: MapWords): string {
  const members = distinctMembers(places);
  const { round, recorded, scores } = words;
  switch (measure) {
    case 'stage':
      return `Shaded by how far the roadmap has come, ${recorded}; where there are several, the one furthest on.`;
    case 'patients': {
      const { countedCcgs, missingCcgs, measuredOn } = sumPopulation(members);
      const day = measuredOn.length === 0 ? '' : ` on ${listInWords(measuredOn.map(formatDate))}`;
      return `Shaded by the people on the lists of GP practices of the CCGs there${day}; known for ${countedCcgs} of ${countOf(countedCcgs + missingCcgs, 'CCG')}. A CCG that lies in two places is counted in full in both.`;
    }
    case 'organisations':
      return `Shaded by the number of organisations recorded there, ${formatNumber(members.length)} in all; one in two places is counted in both.`;
    case 'assessed':
      return `Shaded by the share of those asked there whose self-assessment is submitted. ${round}`;
    case 'score':
      return `Shaded by the mean of the overall scores${scores === null ? '' : ` (${scores})`} of those there whose self-assessment is submitted, each counted alike; those without are left out. ${round}`;
    case 'official':
      return `Shaded by what was published of each board itself. ${words.published ?? ''} A board made by a merger since has no result of its own; the page of its area has those of the boards before it.`;
  }
}

function distinctMembers(places: readonly MeasuredPlace[]): MeasuredMember[] {
  const members = places.flatMap((place) => place.members);
  return [...new Map(members.map((member) => [member.organisationId, member])).values()];
}
