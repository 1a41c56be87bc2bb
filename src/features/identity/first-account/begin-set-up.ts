import { randomBytes } from 'node:crypto';
import { paths } from '../../../paths.ts';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { OneTimeLink } from '../password/link-letter.ts';
import { hasAdministrator, insertSetUpLink } from './set-up-link-repository.ts';
import { tokenDigest } from './token-digest.ts';

/** Long enough for whoever starts the service on a Friday; another start or `ldr setup link` makes a new one. */
const LINK_HOURS = 72;
const HOUR = 3_600_000;

/**
 * Makes the link by which the first administrator sets the service up, once; an earlier one is void. Null where somebody administers
 * it already, and in a demonstration, where a persona does. `publicUrl`: where the service is found, without a slash at the end.
 */
export function beginSetUp(
  database: Database,
  { publicUrl, at }: { readonly publicUrl: string; readonly at: Date },
): Promise<OneTimeLink | null> {
  return database.transaction().execute(async (transaction) => {
    if (await hasAdministrator(transaction)) {
      return null;
    }
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(at.getTime() + LINK_HOURS * HOUR);
    await insertSetUpLink(transaction, { tokenDigest: tokenDigest(token), madeAt: at, expiresAt });
    await appendAuditEvent(transaction, {
      chain: 'service:set-up',
      action: 'set-up.make-link',
      personId: null,
      onBehalfOf: 'whoever runs the service',
      at,
      detail: { expiresAt: expiresAt.toISOString() },
    });
    return { address: `${publicUrl}${paths.setUp(token)}`, expiresAt };
  });
}
