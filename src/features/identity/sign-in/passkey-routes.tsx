import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { rememberBrowser } from '../known-browser.ts';
import { postedPasskey, shownPasskey } from '../passkeys/posted-passkey.ts';
import { keptBodyLimit } from '../send-kept-sign-in.tsx';
import { endOtherSessions, returnTo, sendOn } from '../send-on.tsx';

const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const options = z.looseObject({ challenge: z.string() });
const opened = z.object({ user: z.object({ id: z.string(), email: z.string() }) });

const notTaken: FieldError = {
  field: 'email',
  message: 'This passkey was not taken. Try again, or sign in with your password',
};

type SendFailure = (request: FastifyRequest, reply: FastifyReply, errors: FieldError[]) => FastifyReply;

/** Signing in by a passkey, which asks for no password and no code. */
export function passkeySignInRoutes(
  app: FastifyInstance,
  context: AppContext,
  auth: Auth,
  sendFailure: SendFailure,
): void {
  const bodyLimit = keptBodyLimit;

  app.post('/sign-in/passkey/options', { config: attempts, bodyLimit }, async (request, reply) => {
    const response = await auth.api.generatePasskeyAuthenticationOptions({
      headers: headersOf(request),
      asResponse: true,
    });
    // The library asks for what the device would like best; here the owner must always be asked for.
    const asked = { ...options.parse(await response.json()), userVerification: 'required' };
    return copyCookies(reply, response).send(asked);
  });

  app.post('/sign-in/passkey', { config: attempts, bodyLimit }, async (request, reply) => {
    const shown = postedPasskey(request, shownPasskey);
    const headers = headersOf(request);
    const response =
      shown === null
        ? null
        : await auth.api.verifyPasskeyAuthentication({ body: { response: shown }, headers, asResponse: true });
    if (response?.ok !== true) {
      await app.recordSecurityEvent(request, 'sign-in-failed', { personId: null });
      return sendFailure(request, reply, [notTaken]);
    }
    const { user } = opened.parse(await response.clone().json());
    await endOtherSessions(request, context);
    await app.recordSecurityEvent(request, 'signed-in', { personId: user.id, account: user.email });
    rememberBrowser(reply, user.email, context.newId());
    return sendOn(request, reply, { context, response }, returnTo(request));
  });
}
