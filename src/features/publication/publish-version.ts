import type { AppContext } from '../../context.ts';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { CheckResult } from '../../platform/check-result.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Acting } from '../identity/index.ts';
import { lockVersion, moveVersion } from '../roadmap/index.ts';
import { downloadText } from './download-text.ts';
import { insertPublication } from './publication-repository.ts';
import { type PublishCase, readPublishCase } from './publish-case.ts';
import { buildRoadmapDownload } from './roadmap-download.ts';

export type PublishOutcome =
  | { readonly kind: 'ok'; readonly releaseNumber: number; readonly superseded: readonly number[] }
  | { readonly kind: 'blocked'; readonly check: CheckResult }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Makes a cleared version public: keeps its public edition with the decisions made on it as a file that is never edited, and
 * supersedes what was public before, which stays readable.
 */
export function publishVersion(
  { database, newId }: Pick<AppContext, 'database' | 'newId'>,
  versionId: string,
  by: Acting,
): Promise<PublishOutcome> {
  return database.transaction().execute(async (transaction): Promise<PublishOutcome> => {
    const version = await lockVersion(transaction, versionId);
    const found = await readPublishCase(transaction, version);
    if (found === null) {
      return { kind: 'refused', reason: 'A draft cannot be published' };
    }
    const { check } = found;
    if (check.blockers.length > 0) {
      return { kind: 'blocked', check };
    }
    const releaseNumber = (found.published?.releaseNumber ?? 0) + 1;
    await keepPublication(transaction, found, { publicationId: newId(), releaseNumber }, by);
    const facts = { blockerCount: 0, at: by.at, personId: by.personId };
    const moved = await moveVersion(transaction, versionId, { kind: 'publish' }, facts);
    if (moved.kind === 'refused') {
      throw new Error(`A version without blockers could not be published: ${moved.reason}`);
    }
    await auditPublication(transaction, found, releaseNumber, by);
    return { kind: 'ok', releaseNumber, superseded: moved.superseded };
  });
}

async function keepPublication(
  transaction: Connection,
  { version, digest, document, endorsements, members }: PublishCase,
  { publicationId, releaseNumber }: { publicationId: string; releaseNumber: number },
  by: Acting,
): Promise<void> {
  const download = buildRoadmapDownload(document, endorsements, members, {
    footprintCode: document.footprint.code,
    versionNumber: document.version,
    releaseNumber,
    publishedAt: by.at,
    digest,
    illustrative: document.illustrative,
  });
  await insertPublication(transaction, {
    publicationId,
    versionId: version.versionId,
    footprintId: version.footprintId,
    releaseNumber,
    versionNumber: version.number,
    publishedAt: by.at,
    publishedBy: by.personId,
    digest: download.digest,
    recordDigest: download.recordDigest,
    endorsedCount: download.endorsements.filter(({ decision }) => decision !== 'decline').length,
    memberCount: new Set(document.members.map(({ code }) => code)).size,
    illustrative: document.illustrative,
    downloadText: downloadText(download),
  });
}

function auditPublication(
  transaction: Connection,
  { version, digest, check }: PublishCase,
  releaseNumber: number,
  { personId, onBehalfOf, at }: Acting,
): Promise<void> {
  const { roadmapId, number } = version;
  return appendAuditEvent(transaction, {
    chain: `roadmap:${roadmapId}`,
    action: 'roadmap.publish',
    personId,
    onBehalfOf,
    at,
    detail: { version: number, release: releaseNumber, digest, warnings: check.warnings },
  });
}
