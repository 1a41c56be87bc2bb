import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import { type RoadmapDocument, storedDocument } from '../documents/frozen-document.ts';
import type { VersionState } from './version-state.ts';

/** One version of a roadmap without its content. People are given by name. */
export interface RoadmapVersionRow {
  readonly versionId: string;
  readonly roadmapId: string;
  readonly footprintId: string;
  readonly roundId: string;
  /** Counted over all roadmaps of the footprint, so that an address names one version. */
  readonly number: number;
  /** The number of whatever the footprint begins next. */
  readonly nextNumber: number;
  /** True for the first of its roadmap. */
  readonly isFirst: boolean;
  /** Ids of the rounds of which the footprint has begun a roadmap, this one among them. */
  readonly begunIn: readonly string[];
  /** Ids of those of them in which it has a draft and nothing else. */
  readonly draftIn: readonly string[];
  readonly state: VersionState;
  readonly illustrative: boolean;
  /** The version whose words this one began with; null for a first version. */
  readonly basedOn: string | null;
  readonly summaryOfChanges: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly frozenAt: Date | null;
  readonly frozenBy: string | null;
  /** Null while the version is a draft. */
  readonly digest: string | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly publishedAt: Date | null;
}

const isFirstOfRoadmap = sql<boolean>`not exists (
  select from roadmap_version as earlier
  where earlier.roadmap_id = roadmap_version.roadmap_id and earlier.number < roadmap_version.number)`.as('isFirst');

const begunIn = sql<readonly string[]>`array(
  select each.round_id from roadmap as each
  where each.footprint_id = roadmap.footprint_id
    and exists (select from roadmap_version as own where own.roadmap_id = each.roadmap_id))`.as('begunIn');

const draftIn = sql<readonly string[]>`array(
  select each.round_id from roadmap as each
  where each.footprint_id = roadmap.footprint_id
    and (select bool_and(own.state = 'draft') from roadmap_version as own where own.roadmap_id = each.roadmap_id))`.as(
  'draftIn',
);

const nextNumber = sql<number>`(
  select max(each.number) + 1 from roadmap_version as each join roadmap as own on own.roadmap_id = each.roadmap_id
  where own.footprint_id = roadmap.footprint_id)`.as('nextNumber');

/** A roadmap that was taken up again is newer than what was begun before that. */
const sinceWhen = sql`coalesce(roadmap.taken_up_at, roadmap.created_at)`;

/** What lists versions, still to be narrowed; the newest first: of the newest roadmap, the highest number. */
export function listVersionsQuery(connection: Connection) {
  return connection
    .selectFrom('roadmap_version')
    .innerJoin('roadmap', 'roadmap.roadmap_id', 'roadmap_version.roadmap_id')
    .leftJoin('person as creator', 'creator.id', 'roadmap_version.created_by')
    .leftJoin('person as freezer', 'freezer.id', 'roadmap_version.frozen_by')
    .leftJoin('person as submitter', 'submitter.id', 'roadmap_version.submitted_by')
    .select([
      'roadmap_version.version_id as versionId',
      'roadmap_version.roadmap_id as roadmapId',
      'roadmap.footprint_id as footprintId',
      'roadmap.round_id as roundId',
      'roadmap_version.number',
      nextNumber,
      isFirstOfRoadmap,
      begunIn,
      draftIn,
      'roadmap_version.state',
      'roadmap_version.illustrative',
      'roadmap_version.based_on as basedOn',
      'roadmap_version.summary_of_changes as summaryOfChanges',
      'roadmap_version.created_at as createdAt',
      'creator.name as createdBy',
      'roadmap_version.frozen_at as frozenAt',
      'freezer.name as frozenBy',
      'roadmap_version.digest',
      'roadmap_version.submitted_at as submittedAt',
      'submitter.name as submittedBy',
      'roadmap_version.published_at as publishedAt',
    ])
    .orderBy(sinceWhen, 'desc')
    .orderBy('roadmap_version.number', 'desc')
    .$castTo<RoadmapVersionRow>();
}

/** The version a footprint works on, or last worked on; null before its first. */
export async function findCurrentVersion(
  connection: Connection,
  footprintId: string,
): Promise<RoadmapVersionRow | null> {
  const newest = listVersionsQuery(connection).where('roadmap.footprint_id', '=', footprintId).limit(1);
  return (await newest.executeTakeFirst()) ?? null;
}

/** As `findCurrentVersion`, held until the transaction ends so that nothing about it changes underneath a decision. */
export async function lockCurrentVersion(
  transaction: Connection,
  footprintId: string,
): Promise<RoadmapVersionRow | null> {
  const found = await findCurrentVersion(transaction, footprintId);
  return found === null ? null : lockVersion(transaction, found.versionId);
}

/** The version, held until the transaction ends; throws when there is none. */
export async function lockVersion(transaction: Connection, versionId: string): Promise<RoadmapVersionRow> {
  return listVersionsQuery(transaction)
    .where('roadmap_version.version_id', '=', versionId)
    .forUpdate('roadmap_version')
    .executeTakeFirstOrThrow();
}

export async function getVersion(connection: Connection, versionId: string): Promise<RoadmapVersionRow> {
  return listVersionsQuery(connection).where('roadmap_version.version_id', '=', versionId).executeTakeFirstOrThrow();
}

