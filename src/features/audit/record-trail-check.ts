import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { withTrail } from '../../platform/audit/trail-repository.ts';
import { type TrailReport, verifyTrail } from '../../platform/audit/verify-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { detailOf } from './audit-check.ts';
import { countChains } from './audit-list-repository.ts';

/** The chain to which each check made on the page is added. */
export const CHECKS = 'audit-check';

/** More would keep a person waiting at the page, and a connection busy meanwhile. The command has no such limit. */
const MOST_EVENTS = 50_000;

/** Kept of a check; a thoroughly rewritten trail has more. */
const DISCREPANCIES_KEPT = 20;

export type TrailCheck =
  | { readonly kind: 'checked'; readonly report: TrailReport }
  | { readonly kind: 'too-large'; readonly events: number; readonly limit: number };

/** Checks the whole trail, if it is not too large for that. Changes nothing. */
export async function checkTrail(database: Database): Promise<TrailCheck> {
  const { events } = await countChains(database);
  if (events > MOST_EVENTS) {
    return { kind: 'too-large', events, limit: MOST_EVENTS };
  }
  return { kind: 'checked', report: await withTrail(database, (items) => verifyTrail(items, null)) };
}

interface Checker {
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Checks the trail and adds what came of it to the trail. */
export async function recordTrailCheck(database: Database, by: Checker): Promise<TrailCheck> {
  const check = await checkTrail(database);
  if (check.kind === 'checked') {
    const detail = detailOf({
      ...check.report,
      discrepancies: check.report.discrepancies.slice(0, DISCREPANCIES_KEPT),
    });
    await database
      .transaction()
      .execute((transaction) => appendAuditEvent(transaction, { ...by, chain: CHECKS, action: 'audit.check', detail }));
  }
  return check;
}
