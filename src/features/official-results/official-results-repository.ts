import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { recordset } from '../../platform/database/statements/recordset.ts';
import { insertReleaseSource, type ReleaseDetails, type StoredRelease } from '../directory-import/index.ts';
import type { ReleaseRows } from './official-results.ts';

/** All versions of a series, the earliest first. */
export async function listReleases(connection: Connection, series: string): Promise<StoredRelease[]> {
  const result = await sql<StoredRelease>`
    select release.version, release.published_on::text as "publishedOn", release.digest, release.recorded_at as "recordedAt"
    from result_release as release where release.series = ${series} order by release.version`.execute(connection);
  return result.rows;
}

/** Every release on record, as `series-version`. */
export async function listReleaseNames(connection: Connection): Promise<string[]> {
  const result = await sql<{ name: string }>`
    select release.series || '-' || release.version as name from result_release as release`.execute(connection);
  return result.rows.map(({ name }) => name);
}

/** Whoever adds a release of a series waits for whoever is adding one, and then sees it. */
export async function lockSeries(connection: Connection, series: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('result-release'), hashtext(${series}))`.execute(connection);
}

interface Release {
  readonly details: ReleaseDetails;
  readonly content: ReleaseRows;
  readonly digest: string;
  readonly isShipped: boolean;
  readonly at: Date;
}

/** Adds a release with its source and all its rows. */
export async function insertRelease(
  connection: Connection,
  { details, content, digest, isShipped, at }: Release,
): Promise<void> {
  const { series, version } = details;
  const sourceId = `results-${series}-${version}`;
  await insertReleaseSource(connection, sourceId, details, isShipped);
  await sql`
    insert into result_release (series, version, source_id, published_on, standing, measures, digest, recorded_at)
    values (${series}, ${version}, ${sourceId}, ${details.publishedOn}::date, ${details.standing}::standing,
      ${content.measures}::text[], ${digest}, ${at})`.execute(connection);
  const rows = content.rows.map(({ code, careSetting, ...row }, position) => ({
    ...row,
    position,
    code: code ?? '',
    care_setting: careSetting,
  }));
  await sql`
    insert into official_result (series, version, position, code, name, care_setting, year, scores, note)
    select ${series}, ${version}, position, code, name, care_setting, year, scores, note
    from ${recordset(
      rows,
      'position integer, code text, name text, care_setting text, year integer, scores numeric[], note text',
    )}`.execute(connection);
  await sql`analyze official_result`.execute(connection);
}