/** A version by its number within its roadmap; null where there is none. */
export async function findVersionOf(
  connection: Connection,
  roadmapId: string,
  number: number,
): Promise<RoadmapVersionRow | null> {
  const found = await listVersionsQuery(connection)
    .where('roadmap_version.roadmap_id', '=', roadmapId)
    .where('roadmap_version.number', '=', number)
    .executeTakeFirst();
  return found ?? null;
}

/** The versions of a footprint, newest first. */
export async function listVersions(connection: Connection, footprintId: string): Promise<RoadmapVersionRow[]> {
  return listVersionsQuery(connection).where('roadmap.footprint_id', '=', footprintId).execute();
}

/** The versions of several footprints, of each the newest first. */
export async function listVersionsOf(
  connection: Connection,
  footprintIds: readonly string[],
): Promise<ReadonlyMap<string, RoadmapVersionRow[]>> {
  const rows =
    footprintIds.length === 0
      ? []
      : await listVersionsQuery(connection).where('roadmap.footprint_id', 'in', footprintIds).execute();
  return Map.groupBy(rows, ({ footprintId }) => footprintId);
}

export interface VersionStateRow {
  readonly footprintId: string;
  readonly roundId: string;
  readonly versionId: string;
  readonly number: number;
  /** True for the first of its roadmap. */
  readonly isFirst: boolean;
  /** Ids of the rounds of which the footprint has begun a roadmap, this one among them. */
  readonly begunIn: readonly string[];
  /** Ids of those of them in which it has a draft and nothing else. */
  readonly draftIn: readonly string[];
  readonly state: VersionState;
  /** Null while the version is a draft. */
  readonly digest: string | null;
  readonly illustrative: boolean;
}

/** What lists the current version of every footprint that has one, still to be narrowed. */
export function listCurrentVersionsQuery(connection: Connection) {
  return connection
    .selectFrom('roadmap_version')
    .innerJoin('roadmap', 'roadmap.roadmap_id', 'roadmap_version.roadmap_id')
    .distinctOn('roadmap.footprint_id')
    .orderBy('roadmap.footprint_id')
    .orderBy(sinceWhen, 'desc')
    .orderBy('roadmap_version.number', 'desc');
}

/** The current version of every footprint that has one. */
export async function listVersionStates(connection: Connection): Promise<VersionStateRow[]> {
  return listCurrentVersionsQuery(connection)
    .select([
      'roadmap.footprint_id as footprintId',
      'roadmap.round_id as roundId',
      'roadmap_version.version_id as versionId',
      'roadmap_version.number',
      isFirstOfRoadmap,
      begunIn,
      draftIn,
      'roadmap_version.state',
      'roadmap_version.digest',
      'roadmap_version.illustrative',
    ])
    .$castTo<VersionStateRow>()
    .execute();
}

export interface NewVersion {
  readonly versionId: string;
  readonly roadmapId: string;
  readonly number: number;
  readonly illustrative: boolean;
  readonly basedOn: string | null;
  readonly summaryOfChanges: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export async function insertVersion(transaction: Connection, version: NewVersion): Promise<void> {
  await transaction
    .insertInto('roadmap_version')
    .values({
      version_id: version.versionId,
      roadmap_id: version.roadmapId,
      number: version.number,
      state: 'draft',
      illustrative: version.illustrative,
      based_on: version.basedOn,
      summary_of_changes: version.summaryOfChanges,
      created_at: version.createdAt,
      created_by: version.createdBy,
    })
    .execute();
}

/** What is known of a version only once it has reached a state. Kept as it is where left out. */
export interface VersionChanges {
  readonly frozen?: {
    readonly document: RoadmapDocument;
    readonly digest: string;
    readonly at: Date;
    readonly by: string | null;
  } | null;
  readonly submitted?: { readonly at: Date; readonly by: string | null };
  readonly published?: { readonly at: Date };
}

export async function updateVersion(
  transaction: Connection,
  versionId: string,
  state: VersionState,
  { frozen, submitted, published }: VersionChanges = {},
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('roadmap_version')
    .set({
      state,
      ...(frozen === undefined
        ? {}
        : {
            document: frozen === null ? null : storedDocument.write(frozen.document),
            digest: frozen?.digest ?? null,
            frozen_at: frozen?.at ?? null,
            frozen_by: frozen?.by ?? null,
          }),
      ...(submitted === undefined ? {} : { submitted_at: submitted.at, submitted_by: submitted.by }),
      ...(published === undefined ? {} : { published_at: published.at }),
    })
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  expectRows('a version moves on', 1, numUpdatedRows);
}

/** The document the members were asked to endorse; null while the version is a draft. */
export async function getFrozenDocument(connection: Connection, versionId: string): Promise<RoadmapDocument | null> {
  const row = await connection
    .selectFrom('roadmap_version')
    .select('document')
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow();
  return storedDocument.read(row.document);
}

/** The documents of every frozen version of a roadmap, by digest. */
export async function listFrozenDocuments(
  connection: Connection,
  roadmapId: string,
): Promise<ReadonlyMap<string, RoadmapDocument>> {
  const rows = await connection
    .selectFrom('roadmap_version')
    .select(['digest', 'document'])
    .where('roadmap_id', '=', roadmapId)
    .where('digest', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ digest, document: stored }) => {
      const document = storedDocument.read(stored);
      return digest === null || document === null ? [] : [[digest, document] as const];
    }),
  );
}
