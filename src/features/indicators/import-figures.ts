import { createHash } from 'node:crypto';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { listUnknownCodes, placeOfRelease, type ReleaseDetails, type ReleasePlace } from '../directory-import/index.ts';
import type { Figure } from './figure.ts';
import { insertFigureRelease, listFigureReleases, lockIndicator } from './indicators-repository.ts';

export interface FiguresImport {
  readonly details: ReleaseDetails;
  readonly figures: readonly Figure[];
  /** Whether they come with the service. */
  readonly isShipped: boolean;
  readonly onBehalfOf: string;
  readonly now: Date;
  /** Finds out what would be added, and adds nothing. */
  readonly isDryRun: boolean;
}

export type FiguresOutcome =
  | {
      readonly kind: 'imported' | 'checked';
      readonly count: number;
      /** Codes that mean nothing here: their figures are kept as published. */
      readonly unknownCodes: readonly string[];
      /** The version whose place it takes; null for none. */
      readonly supersedes: number | null;
    }
  | Exclude<ReleasePlace, { readonly kind: 'new' }>;

/** Takes the figures of an indicator in, all of them or none; the same again change nothing, and no version changes another. */
export function importFigures(database: Database, request: FiguresImport): Promise<FiguresOutcome> {
  const { details, figures, isShipped, isDryRun, now, onBehalfOf } = request;
  return database.transaction().execute(async (transaction): Promise<FiguresOutcome> => {
    await lockIndicator(transaction, details.series);
    const digest = digestOf(details, figures);
    const place = placeOfRelease(await listFigureReleases(transaction, details.series), details, digest);
    if (place.kind !== 'new') {
      return place;
    }
    const unknownCodes = await listUnknownCodes(transaction, [...new Set(figures.map(({ code }) => code))]);
    const report = { count: figures.length, unknownCodes, supersedes: place.supersedes };
    if (isDryRun) {
      return { kind: 'checked', ...report };
    }
    await insertFigureRelease(transaction, { details, figures, digest, isShipped, at: now });
    await appendAuditEvent(transaction, {
      chain: 'indicators',
      action: 'figures-imported',
      personId: null,
      onBehalfOf,
      at: now,
      detail: { series: details.series, version: details.version, digest, count: figures.length },
    });
    return { kind: 'imported', ...report };
  });
}

function digestOf({ publishedOn }: ReleaseDetails, figures: readonly Figure[]): string {
  const content = figures.map(({ code, from, to, value, numerator, denominator, note }) => [
    code,
    from,
    to,
    value,
    numerator,
    denominator,
    note,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([publishedOn, content]))
    .digest('hex');
}
