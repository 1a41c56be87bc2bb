import { by } from '../../platform/compare.ts';
import { currentEndorsements, type Endorsement } from '../agreement/index.ts';
import {
  type DownloadEndorsement,
  documentDigest,
  downloadSchema,
  publicCopy,
  type RoadmapDocument,
  type RoadmapDownload,
  type RoadmapMember,
  recordDigest,
  versionFileName,
} from '../roadmap/index.ts';
import type { Publication } from './publication.ts';

/** The document and its publication do not belong together, or an endorsement is by an organisation without a code. */
export class MismatchedDownloadError extends Error {
  override readonly name = 'MismatchedDownloadError';
}

/**
 * The file anyone may download: the public copy of the document, the decisions that stand on its digest in order of
 * organisation code, and its publication. Takes the full document or its public copy, with the same result.
 */
export function buildRoadmapDownload(
  document: RoadmapDocument,
  endorsements: readonly Endorsement[],
  members: readonly Pick<RoadmapMember, 'organisationId' | 'code'>[],
  publication: Publication,
): RoadmapDownload {
  const digest = documentDigest(document);
  refuseMismatch(document, digest, publication);
  const record = {
    schema: downloadSchema,
    illustrative: publication.illustrative,
    digest,
    endorsements: currentEndorsements(endorsements, digest)
      .map((endorsement) => publishedEndorsement(endorsement, members))
      .sort(by(({ organisation }) => organisation)),
    publication: {
      release: publication.releaseNumber,
      version: publication.versionNumber,
      footprint: publication.footprintCode,
      publishedAt: publication.publishedAt.toISOString(),
    },
  } as const;
  const { schema, illustrative, ...rest } = record;
  return { schema, illustrative, recordDigest: recordDigest(record), ...rest, document: publicCopy(document) };
}

/** Name under which the file is saved, in characters every file system takes. */
export function downloadFileName(footprintSlug: string, versionNumber: number): string {
  return `${versionFileName(footprintSlug, versionNumber)}.json`;
}

function publishedEndorsement(
  endorsement: Endorsement,
  members: readonly Pick<RoadmapMember, 'organisationId' | 'code'>[],
): DownloadEndorsement {
  const { organisationId, person, decision, conditions, at, digest } = endorsement;
  const member = members.find((candidate) => candidate.organisationId === organisationId);
  if (member === undefined) {
    throw new MismatchedDownloadError(`"${organisationId}" is not a member of the footprint`);
  }
  return {
    organisation: member.code,
    person: person.name,
    role: person.role,
    decision,
    conditions,
    at: at.toISOString(),
    digest,
  };
}

function refuseMismatch(document: RoadmapDocument, digest: string, publication: Publication): void {
  const agrees =
    publication.digest === digest &&
    publication.versionNumber === document.version &&
    publication.footprintCode === document.footprint.code &&
    publication.illustrative === document.illustrative;
  if (!agrees) {
    throw new MismatchedDownloadError('The publication is not of this document');
  }
}
