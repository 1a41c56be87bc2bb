import {
  decideEndorsement,
  type Endorsement,
  type EndorsementCommand,
  type EndorsementOutcome,
  type RefusalWords,
} from '../../agreement/index.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { VersionState } from '../versions/version-state.ts';

/** One decision of one organisation about one frozen version. */
export interface VersionEndorsement extends Endorsement {
  readonly versionNumber: number;
}

export interface VersionEndorsementFacts {
  readonly version: { readonly number: number; readonly state: VersionState; readonly digest: string | null };
  /** Whom the document names. */
  readonly members: readonly Pick<RoadmapMember, 'organisationId' | 'role'>[];
  readonly organisationId: string;
  readonly person: Endorsement['person'];
  readonly now: Date;
}

const words: RefusalWords = {
  'not-open': 'This version is not open for endorsement',
  'not-asked': 'The document does not name this organisation as a member of the footprint',
  changed: 'The roadmap was changed after you opened this page. Read it again before you decide',
};

/** The endorsement of a version to record, or why there is none. */
export function endorsementOfVersion(
  command: EndorsementCommand,
  { version, members, organisationId, person, now }: VersionEndorsementFacts,
): EndorsementOutcome {
  const facts = {
    isOpen: version.state === 'endorsement',
    digest: version.digest,
    parties: members,
    organisationId,
    person,
    now,
  };
  return decideEndorsement(command, facts, words);
}
