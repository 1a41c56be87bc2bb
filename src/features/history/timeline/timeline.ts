import { by } from '../../../platform/compare.ts';
import { compareKeys } from '../../../platform/page.ts';
import type { AreaRef, OrganisationRef } from '../../directory/index.ts';
import type { MembershipRole, Standing } from '../../programme/index.ts';
import type { LineageParty, PastEventKind, PastFact } from './past.ts';

/** What one line of a timeline says. */
export type TimelineFact =
  | { readonly kind: 'began'; readonly name: string; readonly isAgain: boolean }
  | { readonly kind: 'renamed' | 'recoded'; readonly from: string; readonly to: string }
  /** Ids of types. */
  | { readonly kind: 'retyped'; readonly from: string; readonly to: string }
  | { readonly kind: 'status-changed' | 'moved'; readonly from: string; readonly to: string }
  /** A tie to another organisation that began, ended or passed from one to another. */
  | {
      readonly kind: 'related';
      readonly relation: string;
      readonly from: LineageParty | null;
      readonly to: LineageParty | null;
    }
  /** The area it lies in; from one to the other where both are given. */
  | { readonly kind: 'placed'; readonly from: AreaRef | null; readonly to: AreaRef | null }
  /** An area that came to lie in this one, or no longer does. */
  | { readonly kind: 'took-in' | 'let-go'; readonly area: AreaRef }
  | { readonly kind: 'joined' | 'left'; readonly other: AreaRef | OrganisationRef; readonly role: MembershipRole }
  | {
      readonly kind: 'role-changed';
      readonly other: AreaRef | OrganisationRef;
      readonly from: MembershipRole;
      readonly to: MembershipRole;
    }
  | { readonly kind: 'counted'; readonly measure: string; readonly value: number }
  | {
      readonly kind: 'came-from' | 'became';
      readonly event: PastEventKind;
      readonly others: readonly LineageParty[];
      readonly reason: string;
    }
  | { readonly kind: 'ended'; readonly name: string };

/**
 * How sure the day is. `stated`: a source gives the day of the change. `by`: a source of that day shows it changed, and
 * `notBefore` is the day of the last one that did not, where there is one; the change lies between the two.
 */
export type Certainty = { readonly kind: 'stated' } | { readonly kind: 'by'; readonly notBefore: string | null };

export interface TimelineEntry {
  /** The first day on which it was so; for an end, the first day on which it was no longer. Null where not recorded. */
  readonly day: string | null;
  readonly certainty: Certainty;
  readonly fact: TimelineFact;
  readonly sourceId: string;
  readonly standing: Standing;
}

export const stated: Certainty = { kind: 'stated' };

/** How sure the beginning of a fact is that no other went before. */
export function certaintyOf({ from, seenFrom }: Pick<PastFact, 'from' | 'seenFrom'>): Certainty {
  return from !== null && seenFrom !== null && from >= seenFrom ? { kind: 'by', notBefore: null } : stated;
}

/** Lines of one day stand in this order: what it was and came from first, what it became last. */
const ranks: readonly TimelineFact['kind'][] = [
  'began',
  'came-from',
  'renamed',
  'recoded',
  'retyped',
  'status-changed',
  'moved',
  'placed',
  'took-in',
  'let-go',
  'related',
  'joined',
  'role-changed',
  'left',
  'counted',
  'ended',
  'became',
];

/** Oldest first, as a life is told; what has no day stands before everything. The same lines are always in the same order. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries
    .map((entry) => ({ entry, key: [entry.day ?? '', rankOf(entry), JSON.stringify(entry)] }))
    .toSorted((one, other) => compareKeys(one.key, other.key))
    .map(({ entry }) => entry);
}

function rankOf({ fact }: TimelineEntry): string {
  return String(ranks.indexOf(fact.kind)).padStart(2, '0');
}

/** The days on which something ended: what ended with it needs no line of its own. */
export function endsOf(facts: readonly PastFact[]): ReadonlySet<string> {
  const starts = new Set(facts.map(({ from }) => from));
  return new Set(facts.flatMap(({ to }) => (to === null || starts.has(to) ? [] : [to])));
}

/** Earlier periods first; an unknown beginning is the earliest. */
export const byStart = by<Pick<PastFact, 'from'>>(({ from }) => from ?? '');
