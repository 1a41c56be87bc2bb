import { createHash } from 'node:crypto';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { listUnknownCodes, placeOfRelease, type ReleaseDetails, type ReleasePlace } from '../directory-import/index.ts';
import { countScores, type ReleaseRows } from './official-results.ts';
import { insertRelease, listReleases, lockSeries } from './official-results-repository.ts';

export interface ReleaseImport {
  readonly details: ReleaseDetails;
  readonly content: ReleaseRows;
  /** Whether it comes with the service. */
  readonly isShipped: boolean;
  /** Null for the service and its command line. */
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly now: Date;
  /** Finds out what would be added, and adds nothing. */
  readonly isDryRun: boolean;
}

/** What a release says, and how it stands to what is known. */
export interface ReleaseReport {
  readonly rowCount: number;
  readonly scoreCount: number;
  /** Codes that mean nothing here: their results are kept as published. */
  readonly unknownCodes: readonly string[];
  /** Names that were published without a code. */
  readonly namesWithoutCode: readonly string[];
  /** The version whose place it takes; null for the first of its series, and for one that an even later one has followed. */
  readonly supersedes: number | null;
}

export type ReleaseOutcome =
  | ({ readonly kind: 'imported' | 'checked' } & ReleaseReport)
  | Exclude<ReleasePlace, { readonly kind: 'new' }>;

/** Takes a release in, all of it or nothing; the same one again changes nothing, and no release changes another. */
export function importRelease(database: Database, request: ReleaseImport): Promise<ReleaseOutcome> {
  return database.transaction().execute((transaction) => takeInRelease(transaction, request));
}

/** The same inside a transaction of the caller's, who decides what becomes of it. */
export async function takeInRelease(transaction: Connection, request: ReleaseImport): Promise<ReleaseOutcome> {
  const { details, content, isShipped, isDryRun, now, personId, onBehalfOf } = request;
  await lockSeries(transaction, details.series);
  const releases = await listReleases(transaction, details.series);
  const digest = digestOf(details, content);
  const place = placeOfRelease(releases, details, digest);
  if (place.kind !== 'new') {
    return place;
  }
  const report = { ...(await reportOn(transaction, content)), supersedes: place.supersedes };
  if (isDryRun) {
    return { kind: 'checked', ...report };
  }
  await insertRelease(transaction, { details, content, digest, isShipped, at: now });
  await appendAuditEvent(transaction, {
    chain: 'official-results',
    action: 'results-imported',
    personId,
    onBehalfOf,
    at: now,
    detail: { series: details.series, version: details.version, digest, rowCount: report.rowCount },
  });
  return { kind: 'imported', ...report };
}

async function reportOn(connection: Connection, content: ReleaseRows): Promise<Omit<ReleaseReport, 'supersedes'>> {
  const codes = [...new Set(content.rows.flatMap(({ code }) => code ?? []))];
  const nameless = content.rows.flatMap(({ code, name }) => (code === null ? [name] : []));
  return {
    rowCount: content.rows.length,
    scoreCount: countScores(content),
    unknownCodes: await listUnknownCodes(connection, codes),
    namesWithoutCode: [...new Set(nameless)],
  };
}

function digestOf({ publishedOn }: ReleaseDetails, { measures, rows }: ReleaseRows): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        publishedOn,
        measures,
        rows.map((row) => [row.code, row.name, row.careSetting, row.year, row.scores, row.note]),
      ]),
    )
    .digest('hex');
}
