import { compareNames } from '../../platform/compare.ts';
import type { SubmissionRule } from '../programme/index.ts';
import { currentEndorsements, type Endorsement, isEndorsed, latestOfEach } from './endorsement.ts';
import type { RoadmapMember } from './roadmap.ts';

export type BoardState = 'waiting' | 'endorsed' | 'endorsed-with-conditions' | 'declined' | 'not-needed';

export const boardStateLabels: Readonly<Record<BoardState, string>> = {
  waiting: 'Waiting',
  endorsed: 'Endorsed',
  'endorsed-with-conditions': 'Endorsed with conditions',
  declined: 'Declined',
  'not-needed': 'Not needed',
};

export interface BoardRow {
  readonly member: RoadmapMember;
  /** True when the programme asks for this organisation's endorsement before submission. */
  readonly isNeeded: boolean;
  readonly state: BoardState;
  /** The decision that stands; null when there is none. */
  readonly endorsement: Endorsement | null;
  /** The latest decision on an earlier document, where none stands now. */
  readonly lapsed: Endorsement | null;
}

/** Counts of the organisations whose endorsement is needed. */
export interface EndorsementTally {
  readonly asked: number;
  /** How many of them must have endorsed. */
  readonly needed: number;
  /** With conditions or without. */
  readonly endorsed: number;
  readonly declined: number;
  readonly waiting: number;
}

export interface EndorsementBoard {
  /** In order of role, then name; an organisation in two roles stands once, in the first. */
  readonly rows: readonly BoardRow[];
  readonly tally: EndorsementTally;
  /** Decisions of organisations that are no longer members; they count for nothing. */
  readonly former: readonly Endorsement[];
}

/** Who has decided what about the document with this digest, and who is still to decide. */
export function endorsementBoard(
  members: readonly RoadmapMember[],
  endorsements: readonly Endorsement[],
  digest: string | null,
  rule: SubmissionRule,
): EndorsementBoard {
  const current = currentEndorsements(endorsements, digest);
  const latest = latestOfEach(endorsements);
  const of = (list: readonly Endorsement[], id: string) => list.find(({ organisationId }) => organisationId === id);
  const rows = eachOnce(members).map((member): BoardRow => {
    const endorsement = of(current, member.organisationId) ?? null;
    const isNeeded = rule.mustEndorse.includes(member.role);
    const lapsed = endorsement === null ? (of(latest, member.organisationId) ?? null) : null;
    return { member, isNeeded, state: boardState(endorsement, isNeeded), endorsement, lapsed };
  });
  const isMember = (id: string) => members.some(({ organisationId }) => organisationId === id);
  const former = latest.filter(({ organisationId }) => !isMember(organisationId));
  return { rows, tally: tallyOf(rows, rule), former };
}

const roleOrder: readonly RoadmapMember['role'][] = ['lead', 'core', 'associate', 'support'];

function eachOnce(members: readonly RoadmapMember[]): RoadmapMember[] {
  const rank = (member: RoadmapMember) => roleOrder.indexOf(member.role);
  const ordered = members.toSorted((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name));
  const isFirst = (member: RoadmapMember, index: number) =>
    ordered.findIndex(({ organisationId }) => organisationId === member.organisationId) === index;
  return ordered.filter(isFirst);
}

function boardState(endorsement: Endorsement | null, isNeeded: boolean): BoardState {
  switch (endorsement?.decision) {
    case 'endorse':
      return 'endorsed';
    case 'endorse-with-conditions':
      return 'endorsed-with-conditions';
    case 'decline':
      return 'declined';
    case undefined:
      return isNeeded ? 'waiting' : 'not-needed';
  }
}

function tallyOf(rows: readonly BoardRow[], rule: SubmissionRule): EndorsementTally {
  const asked = rows.filter(({ isNeeded }) => isNeeded);
  const count = (holds: (row: BoardRow) => boolean) => asked.filter(holds).length;
  return {
    asked: asked.length,
    // Rounded up, less a hair: 0.7 of 10 is 7, though the product is a little more in binary.
    needed: Math.max(0, Math.ceil(asked.length * rule.shareNeeded - 1e-9)),
    endorsed: count(({ endorsement }) => endorsement !== null && isEndorsed(endorsement.decision)),
    declined: count(({ state }) => state === 'declined'),
    waiting: count(({ state }) => state === 'waiting'),
  };
}
