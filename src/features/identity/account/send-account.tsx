import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { listPasskeys } from '../passkeys/passkey-repository.ts';
import { requireActor } from '../require-can.ts';
import { getAccount, listSessionsOf } from './account-repository.ts';
import { AccountPage } from './views/account-page.tsx';

/** The account page of whoever asks, with what is wrong in what they sent. */
export async function sendAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, clock }: AppContext,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const { personId } = requireActor(request);
  const [account, sessions, passkeys] = await Promise.all([
    getAccount(database, personId),
    listSessionsOf(database, personId, clock()),
    listPasskeys(database, personId),
  ]);
  return sendPage(request, reply, {
    title: 'Your account',
    realDates: 'all',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
    body: (
      <AccountPage
        account={account}
        sessions={sessions}
        passkeys={passkeys}
        offersPasskeys={request.server.offersPasskeys}
        mayChangeFactors={request.hasShownFactor || passkeys.length === 0}
        thisSessionId={request.sessionId}
        errors={errors}
      />
    ),
  });
}
