import { currentEndorsements, type Endorsement, isEndorsed, latestOfEach } from './endorsement.ts';

export type BoardState = 'waiting' | 'endorsed' | 'endorsed-with-conditions' | 'declined' | 'not-needed';

/** An organisation that takes part in an agreement, with whatever else is known of it where the board is shown. */
export interface Party {
  readonly organisationId: string;
}

/** Who must decide. */
export interface AskedParties<P extends Party> {
  /** Each organisation once, in the order of the board. */
  readonly parties: readonly P[];
  /** Whether the endorsement of a party is asked for; of the others a decision is recorded and counts for nothing. */
  readonly isNeeded: (party: P) => boolean;
  /** Which share of those asked must have endorsed, from 0 to 1. */
  readonly shareNeeded: number;
}

export interface BoardRow<P extends Party = Party, E extends Endorsement = Endorsement> {
  readonly party: P;
  readonly isNeeded: boolean;
  readonly state: BoardState;
  /** The decision that stands; null when there is none. */
  readonly endorsement: E | null;
  /** The latest decision on an earlier document, where none stands now. */
  readonly lapsed: E | null;
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

export interface AgreementBoard<P extends Party = Party, E extends Endorsement = Endorsement> {
  readonly rows: readonly BoardRow<P, E>[];
  readonly tally: EndorsementTally;
  /** Decisions of organisations that are no longer parties; they count for nothing. */
  readonly former: readonly E[];
}

/** Who has decided what about the document with this digest, and who is still to decide. */
export function agreementBoard<P extends Party, E extends Endorsement>(
  { parties, isNeeded, shareNeeded }: AskedParties<P>,
  endorsements: readonly E[],
  digest: string | null,
): AgreementBoard<P, E> {
  const current = byOrganisation(currentEndorsements(endorsements, digest));
  const latest = latestOfEach(endorsements);
  const latestById = byOrganisation(latest);
  const rows = parties.map((party): BoardRow<P, E> => {
    const endorsement = current.get(party.organisationId) ?? null;
    const needed = isNeeded(party);
    const lapsed = endorsement === null ? (latestById.get(party.organisationId) ?? null) : null;
    return { party, isNeeded: needed, state: stateOf(endorsement, needed), endorsement, lapsed };
  });
  const ids = new Set(parties.map(({ organisationId }) => organisationId));
  const former = latest.filter(({ organisationId }) => !ids.has(organisationId));
  return { rows, tally: tallyOf(rows, shareNeeded), former };
}

/** How many more must endorse before there is an agreement. */
export function outstandingCount({ tally }: Pick<AgreementBoard, 'tally'>): number {
  return Math.max(0, tally.needed - tally.endorsed);
}

function byOrganisation<E extends Endorsement>(endorsements: readonly E[]): ReadonlyMap<string, E> {
  return new Map(endorsements.map((endorsement) => [endorsement.organisationId, endorsement]));
}

function stateOf(endorsement: Endorsement | null, isNeeded: boolean): BoardState {
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

function tallyOf(rows: readonly BoardRow[], shareNeeded: number): EndorsementTally {
  const asked = rows.filter(({ isNeeded }) => isNeeded);
  const count = (holds: (row: BoardRow) => boolean) => asked.filter(holds).length;
  return {
    asked: asked.length,
    // Rounded up, less a hair: 0.7 of 10 is 7, though the product is a little more in binary.
    needed: Math.max(0, Math.ceil(asked.length * shareNeeded - 1e-9)),
    endorsed: count(({ endorsement }) => endorsement !== null && isEndorsed(endorsement.decision)),
    declined: count(({ state }) => state === 'declined'),
    waiting: count(({ state }) => state === 'waiting'),
  };
}
