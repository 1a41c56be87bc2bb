import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readStored, type SavedKind, type StoredSave, saidOf, subjectOf } from '../content/saved-kind.ts';

/** Who saved something of a draft last, when, and how often it has been saved. */
export interface SaveStamp {
  /** The name of the kind of content, with the id of the thing where the kind has many: `trajectory`, `part:<id>`. */
  readonly subject: string;
  readonly revision: number;
  /** The person's name; null where no person is recorded. */
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export interface Save<Content> extends SaveStamp {
  /** What was saved; null for something removed. */
  readonly content: Content | null;
}

function selectSaves(connection: Connection, versionId: string) {
  return (
    connection
      .selectFrom('roadmap_history')
      .select(['roadmap_history.subject', 'roadmap_history.revision', 'roadmap_history.saved_at as savedAt'])
      // Joined, all people of the service would be read to name the few who write here.
      .select(({ selectFrom }) =>
        selectFrom('person').whereRef('person.id', '=', 'roadmap_history.saved_by').select('person.name').as('savedBy'),
      )
      .where('roadmap_history.version_id', '=', versionId)
  );
}

/** One save among those of its subject, as it is stored. */
export interface EarlierSave extends SaveStamp, StoredSave {
  /** Who saved it: two people may have one name. */
  readonly personId: string | null;
}

/** Every save of one subject, newest first. */
export async function listSavesOf(connection: Connection, versionId: string, subject: string): Promise<EarlierSave[]> {
  return selectSaves(connection, versionId)
    .select([
      'roadmap_history.content',
      'roadmap_history.shape_version as shapeVersion',
      'roadmap_history.saved_by as personId',
    ])
    .where('roadmap_history.subject', '=', subject)
    .orderBy('roadmap_history.revision', 'desc')
    .$castTo<EarlierSave>()
    .execute();
}

/** The latest save of one thing; null before its first. */
export async function findSave<Saved>(
  connection: Connection,
  versionId: string,
  kind: SavedKind<Saved>,
  id: string,
): Promise<Save<Saved> | null> {
  const row = await selectSaves(connection, versionId)
    .select(['roadmap_history.content', 'roadmap_history.shape_version as shapeVersion'])
    .where('roadmap_history.subject', '=', subjectOf(kind, id))
    .orderBy('roadmap_history.revision', 'desc')
    .limit(1)
    .$castTo<SaveStamp & StoredSave>()
    .executeTakeFirst();
  if (row === undefined) {
    return null;
  }
  const { subject, revision, savedBy, savedAt } = row;
  return { subject, revision, savedBy, savedAt, content: readStored(kind, row) };
}

/** What a version says now: the latest save of each subject, as it is stored. */
export async function listLatestSaves(connection: Connection, versionId: string): Promise<(SaveStamp & StoredSave)[]> {
  return selectSaves(connection, versionId)
    .select(['roadmap_history.content', 'roadmap_history.shape_version as shapeVersion'])
    .distinctOn('roadmap_history.subject')
    .orderBy('roadmap_history.subject')
    .orderBy('roadmap_history.revision', 'desc')
    .$castTo<SaveStamp & StoredSave>()
    .execute();
}

/** Who saved each thing last, by its subject. */
export function stampsOf(saves: readonly SaveStamp[]): ReadonlyMap<string, SaveStamp> {
  return new Map(saves.map((save) => [save.subject, save]));
}

/** What a version says now of one kind, thing by thing. */
export async function listContentOf<Saved>(
  connection: Connection,
  versionId: string,
  kind: SavedKind<Saved>,
): Promise<Saved[]> {
  return saidOf(kind, await listLatestSaves(connection, versionId));
}

export interface NewSave {
  readonly versionId: string;
  readonly subject: string;
  readonly revision: number;
  readonly content: unknown;
  readonly shapeVersion: number;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export async function insertSaves(transaction: Connection, saves: readonly NewSave[]): Promise<void> {
  if (saves.length === 0) {
    return;
  }
  await transaction
    .insertInto('roadmap_history')
    .values(
      saves.map((save) => ({
        version_id: save.versionId,
        subject: save.subject,
        revision: save.revision,
        content: JSON.stringify(save.content),
        saved_by: save.savedBy,
        saved_at: save.savedAt,
        shape_version: save.shapeVersion,
      })),
    )
    .execute();
}

/** Everyone whose saves are in the version, by name. */
export async function listAuthors(connection: Connection, versionId: string): Promise<string[]> {
  const rows = await connection
    .selectFrom('roadmap_history')
    .innerJoin('person', 'person.id', 'roadmap_history.saved_by')
    .select('person.name')
    .distinct()
    .where('roadmap_history.version_id', '=', versionId)
    .orderBy('person.name')
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Begins a version with everything another one says, as first saves in the names of those who wrote it: words keep their
 * writer and date when they are carried over.
 */
export async function insertCopyOfContent(
  transaction: Connection,
  fromVersionId: string,
  toVersionId: string,
): Promise<void> {
  await sql`
    insert into roadmap_history (version_id, subject, revision, content, saved_by, saved_at, shape_version)
    select ${toVersionId}, latest.subject, 1, latest.content, latest.saved_by, latest.saved_at, latest.shape_version
    from (
      select distinct on (roadmap_history.subject) roadmap_history.*
      from roadmap_history
      where roadmap_history.version_id = ${fromVersionId}
      order by roadmap_history.subject, roadmap_history.revision desc
    ) latest
    where latest.content <> 'null'::jsonb`.execute(transaction);
}

/** Those among the versions in which anything was ever written. */
export async function listWrittenVersionIds(
  connection: Connection,
  versionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (versionIds.length === 0) {
    return new Set();
  }
  const rows = await connection
    .selectFrom('roadmap_history')
    .select('version_id as versionId')
    .distinct()
    .where('version_id', 'in', versionIds)
    .execute();
  return new Set(rows.map(({ versionId }) => versionId));
}
