import { compareNames } from '../../platform/compare.ts';
import type { AreaRef, OrganisationRef } from '../directory/index.ts';

/** How surely words lead to a footprint, the surest first. */
const strengths = [
  /** They are its name or code. */
  'named',
  /** They name an organisation that leads it or is a core member. */
  'member',
  /** They name an organisation that a member commissions. */
  'commissioned',
  /** They name an organisation that is an associate or gives support. */
  'associate',
  /** They are part of its name. */
  'part-named',
  /** They are the postcode of organisations in it. */
  'same-postcode',
  /** They name a place with organisations in it, or a wider area that holds it. */
  'same-place',
  /** They are a postcode near organisations in it. */
  'nearby',
  /** They are a postcode of the same postcode area as organisations in it: a city, or most of a county. */
  'same-postcode-area',
] as const;

export type LeadStrength = (typeof strengths)[number];

/** A footprint that somebody's words may lead to, and how. */
export interface Lead {
  readonly footprint: AreaRef;
  readonly strength: LeadStrength;
  /** The organisations that lead to it, of which a few are named; none where its own name does. */
  readonly count: number;
  readonly names: readonly string[];
  /** Who commissions them, or the wider area that was named. */
  readonly through: readonly string[];
}

export interface FootprintFound {
  readonly footprint: AreaRef;
  /** The surest leads to it. */
  readonly leads: readonly Lead[];
}

/** What is known of a place without a footprint. */
export interface Surroundings {
  readonly stps: readonly AreaRef[];
  readonly commissioners: readonly OrganisationRef[];
}

export type MeantFootprint =
  | { readonly kind: 'one'; readonly found: FootprintFound; readonly isLikelyOnly: boolean }
  | { readonly kind: 'several'; readonly found: readonly FootprintFound[] }
  /** No footprint is recorded there. */
  | ({ readonly kind: 'unrecorded' } & Surroundings)
  /** Organisations in many places match. */
  | { readonly kind: 'common' }
  | { readonly kind: 'unknown' };

/** Of a place, footprints with fewer than one in so many of its organisations are left out: a few lie beyond a border. */
const FEWEST_SHARE = 20;

const byOrganisation: readonly LeadStrength[] = ['member', 'commissioned', 'associate'];

const likelyOnly: readonly LeadStrength[] = ['part-named', 'same-place', 'nearby', 'same-postcode-area'];

/**
 * Which footprint somebody means: the one that the surest leads point to. A name beats what lies in it, an organisation
 * beats a place, and when equally sure leads point to several footprints the person chooses, the one with the most
 * organisations first; one that holds next to none of them is not among them.
 *
 * `meantCount`: how many organisations the words name. Where some of them lead nowhere, the footprint of the others is only
 * likely. Pure.
 */
export function answerOf(leads: readonly Lead[], surroundings: Surroundings, meantCount: number): MeantFootprint {
  const surest = strengths.find((strength) => leads.some((lead) => lead.strength === strength));
  if (surest === undefined) {
    const { stps, commissioners } = surroundings;
    return stps.length + commissioners.length === 0 ? { kind: 'unknown' } : { kind: 'unrecorded', stps, commissioners };
  }
  const kept = leads.filter(({ strength }) => strength === surest);
  const whole = kept.reduce((sum, { count }) => sum + count, 0);
  const found = [...Map.groupBy(kept, ({ footprint }) => footprint.areaId).values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ footprint: first.footprint, leads: [first, ...others] }],
    )
    .filter((each) => countOf(each) * FEWEST_SHARE >= whole)
    .toSorted((one, other) => countOf(other) - countOf(one) || compareNames(one.footprint.name, other.footprint.name));
  const [only] = found;
  return found.length === 1 && only !== undefined
    ? { kind: 'one', found: only, isLikelyOnly: likelyOnly.includes(surest) || isOfSome(surest, only, meantCount) }
    : { kind: 'several', found };
}

function isOfSome(strength: LeadStrength, found: FootprintFound, meantCount: number): boolean {
  return byOrganisation.includes(strength) && countOf(found) < meantCount;
}

function countOf({ leads }: FootprintFound): number {
  return leads.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The outward part of a full or partial postcode in plain words (`dl3 6jl`, `dl3`); null for anything else. Some codes of
 * organisations look like one.
 */
export function outwardCode(words: readonly string[]): string | null {
  const [outward, inward, ...rest] = words;
  const isOutward = outward !== undefined && /^[a-z]{1,2}\d[a-z\d]?$/.test(outward);
  const isInward = inward === undefined || /^\d[a-z]{2}$/.test(inward);
  return isOutward && isInward && rest.length === 0 ? outward : null;
}
