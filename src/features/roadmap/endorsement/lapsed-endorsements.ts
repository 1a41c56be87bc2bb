import { type LapsedEndorsement, lapsedEndorsements } from '../../agreement/index.ts';
import type { ChangedSection } from '../documents/document-difference.ts';
import type { VersionEndorsement } from './endorsement.ts';

export interface VersionLapseFacts {
  /** Digest of the document as it stands; null while it is a draft. */
  readonly digest: string | null;
  readonly memberIds: readonly string[];
  /** Why the version was returned to draft; null when it was not. */
  readonly withdrawalReason: string | null;
  /** What changed since the document that was endorsed, once a new one is frozen; empty when not known. */
  readonly changed: readonly ChangedSection[];
}

export type LapsedVersionEndorsement = LapsedEndorsement<VersionEndorsement>;

/** Every organisation's latest decision on a version that no longer stands, and why. */
export function lapsedVersionEndorsements(
  endorsements: readonly VersionEndorsement[],
  facts: VersionLapseFacts,
): LapsedVersionEndorsement[] {
  return lapsedEndorsements(endorsements, {
    digest: facts.digest,
    leftReason: ({ organisationId }) =>
      facts.memberIds.includes(organisationId) ? null : 'The organisation is no longer a member of the footprint',
    changeReason: () => changeReason(facts),
  });
}

function changeReason(facts: VersionLapseFacts): string {
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
