import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { recordset } from '../../platform/database/statements/recordset.ts';
import { insertReleaseSource, type ReleaseDetails, type StoredRelease } from '../directory-import/index.ts';
import type { Figure, PublishedFigure } from './figure.ts';

/** All versions of an indicator's figures, the earliest first. */
export async function listFigureReleases(connection: Connection, series: string): Promise<StoredRelease[]> {
  const result = await sql<StoredRelease>`
    select release.version, release.published_on::text as "publishedOn", release.digest, release.recorded_at as "recordedAt"
    from indicator_release as release where release.series = ${series} order by release.version`.execute(connection);
  return result.rows;
}

/** Every release on record, as `series-version`. */
export async function listFigureReleaseNames(connection: Connection): Promise<string[]> {
  const result = await sql<{ name: string }>`
    select release.series || '-' || release.version as name from indicator_release as release`.execute(connection);
  return result.rows.map(({ name }) => name);
}

/** Whoever adds figures of an indicator waits for whoever is adding some, and then sees them. */
export async function lockIndicator(connection: Connection, series: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('indicator-release'), hashtext(${series}))`.execute(connection);
}

interface Release {
  readonly details: ReleaseDetails;
  readonly figures: readonly Figure[];
  readonly digest: string;
  readonly isShipped: boolean;
  readonly at: Date;
}

/** Adds a release with its source and all its figures. */
export async function insertFigureRelease(
  connection: Connection,
  { details, figures, digest, isShipped, at }: Release,
): Promise<void> {
  const { series, version, publishedOn, standing } = details;
  const sourceId = `indicator-${series}-${version}`;
  await insertReleaseSource(connection, sourceId, details, isShipped);
  await sql`
    insert into indicator_release (series, version, source_id, published_on, standing, digest, recorded_at)
    values (${series}, ${version}, ${sourceId}, ${publishedOn}::date, ${standing}::standing, ${digest}, ${at})`.execute(
    connection,
  );
  const rows = figures.map(({ from, to, ...figure }) => ({ ...figure, period_from: from, period_to: to }));
  await sql`
    insert into indicator_figure (series, version, code, period_from, period_to, value, numerator, denominator, note)
    select ${series}, ${version}, code, period_from, period_to, value, numerator, denominator, note
    from ${recordset(
      rows,
      'code text, period_from date, period_to date, value text, numerator numeric, denominator numeric, note text',
    )}`.execute(connection);
  await sql`analyze indicator_figure`.execute(connection);
}

/**
 * The figures of an organisation about periods that were over by the day, of each indicator in its newest version of the day, the latest
 * first; one query. A code belongs to whoever bore it last by the end of the period.
 *
 * @param series ids of indicators
 */
export async function listFiguresOf(
  connection: Connection,
  organisationId: string,
  series: readonly string[],
  asAt: string,
): Promise<PublishedFigure[]> {
  const result = await sql<PublishedFigure>`
    with shown as (
      select distinct on (release.series) release.* from indicator_release as release
      where release.series = any(${series}::text[]) and release.published_on <= ${asAt}::date
      order by release.series, release.version desc
    ), code as (
      select distinct record.code from organisation_record as record where record.organisation_id = ${organisationId}
    )
    select figure.series, figure.version, shown.source_id as "sourceId", source.title, source.publisher, figure.code,
      figure.period_from::text as "from", figure.period_to::text as "to", figure.value, figure.numerator::text as numerator,
      figure.denominator::text as denominator, figure.note
    from code join indicator_figure as figure on figure.code = code.code
    join shown on shown.series = figure.series and shown.version = figure.version
    join source on source.source_id = shown.source_id
    where figure.period_to <= ${asAt}::date and ${organisationId} = (
      select record.organisation_id from organisation_record as record
      where record.code = figure.code and coalesce(lower(record.valid), date '0001-01-01') <= figure.period_to
      order by lower(record.valid) desc nulls last limit 1)
    order by figure.series, figure.period_to desc, figure.period_from desc, figure.code`.execute(connection);
  return result.rows;
}
