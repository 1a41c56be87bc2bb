import { currentEndorsements, type Endorsement, latestOfEach } from './endorsement.ts';

export interface LapseFacts<E extends Endorsement> {
  /** Digest of the document as it stands; null while it is still written. */
  readonly digest: string | null;
  /** Why an organisation that takes part no more decided in vain; null for one that still does. */
  readonly leftReason: (endorsement: E) => string | null;
  /** Why a decision on another document than the one that stands is no more. */
  readonly changeReason: (endorsement: E) => string;
}

export interface LapsedEndorsement<E extends Endorsement = Endorsement> {
  readonly endorsement: E;
  /** In words for the organisation: why its decision no longer stands. */
  readonly reason: string;
}

/**
 * Every organisation's latest decision that no longer stands, and why. A decision replaced by a later one of the same
 * organisation on the same document is history, not a lapse.
 */
export function lapsedEndorsements<E extends Endorsement>(
  endorsements: readonly E[],
  { digest, leftReason, changeReason }: LapseFacts<E>,
): LapsedEndorsement<E>[] {
  const standing = new Set(currentEndorsements(endorsements, digest).map(({ organisationId }) => organisationId));
  return latestOfEach(endorsements).flatMap((endorsement) => {
    const left = leftReason(endorsement);
    if (left !== null) {
      return { endorsement, reason: left };
    }
    return standing.has(endorsement.organisationId) ? [] : { endorsement, reason: changeReason(endorsement) };
  });
}
