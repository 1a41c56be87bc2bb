import type { ChangedSection } from './document-difference.ts';
import { currentEndorsements, type Endorsement, latestOfEach } from './endorsement.ts';

export interface LapseFacts {
  /** Digest of the document as it stands; null while it is a draft. */
  readonly digest: string | null;
  readonly memberIds: readonly string[];
  /** Why the version was returned to draft; null when it was not. */
  readonly withdrawalReason: string | null;
  /** What changed since the document that was endorsed, once a new one is frozen; empty when not known. */
  readonly changed: readonly ChangedSection[];
}

export interface LapsedEndorsement {
  readonly endorsement: Endorsement;
  /** In words for the organisation: why its decision no longer stands. */
  readonly reason: string;
}

/**
 * Every organisation's latest decision that no longer stands, and why. A decision replaced by a later one of the same
 * organisation on the same document is history, not a lapse.
 */
export function lapsedEndorsements(endorsements: readonly Endorsement[], facts: LapseFacts): LapsedEndorsement[] {
  const current = currentEndorsements(endorsements, facts.digest);
  return latestOfEach(endorsements).flatMap((endorsement) => {
    const { organisationId } = endorsement;
    if (!facts.memberIds.includes(organisationId)) {
      return { endorsement, reason: 'The organisation is no longer a member of the footprint' };
    }
    const stands = current.some((held) => held.organisationId === organisationId);
    return stands ? [] : { endorsement, reason: changeReason(facts) };
  });
}

function changeReason(facts: LapseFacts): string {
  const why = facts.withdrawalReason === null ? '' : `: ${facts.withdrawalReason}`;
  if (facts.digest === null) {
    return `The roadmap was returned to draft${why}`;
  }
  if (facts.changed.length === 0) {
    return `The roadmap was frozen again after this decision${why}`;
  }
  const titles = facts.changed.map(({ title }) => title).join('; ');
  return `The roadmap changed after this decision, in: ${titles}`;
}
