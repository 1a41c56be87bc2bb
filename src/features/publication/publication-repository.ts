import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { timeZone } from '../../platform/days.ts';
import type { PublicationRow, StoredPublication } from './publication.ts';
import { insertPublishedWords } from './published-words-repository.ts';

interface Called {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

/** Footprints are called what they are called on the day given; each what it was called when it published, where none is. */
function selectPublications(connection: Connection, asAt: string | null = null) {
  const day = sql`coalesce(${asAt}::date, (publication.published_at at time zone ${timeZone})::date)`;
  return connection
    .selectFrom('publication')
    .innerJoinLateral(sql<Called>`area_on(publication.footprint_id, ${day})`.as<'area'>(sql.ref('area')), (join) =>
      join.onTrue(),
    )
    .select((select) => [
      'publication.publication_id as publicationId',
      'publication.version_id as versionId',
      'publication.footprint_id as footprintId',
      'area.code as footprintCode',
      'area.name as footprintName',
      'area.slug as footprintSlug',
      'publication.release_number as releaseNumber',
      'publication.version_number as versionNumber',
      'publication.published_at as publishedAt',
      'publication.digest',
      'publication.record_digest as recordDigest',
      'publication.endorsed_count as endorsedCount',
      'publication.member_count as memberCount',
      'publication.illustrative',
      select
        .not(
          select.exists(
            select
              .selectFrom('publication as later')
              .select('later.publication_id')
              .whereRef('later.footprint_id', '=', 'publication.footprint_id')
              .whereRef('later.release_number', '>', 'publication.release_number'),
          ),
        )
        .$castTo<boolean>()
        .as('isLatest'),
    ])
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.publication_id', 'desc');
}

/** Every publication of every footprint, superseded ones included, newest first; the footprints as they are called on the day. */
export function listPublications(connection: Connection, asAt: string): Promise<PublicationRow[]> {
  return selectPublications(connection, asAt).execute();
}

/** The publications of one footprint, newest first. */
export function listPublicationsOf(
  connection: Connection,
  footprintId: string,
  asAt: string | null = null,
): Promise<PublicationRow[]> {
  return selectPublications(connection, asAt).where('publication.footprint_id', '=', footprintId).execute();
}

/** The publication of a footprint that stands; null while nothing is published. */
export async function findLatestPublication(
  connection: Connection,
  footprintId: string,
): Promise<PublicationRow | null> {
  const found = await selectPublications(connection)
    .where('publication.footprint_id', '=', footprintId)
    .clearOrderBy()
    .orderBy('publication.release_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** The publication of one version of a footprint, with its file; null where that version is not public. */
export async function findPublication(
  connection: Connection,
  footprintId: string,
  versionNumber: number,
): Promise<StoredPublication | null> {
  const found = await selectPublications(connection)
    .select('publication.download as downloadText')
    .where('publication.footprint_id', '=', footprintId)
    .where('publication.version_number', '=', versionNumber)
    .executeTakeFirst();
  return found ?? null;
}

export interface NewPublication
  extends Pick<
    StoredPublication,
    | 'publicationId'
    | 'versionId'
    | 'footprintId'
    | 'releaseNumber'
    | 'versionNumber'
    | 'publishedAt'
    | 'digest'
    | 'recordDigest'
    | 'endorsedCount'
    | 'memberCount'
    | 'illustrative'
    | 'downloadText'
  > {
  readonly publishedBy: string | null;
}

export async function insertPublication(trx: Connection, publication: NewPublication): Promise<void> {
  await trx
    .insertInto('publication')
    .values({
      publication_id: publication.publicationId,
      version_id: publication.versionId,
      footprint_id: publication.footprintId,
      release_number: publication.releaseNumber,
      version_number: publication.versionNumber,
      published_at: publication.publishedAt,
      published_by: publication.publishedBy,
      download: publication.downloadText,
      digest: publication.digest,
      record_digest: publication.recordDigest,
      endorsed_count: publication.endorsedCount,
      member_count: publication.memberCount,
      illustrative: publication.illustrative,
    })
    .execute();
  await insertPublishedWords(trx, publication.publicationId);
}
