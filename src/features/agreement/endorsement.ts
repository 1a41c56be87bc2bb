export const decisions = ['endorse', 'endorse-with-conditions', 'decline'] as const;

export type Decision = (typeof decisions)[number];

export const decisionLabels: Readonly<Record<Decision, string>> = {
  endorse: 'Endorsed',
  'endorse-with-conditions': 'Endorsed with conditions',
  decline: 'Declined',
};

/** A decision as it is stored; the check of its table allows no other word. */
export function parseDecision(stored: string): Decision {
  const decision = decisions.find((one) => one === stored);
  if (decision === undefined) {
    throw new TypeError(`“${stored}” is no decision`);
  }
  return decision;
}

/** Where something can be endorsed or declined, and nothing between. */
export const plainDecisions = ['endorse', 'decline'] as const satisfies readonly Decision[];

export type PlainDecision = (typeof plainDecisions)[number];

/** One decision of one organisation about one frozen document. A change of mind is a further endorsement, never an edit. */
export interface Endorsement<D extends Decision = Decision> {
  readonly organisationId: string;
  /** Digest of the exact document that was decided on. */
  readonly digest: string;
  readonly person: { readonly name: string; readonly role: string };
  readonly decision: D;
  /** What must be met, or why the organisation declined; empty for an endorsement without conditions. */
  readonly conditions: string;
  readonly at: Date;
}

/**
 * The decisions that stand: of each organisation, the latest one made on this digest. Of two made at the same instant the
 * one later in the list counts. Decisions on any other digest have lapsed. No digest, no decisions: what is still written has
 * none.
 */
export function currentEndorsements<E extends Pick<Endorsement, 'organisationId' | 'digest' | 'at'>>(
  endorsements: readonly E[],
  digest: string | null,
): E[] {
  return latestOfEach(endorsements.filter((endorsement) => endorsement.digest === digest));
}

/** The latest of each organisation, in the order in which the organisations first appear. */
export function latestOfEach<E extends Pick<Endorsement, 'organisationId' | 'at'>>(endorsements: readonly E[]): E[] {
  const latest = new Map<string, E>();
  for (const endorsement of endorsements) {
    const held = latest.get(endorsement.organisationId);
    if (held === undefined || endorsement.at.getTime() >= held.at.getTime()) {
      latest.set(endorsement.organisationId, endorsement);
    }
  }
  return [...latest.values()];
}

/** As `parseDecision`, where there is nothing between to endorse and to decline. */
export function parsePlainDecision(stored: string): PlainDecision {
  const decision = plainDecisions.find((one) => one === stored);
  if (decision === undefined) {
    throw new TypeError(`“${stored}” is no decision to endorse or to decline`);
  }
  return decision;
}

export function isEndorsed(decision: Decision): boolean {
  return decision !== 'decline';
}
