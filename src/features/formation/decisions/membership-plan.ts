import type { MembershipRole } from '../../programme/index.ts';
import { type FormOrganisation, roleOfCapacity } from '../formation.ts';

/** A membership as the directory has it, its days half-open. */
export interface MembershipPeriod {
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly from: string | null;
  readonly to: string | null;
}

export interface MembershipStart {
  readonly organisationId: string;
  readonly role: MembershipRole;
}

/** Why a membership cannot begin or end on the day: two facts would overlap, or one would have no day left. */
export interface MembershipClash {
  readonly organisationId: string;
  /** It would end on its very first day, or it is recorded to begin after the day of the form. */
  readonly kind: 'first-day' | 'later';
  /** The first day of the membership in the way. */
  readonly on: string;
}

export interface MembershipPlan {
  readonly begin: readonly MembershipStart[];
  readonly end: readonly MembershipPeriod[];
  readonly clashes: readonly MembershipClash[];
}

/**
 * Which memberships begin and which end so that from that day the directory says what the form says. Days are compared as
 * text, which is right for `YYYY-MM-DD`. Nothing that stays as it is is touched.
 */
export function planMemberships(
  current: readonly MembershipPeriod[],
  wanted: readonly FormOrganisation[],
  from: string,
): MembershipPlan {
  const starts = wanted.map(({ organisationId, capacity }) => ({ organisationId, role: roleOfCapacity[capacity] }));
  const live = current.filter((period) => startsBy(period, from) && (period.to === null || period.to > from));
  const later = current.filter((period) => !startsBy(period, from));
  const end = live.filter((period) => !starts.some((start) => isSame(start, period)));
  const begin = starts.filter((start) => !live.some((period) => isSame(start, period)));
  const tooEarly = end.filter((period) => period.from === from);
  const clashes = [
    ...tooEarly.map((period) => clash(period, 'first-day')),
    ...later.map((period) => clash(period, 'later')),
  ];
  return { begin, end, clashes };
}

function startsBy({ from }: MembershipPeriod, day: string): boolean {
  return from === null || from <= day;
}

function isSame(one: MembershipStart, other: MembershipStart): boolean {
  return one.organisationId === other.organisationId && one.role === other.role;
}

function clash({ organisationId, from }: MembershipPeriod, kind: MembershipClash['kind']): MembershipClash {
  return { organisationId, kind, on: from ?? '' };
}
