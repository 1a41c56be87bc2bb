import type { CheckResult } from '../../platform/check-result.ts';
import type { Connection } from '../../platform/database/database.ts';
import { currentEndorsements, type Endorsement } from '../agreement/index.ts';
import {
  getFrozenDocument,
  listEndorsements,
  listNamedMembers,
  publicCopy,
  type RoadmapDocument,
  type RoadmapMember,
  type RoadmapVersionRow,
} from '../roadmap/index.ts';
import type { PublicationRow } from './publication.ts';
import { checkPublication } from './publication-check.ts';
import { findLatestPublication } from './publication-repository.ts';

/** A version as it stands before publishing, with what the check makes of it: the same for the page and for publishing itself. */
export interface PublishCase {
  readonly version: RoadmapVersionRow;
  /** Of the document, as the members endorsed it. */
  readonly digest: string;
  /** The public edition. */
  readonly document: RoadmapDocument;
  /** The decisions that stand, each of an organisation that the document names. */
  readonly endorsements: readonly Endorsement[];
  /** As the document names them. */
  readonly members: readonly RoadmapMember[];
  /** What is public now; null when nothing is. */
  readonly published: PublicationRow | null;
  readonly check: CheckResult;
}

/**
 * What would be published; null while the version is a draft, of which there is no document. It is read from the document alone:
 * who has left the footprint since still endorsed what is published.
 */
export async function readPublishCase(connection: Connection, version: RoadmapVersionRow): Promise<PublishCase | null> {
  const { versionId, footprintId, state, digest } = version;
  const document = await getFrozenDocument(connection, versionId);
  if (document === null || digest === null) {
    return null;
  }
  const members = (await listNamedMembers(connection, versionId)) ?? [];
  const isNamed = new Set(members.map(({ organisationId }) => organisationId));
  const endorsements = currentEndorsements(await listEndorsements(connection, versionId), digest).filter(
    ({ organisationId }) => isNamed.has(organisationId),
  );
  const published = await findLatestPublication(connection, footprintId);
  const publishedVersion = published?.versionNumber ?? null;
  const check = checkPublication({ state, document, digest, endorsements, members, publishedVersion });
  return { version, digest, document: publicCopy(document), endorsements, members, published, check };
}
