import { daysBetween } from '../../platform/days.ts';
import { type AreaRef, matchesWords, searchWords } from '../directory/index.ts';
import type { VersionState } from '../roadmap/index.ts';
import { tallyBy } from './coverage.ts';

/** Where the roadmap of one footprint stands, and who can take the next step there. */
export interface PlanCoverageRow {
  readonly slug: string;
  readonly name: string;
  readonly regions: readonly AreaRef[];
  /** The planning areas of the day. */
  readonly stps: readonly AreaRef[];
  /** The planning round that the row is about: the one that is shown, or the one that it still works in. */
  readonly round: PlanRound;
  /** True where the footprint has gone on to a newer round, so that nobody there is waited for in this one. */
  readonly hasGoneOn: boolean;
  /** The current roadmap of an earlier round, where the one of this round has not been begun; null where there is none. */
  readonly before: PlanBefore | null;
  /** The deadline, as an ISO date, in that round. */
  readonly dueOn: string;
  /** Of the current version; null while nothing has begun. */
  readonly state: VersionState | null;
  /** The day on which its first version was submitted. */
  readonly submittedOn: string | null;
  /** People who hold a role there now: who writes it, and who of them can put it to the members and submit it. */
  readonly editors: readonly string[];
  readonly leads: readonly string[];
  readonly reviewers: readonly string[];
  readonly endorsements: PlanEndorsements;
}

export interface PlanRound {
  readonly label: string;
  /** Its deadline for everybody, as an ISO date. */
  readonly dueOn: string;
  /** False where it is another than the one that is shown. */
  readonly isShown: boolean;
}

export interface PlanBefore {
  readonly roundLabel: string;
  readonly state: VersionState;
}

/** Of the organisations that are asked to endorse the frozen version; all empty while none is frozen. */
export interface PlanEndorsements {
  /** Names of those that have yet to decide. */
  readonly waiting: readonly string[];
  /** Those of them for which nobody can. */
  readonly withoutSigner: readonly string[];
  readonly declined: readonly string[];
}

/** What a roadmap waits for. */
export type PlanWait =
  | 'nobody-to-write'
  | 'nobody-to-endorse'
  | 'declined'
  | 'nobody-to-review'
  | 'not-begun'
  | 'not-begun-again'
  | 'being-written'
  | 'left-behind'
  | 'to-endorse'
  | 'to-submit'
  | 'to-review'
  | 'to-change'
  | 'to-publish'
  | 'published';

export const planWaitLabels: Readonly<Record<PlanWait, string>> = {
  'nobody-to-write': 'Nobody to write it',
  'nobody-to-endorse': 'Nobody to endorse it',
  declined: 'Endorsement declined',
  'nobody-to-review': 'Nobody to review it',
  'not-begun': 'Nothing recorded here',
  'not-begun-again': 'Not begun in this round',
  'being-written': 'Being written',
  'left-behind': 'Left behind as a draft',
  'to-endorse': 'Waiting for endorsements',
  'to-submit': 'Waiting to be submitted',
  'to-review': 'Waiting for its review',
  'to-change': 'Changes requested',
  'to-publish': 'Waiting to be published',
  published: 'Published',
};

/** What rows are counted and found by: what they wait for, or that they are not of the round that is shown. */
export type PlanGroup = PlanWait | 'other-round';

export const planGroupLabels: Readonly<Record<PlanGroup, string>> = {
  ...planWaitLabels,
  'other-round': 'Still in another round',
};

export const planGroups = Object.keys(planGroupLabels) as PlanGroup[];

type PlanFacts = Pick<
  PlanCoverageRow,
  'state' | 'before' | 'hasGoneOn' | 'editors' | 'leads' | 'reviewers' | 'endorsements'
>;

export function planGroupOf(row: PlanCoverageRow): PlanGroup {
  return row.round.isShown ? planWaitOf(row) : 'other-round';
}

/**
 * What the roadmap of a row waits for. Where nobody is there to take the next step, that is what it waits for; a decision to decline
 * stands in the way before those who have yet to decide.
 */
