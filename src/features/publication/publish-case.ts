import type { Connection } from '../../platform/database/database.ts';
import { dayOfFootprint, listMembers } from '../directory/index.ts';
import type { ProgrammePack } from '../programme/index.ts';
import {
  type CheckResult,
  currentEndorsements,
  type Endorsement,
  getFrozenDocument,
  listEndorsements,
  publicCopy,
  type RoadmapDocument,
  type RoadmapMember,
  type RoadmapVersionRow,
} from '../roadmap/index.ts';
import type { PublicationRow } from './publication.ts';
import { checkPublication } from './publication-check.ts';
import { latestPublication } from './publication-repository.ts';

/** A version as it stands before publishing, with what the check makes of it: the same for the page and for publishing itself. */
export interface PublishCase {
  readonly version: RoadmapVersionRow;
  /** Of the document, as the members endorsed it. */
  readonly digest: string;
  /** The public edition. */
  readonly document: RoadmapDocument;
  /** The decisions that stand. */
  readonly endorsements: readonly Endorsement[];
  readonly members: readonly RoadmapMember[];
  /** What is public now; null when nothing is. */
  readonly published: PublicationRow | null;
  readonly check: CheckResult;
}

/** What would be published; null while the version is a draft, of which there is no document. */
export async function readPublishCase(
  connection: Connection,
  pack: ProgrammePack,
  version: RoadmapVersionRow,
): Promise<PublishCase | null> {
  const { versionId, footprintId, state, digest } = version;
  const document = await getFrozenDocument(connection, versionId);
  if (document === null || digest === null) {
    return null;
  }
  const endorsements = currentEndorsements(await listEndorsements(connection, versionId), digest);
  const day = await dayOfFootprint(connection, { areaId: footprintId }, pack.positionOn);
  const members = await listMembers(connection, footprintId, day);
  const published = await latestPublication(connection, footprintId);
  const publishedVersion = published?.versionNumber ?? null;
  const check = checkPublication({ state, document, digest, endorsements, members, publishedVersion });
  return { version, digest, document: publicCopy(document), endorsements, members, published, check };
}
