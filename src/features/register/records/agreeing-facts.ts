import { searchWords } from '../../directory/index.ts';
import type { Citation, Facts, TypeRules } from './organisation-history.ts';

type Compared = Exclude<keyof Facts, 'typeId' | 'typeStanding'>;

const compared = [
  'name',
  'status',
  'address',
  'town',
  'postcode',
  'phone',
  'regionCode',
  'geographyCode',
] as const satisfies readonly Compared[];

/**
 * The facts in which two sources differ, `typeId` among them. What one of them does not say, they do not differ in; capitals,
 * punctuation and "&" for "and" are no difference.
 */
export function differingFacts(facts: Facts, other: Facts, types: TypeRules): (keyof Facts)[] {
  const differing: (keyof Facts)[] = compared.filter((key) => !isSame(facts[key], other[key]));
  return types.isSameFamily(facts.typeId, other.typeId) ? differing : ['typeId', ...differing];
}

function isSame(value: string | null, other: string | null): boolean {
  return value === null || other === null || isSameText(value, other);
}

/** Whether two texts are the same but for capitals, punctuation and "&" for "and". */
export function isSameText(text: string, other: string): boolean {
  return text === other || plain(text) === plain(other);
}

function plain(text: string): string {
  return searchWords(text).join(' ');
}

/** Whether the facts of the later of two sources are those of the earlier one, with nothing new. */
export function continues(earlier: Facts, later: Facts, types: TypeRules): boolean {
  return differingFacts(earlier, later, types).length === 0 && addsNothing(earlier, later);
}

function addsNothing(earlier: Facts, later: Facts): boolean {
  return addedFacts(earlier, later).length === 0;
}

/** The facts that the later of two sources says and the earlier does not. */
export function addedFacts(earlier: Facts, later: Facts): (keyof Facts)[] {
  return compared.filter((key) => later[key] !== null && earlier[key] === null);
}

interface Stated {
  readonly facts: Facts;
  readonly cited: Citation;
}

/**
 * Two sources that agree, as one: the one that says more is cited, the earlier of the two when they say as much, and what
 * only the other says is added. The spelling and the type of curated facts are kept, or else those of the earlier.
 */
export function joinAgreeing(earlier: Stated, later: Stated): Stated {
  const [more, less] = addsNothing(earlier.facts, later.facts) ? [earlier, later] : [later, earlier];
  const words = later.cited.isCurated && !earlier.cited.isCurated ? later : earlier;
  const filled = Object.fromEntries(compared.map((key) => [key, more.facts[key] ?? less.facts[key]]));
  const { name, typeId, typeStanding } = words.facts;
  return { facts: { ...more.facts, ...filled, name, typeId, typeStanding }, cited: more.cited };
}
