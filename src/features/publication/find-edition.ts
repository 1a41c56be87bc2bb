import type { Connection } from '../../platform/database/database.ts';
import type { AreaRef } from '../directory/index.ts';
import { type ChangedSection, changedSections, type RoadmapDownload, withheldSections } from '../roadmap/index.ts';
import { readDownload } from './download-text.ts';
import type { PublicationRow, StoredPublication } from './publication.ts';
import { findPublication, listPublicationsOf } from './publication-repository.ts';

/** A published version with everything its public page says about it. */
export interface Edition {
  readonly footprint: AreaRef;
  readonly publication: StoredPublication;
  readonly download: RoadmapDownload;
  /** Every publication of the footprint, newest first, this one included. */
  readonly trail: readonly PublicationRow[];
  /** What differs from the publication before it; null for the first. */
  readonly changes: EditionChanges | null;
}

export interface EditionChanges {
  readonly sinceVersion: number;
  /** Among the sections that both public editions hold: what is left out of one cannot be compared. */
  readonly sections: readonly ChangedSection[];
}

/** The public edition of one version; null where that version is not public. */
export async function findEdition(
  connection: Connection,
  footprint: AreaRef,
  versionNumber: number,
): Promise<Edition | null> {
  const publication = await findPublication(connection, footprint.areaId, versionNumber);
  if (publication === null) {
    return null;
  }
  const download = readDownload(publication.downloadText);
  const trail = await listPublicationsOf(connection, footprint.areaId);
  const before = trail.find(({ releaseNumber }) => releaseNumber === publication.releaseNumber - 1);
  const changes = before === undefined ? null : await findChanges(connection, before, download);
  return { footprint, publication, download, trail, changes };
}

async function findChanges(
  connection: Connection,
  before: PublicationRow,
  { document }: RoadmapDownload,
): Promise<EditionChanges | null> {
  const earlier = await findPublication(connection, before.footprintId, before.versionNumber);
  if (earlier === null) {
    return null;
  }
  const earlierDocument = readDownload(earlier.downloadText).document;
  const withheld = [...withheldSections(earlierDocument), ...withheldSections(document)].map(({ id }) => id);
  const changed = changedSections(earlierDocument, document);
  return { sinceVersion: before.versionNumber, sections: changed.filter(({ id }) => !withheld.includes(id)) };
}
