import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { findSessionPerson } from '../identity-repository.ts';
import { endOtherSessions, returnTo, sendOn } from '../send-on.tsx';
import { tokenIn } from '../session-cookie.ts';
import { PROVIDER_ID } from './provider-plugin.ts';
import { providerRefusal } from './provider-refusal.ts';

const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const begun = z.object({ url: z.url() });

type SendFailure = (request: FastifyRequest, reply: FastifyReply, errors: FieldError[]) => FastifyReply;

/** Signing in at the provider that the configuration names: there and back. A link leads there, since a form may only go to us. */
export function providerRoutes(app: FastifyInstance, context: AppContext, auth: Auth, sendFailure: SendFailure): void {
  const { provider } = context.config;
  if (provider === null) {
    return;
  }

  app.get('/sign-in/provider', { config: attempts }, async (request, reply) => {
    const response = await auth.api.signInSocial({
      body: {
        provider: PROVIDER_ID,
        callbackURL: returnTo(request),
        errorCallbackURL: paths.signIn(),
        disableRedirect: true,
      },
      headers: headersOf(request),
      asResponse: true,
    });
    if (!response.ok) {
      return sendFailure(request, reply, [providerRefusal('unreachable', provider.name)]);
    }
    const { url } = begun.parse(await response.clone().json());
    return copyCookies(reply.header('cache-control', 'no-store'), response).redirect(url, 303);
  });

  app.get('/sign-in/provider/callback', { config: attempts }, async (request, reply) => {
    const response = await auth.api.callbackOAuth({
      method: 'GET',
      params: { id: PROVIDER_ID },
      query: answerOf(request),
      headers: headersOf(request),
      asResponse: true,
    });
    const personId = await findSessionPerson(context.database, tokenIn(app, response));
    const location = new URL(response.headers.get('location') ?? '/', 'http://own.invalid');
    if (personId === null) {
      await app.recordSecurityEvent(request, 'sign-in-failed', { personId: null });
      const refusal = providerRefusal(location.searchParams.get('error') ?? '', provider.name);
      return sendFailure(request, copyCookies(reply, response), [refusal]);
    }
    await endOtherSessions(request, context);
    await app.recordSecurityEvent(request, 'signed-in', { personId });
    return sendOn(request, reply, { context, response }, location.pathname + location.search);
  });
}

/** What the provider sends back with the browser. */
function answerOf({ query }: FastifyRequest): Record<string, string> {
  const given = postedForm(query);
  return Object.fromEntries(
    ['code', 'state', 'iss', 'error', 'error_description']
      .map((name) => [name, textOf(given, name)] as const)
      .filter(([, value]) => value !== ''),
  );
}
