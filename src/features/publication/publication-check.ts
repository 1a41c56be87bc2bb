import { type CheckResult, type Finding, finding } from '../../platform/check-result.ts';
import type { Endorsement } from '../agreement/index.ts';
import {
  documentDigest,
  publicCopy,
  type RoadmapDocument,
  type RoadmapMember,
  type VersionState,
  versionStateLabels,
  withheldSections,
} from '../roadmap/index.ts';

export interface PublicationCheckInput {
  readonly state: VersionState;
  readonly document: RoadmapDocument;
  /** The digest that was endorsed, reviewed and cleared. */
  readonly digest: string;
  /** The decisions that stand, by `currentEndorsements`. */
  readonly endorsements: readonly Endorsement[];
  readonly members: readonly Pick<RoadmapMember, 'organisationId' | 'name'>[];
  /** Number of the version that is public now; null when none is. */
  readonly publishedVersion: number | null;
}

/**
 * Whether a version may be published. Blockers: it is not cleared; the stored document is no longer the one the digest
 * stands for; a newer version is public already. Warnings tell what readers will and will not see.
 */
export function checkPublication(input: PublicationCheckInput): CheckResult {
  return {
    blockers: [...stateBlocker(input), ...digestBlocker(input), ...orderBlocker(input)],
    warnings: [...withheldWarning(input), ...conditionWarnings(input), ...replacementWarning(input)],
  };
}

function stateBlocker({ state }: PublicationCheckInput): Finding[] {
  if (state === 'cleared') {
    return [];
  }
  const message = `Only a cleared version can be published; this one stands at “${versionStateLabels[state]}”`;
  return [finding('not-cleared', null, message)];
}

function digestBlocker({ document, digest }: PublicationCheckInput): Finding[] {
  if (documentDigest(document) === digest) {
    return [];
  }
  const message = 'The stored document is not the one that was endorsed and cleared. Report this before anything else';
  return [finding('document-changed', null, message)];
}

function orderBlocker({ document, publishedVersion }: PublicationCheckInput): Finding[] {
  if (publishedVersion === null || publishedVersion < document.version) {
    return [];
  }
  const message = `Version ${publishedVersion} is public already; an older version cannot take its place`;
  return [finding('newer-published', null, message)];
}

function withheldWarning({ document }: PublicationCheckInput): Finding[] {
  return withheldSections(publicCopy(document)).map(({ id, title }) =>
    finding('section-withheld', id, `“${title}” is for assurance only and is left out of the public edition`),
  );
}

function conditionWarnings({ endorsements, members }: PublicationCheckInput): Finding[] {
  return endorsements
    .filter(({ decision }) => decision !== 'endorse')
    .map(({ organisationId, decision, conditions }) => {
      const name = members.find((member) => member.organisationId === organisationId)?.name ?? organisationId;
      const did = decision === 'decline' ? 'declined' : 'endorsed with conditions';
      const message = `${name} ${did}, and its words are published: ${conditions}`;
      return finding('conditions-published', organisationId, message);
    });
}

function replacementWarning({ publishedVersion }: PublicationCheckInput): Finding[] {
  if (publishedVersion === null) {
    return [];
  }
  const message = `Version ${publishedVersion} is superseded by this one and stays readable`;
  return [finding('replaces-published', null, message)];
}
