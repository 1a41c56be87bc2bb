import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { listPasskeys, updateShownPasskey } from '../passkeys/passkey-repository.ts';
import { madePasskey, postedPasskey } from '../passkeys/posted-passkey.ts';
import { requireConfirmed } from '../require-can.ts';
import type { Actor } from '../role.ts';
import { returnTo } from '../send-on.tsx';
import { recordAccountChange } from './record-account-change.ts';
import { requireFactorShown } from './require-factor-shown.ts';
import { requireOwner } from './require-owner.ts';
import { sendAccount } from './send-account.tsx';
import { passkeysAnchor } from './views/passkeys.tsx';

const attempts = { rateLimit: { max: 20, timeWindow: '10 minutes', hook: 'preHandler' as const } };
const longestName = 50;

/** The field is there only where script and browser allow it, so the heading above it is what this leads to. */
const notMade: FieldError = {
  field: passkeysAnchor,
  message: 'No passkey was made. Your browser needs script for it, and a way to ask for your finger, face or PIN',
};

/** Passkeys of one's own account: added by the browser, removed by a press. */
export function passkeyRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  const requirePasskeyOwner = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await requireOwner(request, context);
    await requireFactorShown(request, context);
    requireConfirmed(request);
    return actor;
  };

  app.post('/account/passkeys/options', { config: attempts }, async (request, reply) => {
    await requirePasskeyOwner(request);
    const response = await auth.api.generatePasskeyRegistrationOptions({
      headers: headersOf(request),
      asResponse: true,
    });
    return copyCookies(reply, response).send(await response.json());
  });

  app.post('/account/passkeys', { config: attempts }, async (request, reply) => {
    await requirePasskeyOwner(request);
    const reader = readForm(postedForm(request.body));
    const required = 'Enter a name for the passkey';
    const name = reader.line('passkey-name', { label: 'The name of the passkey', limit: longestName, required });
    const parsed = reader.outcome(name);
    if (parsed.kind === 'errors') {
      return sendAccount(request, reply, context, parsed.errors);
    }
    const made = postedPasskey(request, madePasskey);
    const headers = headersOf(request);
    const response =
      made === null
        ? null
        : await auth.api.verifyPasskeyRegistration({ body: { response: made, name }, headers, asResponse: true });
    if (response?.ok !== true) {
      return sendAccount(request, reply, context, [notMade]);
    }
    if (request.sessionId !== null) {
      await updateShownPasskey(context.database, request.sessionId);
    }
    await recordAccountChange(request, context, 'passkey-added');
    return redirectWithSuccess(
      copyCookies(reply, response),
      returnTo(request, paths.account()),
      'From now on you can sign in with your passkey.',
    );
  });

  app.post<{ Params: { id: string } }>('/account/passkeys/:id/remove', async (request, reply) => {
    const { personId } = await requirePasskeyOwner(request);
    const passkey = (await listPasskeys(context.database, personId)).find(({ id }) => id === request.params.id);
    if (passkey === undefined) {
      throw new NotFoundError('You have no such passkey.', { href: paths.account(), text: 'Go to your account' });
    }
    await auth.api.deletePasskey({ body: { id: passkey.id }, headers: headersOf(request) });
    await recordAccountChange(request, context, 'passkey-removed');
    return redirectWithSuccess(
      reply,
      paths.account(),
      `The passkey “${passkey.name}” is removed. Delete it on your device too.`,
    );
  });
}
