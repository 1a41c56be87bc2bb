import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import { publicUrlOf } from '../../../platform/config.ts';
import { requireActor } from '../require-can.ts';
import { type AccountChange, changeWords, letterOfAccountChange } from './account-change.ts';
import { getAccount } from './account-repository.ts';

/**
 * Writes down that somebody changed how they sign in, and tells the owner of the account by mail, in one transaction. The change
 * itself is the library's, which has its own.
 */
export async function recordAccountChange(
  request: FastifyRequest,
  { database, clock, config }: AppContext,
  change: AccountChange,
): Promise<void> {
  const { personId } = requireActor(request);
  const at = clock();
  await database.transaction().execute(async (transaction) => {
    const to = await getAccount(transaction, personId);
    await appendAuditEvent(transaction, {
      chain: `person:${personId}`,
      action: changeWords[change].action,
      personId,
      onBehalfOf: 'Themselves',
      at,
      detail: {},
    });
    const forgottenPassword = `${publicUrlOf(config)}${paths.forgottenPassword()}`;
    const { serviceName } = request.server.settings.current;
    const letter = letterOfAccountChange(change, { to, at, serviceName, forgottenPassword });
    await request.server.letters?.add(transaction, letter);
  });
  await request.server.recordSecurityEvent(request, 'account-changed');
}