export function planWaitOf({ hasGoneOn, ...standing }: PlanFacts): PlanWait {
  const { state, before, editors, leads, reviewers, endorsements } = standing;
  const isWritten = hasGoneOn || editors.length + leads.length > 0;
  switch (state) {
    case null:
      if (!isWritten) {
        return 'nobody-to-write';
      }
      return before === null ? 'not-begun' : 'not-begun-again';
    case 'draft':
      if (hasGoneOn) {
        return 'left-behind';
      }
      return isWritten ? 'being-written' : 'nobody-to-write';
    case 'changes-requested':
      return isWritten ? 'to-change' : 'nobody-to-write';
    case 'endorsement':
      return endorsementWaitOf(endorsements, leads);
    case 'submitted':
    case 'under-review':
      return reviewers.length === 0 ? 'nobody-to-review' : 'to-review';
    case 'cleared':
      return 'to-publish';
    case 'published':
    case 'superseded':
      return 'published';
  }
}

function endorsementWaitOf(
  { declined, withoutSigner, waiting }: PlanEndorsements,
  leads: PlanFacts['leads'],
): PlanWait {
  if (declined.length > 0) {
    return 'declined';
  }
  if (withoutSigner.length > 0) {
    return 'nobody-to-endorse';
  }
  if (waiting.length > 0) {
    return 'to-endorse';
  }
  return leads.length === 0 ? 'nobody-to-write' : 'to-submit';
}

/** Whom it waits for by name: people, organisations, or nobody; empty where it waits for none of them. */
export function planWaitsFor(row: PlanCoverageRow): readonly string[] {
  const { editors, leads, reviewers, endorsements } = row;
  if (row.hasGoneOn) {
    return [];
  }
  switch (planWaitOf(row)) {
    case 'not-begun':
    case 'not-begun-again':
    case 'being-written':
    case 'to-change':
      return [...new Set([...leads, ...editors])];
    case 'nobody-to-endorse':
      return endorsements.withoutSigner;
    case 'declined':
      return endorsements.declined;
    case 'to-endorse':
      return endorsements.waiting;
    case 'to-submit':
      return leads;
    case 'to-review':
      return reviewers;
    case 'nobody-to-write':
    case 'nobody-to-review':
    case 'left-behind':
    case 'to-publish':
    case 'published':
      return [];
  }
}

/** Which role nobody holds without which it cannot go on, and the place as an invitation names it; null where somebody can. */
export function planRoleMissing(
  row: PlanCoverageRow,
): { readonly role: 'lead' | 'reviewer'; readonly place: string } | null {
  switch (planWaitOf(row)) {
    case 'nobody-to-write':
      return { role: 'lead', place: row.slug };
    case 'nobody-to-review':
      return { role: 'reviewer', place: row.regions[0]?.code ?? '' };
    default:
      return null;
  }
}

/** By how many days the first version came after its deadline; null where none was submitted. */
export function planDaysLate({ submittedOn, dueOn }: Pick<PlanCoverageRow, 'submittedOn' | 'dueOn'>): number | null {
  return submittedOn === null ? null : Math.max(0, daysBetween(dueOn, submittedOn));
}

/** The later day that a row was given in its round, as an ISO date; null where it has the one of everybody. */
export function planExtendedTo({ dueOn, round }: Pick<PlanCoverageRow, 'dueOn' | 'round'>): string | null {
  return dueOn > round.dueOn ? dueOn : null;
}

/** What is asked for; empty text asks for all. */
export interface PlanCoverageFilter {
  /** Part of a name. */
  readonly find: string;
  readonly region: string;
  /** Code of a planning area. */
  readonly area: string;
  readonly wait: PlanGroup | '';
}

/** Whether a row waits for what is asked for. */
export function isPlanWaitingAs(row: PlanCoverageRow, { wait }: Pick<PlanCoverageFilter, 'wait'>): boolean {
  return wait === '' || planGroupOf(row) === wait;
}

/** How many rows are in which group, in the order of the labels; those without any are left out. */
export function tallyPlanGroups(
  rows: readonly PlanCoverageRow[],
): { readonly wait: PlanGroup; readonly count: number }[] {
  return tallyBy(rows, planGroups, planGroupOf);
}

/** The rows that are asked for, whatever they wait for. */
export function plansIn(
  rows: readonly PlanCoverageRow[],
  { find, region, area }: Pick<PlanCoverageFilter, 'find' | 'region' | 'area'>,
): PlanCoverageRow[] {
  const words = searchWords(find);
  return rows.filter(
    ({ name, regions, stps }) =>
      matchesWords(words, [name]) &&
      (region === '' || regions.some(({ code }) => code === region)) &&
      (area === '' || stps.some(({ code }) => code === area)),
  );
}
