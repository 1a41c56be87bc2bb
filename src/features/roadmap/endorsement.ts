import type { RoadmapMember } from './roadmap.ts';
import type { VersionState } from './version-state.ts';

export const decisions = ['endorse', 'endorse-with-conditions', 'decline'] as const;

export type Decision = (typeof decisions)[number];

export const decisionLabels: Readonly<Record<Decision, string>> = {
  endorse: 'Endorsed',
  'endorse-with-conditions': 'Endorsed with conditions',
  decline: 'Declined',
};

/** One decision of one organisation about one frozen version. A change of mind is a further endorsement, never an edit. */
export interface Endorsement {
  readonly organisationId: string;
  readonly versionNumber: number;
  /** Digest of the exact document that was decided on. */
  readonly digest: string;
  readonly person: { readonly name: string; readonly role: string };
  readonly decision: Decision;
  /** What must be met, or why the organisation declined; empty for an endorsement without conditions. */
  readonly conditions: string;
  readonly at: Date;
}

/** What a person decided, and the digest of the document that was on the page. */
export interface EndorsementCommand {
  readonly decision: Decision;
  readonly conditions: string;
  readonly digest: string;
}

export interface EndorsementFacts {
  readonly version: { readonly number: number; readonly state: VersionState; readonly digest: string | null };
  /** Whom the document names. */
  readonly members: readonly Pick<RoadmapMember, 'organisationId' | 'role'>[];
  readonly organisationId: string;
  readonly person: Endorsement['person'];
  readonly now: Date;
}

export type EndorsementOutcome =
  | { readonly kind: 'ok'; readonly endorsement: Endorsement }
  | {
      readonly kind: 'refused';
      readonly code: 'not-a-member' | 'not-open' | 'changed' | 'members-changed';
      /** In words for the person who tried. */
      readonly reason: string;
    };

/**
 * The endorsement to record, or why there is none. It is bound to the document the person had before them: when that was
 * frozen anew in the meantime, the decision is not carried over. Who may decide for an organisation is settled elsewhere.
 */
export function decideEndorsement(command: EndorsementCommand, facts: EndorsementFacts): EndorsementOutcome {
  const { version, organisationId, person, now } = facts;
  if (version.state !== 'endorsement' || version.digest === null) {
    return refuse('not-open', 'This version is not open for endorsement');
  }
  if (!facts.members.some((member) => member.organisationId === organisationId)) {
    return refuse('not-a-member', 'The document does not name this organisation as a member of the footprint');
  }
  if (version.digest !== command.digest) {
    return refuse('changed', 'The roadmap was changed after you opened this page. Read it again before you decide');
  }
  const { decision, conditions, digest } = command;
  const endorsement = { organisationId, versionNumber: version.number, digest, person, decision, conditions, at: now };
  return { kind: 'ok', endorsement };
}

/**
 * The decisions that stand: of each organisation, the latest one made on this digest. Of two made at the same instant the
 * one later in the list counts. Decisions on any other digest have lapsed. No digest, no decisions: a draft has none.
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

export function isEndorsed(decision: Decision): boolean {
  return decision !== 'decline';
}

function refuse(code: 'not-a-member' | 'not-open' | 'changed', reason: string): EndorsementOutcome {
  return { kind: 'refused', code, reason };
}
