import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** Who saved something of a draft last, when, and how often it has been saved. */
export interface SaveStamp {
  /** `part:<id>`, `trajectory`, `universal-plan:<id>` or `deployment:<id>`. */
  readonly subject: string;
  readonly revision: number;
  /** The person's name; null where no person is recorded. */
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export interface Save extends SaveStamp {
  /** Exactly what was saved; null for something removed. */
  readonly content: unknown;
}

export interface StoredContent {
  readonly subject: string;
  /** Null for something removed. */
  readonly content: unknown;
}

/** The version of the shape in which content is saved. */
const shapeVersion = 1;

function selectSaves(connection: Connection, versionId: string) {
  return connection
    .selectFrom('roadmap_history')
    .leftJoin('person', 'person.id', 'roadmap_history.saved_by')
    .select([
      'roadmap_history.subject',
      'roadmap_history.revision',
      'person.name as savedBy',
      'roadmap_history.saved_at as savedAt',
    ])
    .where('roadmap_history.version_id', '=', versionId);
}

/** The latest save of everything in a version, by subject. */
export async function listSaveStamps(connection: Connection, versionId: string): Promise<Map<string, SaveStamp>> {
  const rows: SaveStamp[] = await selectSaves(connection, versionId)
    .distinctOn('roadmap_history.subject')
    .orderBy('roadmap_history.subject')
    .orderBy('roadmap_history.revision', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Every save of one subject, newest first. */
export async function listSavesOf(connection: Connection, versionId: string, subject: string): Promise<Save[]> {
  return selectSaves(connection, versionId)
    .select('roadmap_history.content')
    .where('roadmap_history.subject', '=', subject)
    .orderBy('roadmap_history.revision', 'desc')
    .$castTo<Save>()
    .execute();
}

export async function findLatestSave(connection: Connection, versionId: string, subject: string): Promise<Save | null> {
  const row = await selectSaves(connection, versionId)
    .select('roadmap_history.content')
    .where('roadmap_history.subject', '=', subject)
    .orderBy('roadmap_history.revision', 'desc')
    .limit(1)
    .$castTo<Save>()
    .executeTakeFirst();
  return row ?? null;
}

/** What a version says now: the latest save of each subject. */
export async function listLatestSaves(connection: Connection, versionId: string): Promise<StoredContent[]> {
  return connection
    .selectFrom('roadmap_history')
    .distinctOn('roadmap_history.subject')
    .select(['roadmap_history.subject', 'roadmap_history.content'])
    .where('roadmap_history.version_id', '=', versionId)
    .orderBy('roadmap_history.subject')
    .orderBy('roadmap_history.revision', 'desc')
    .$castTo<StoredContent>()
    .execute();
}

export interface NewSave {
  readonly versionId: string;
  readonly subject: string;
  readonly revision: number;
  readonly content: unknown;
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
        shape_version: shapeVersion,
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
export async function copyContent(transaction: Connection, fromVersionId: string, toVersionId: string): Promise<void> {
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
