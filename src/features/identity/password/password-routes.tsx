import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { findLinkHolder, type LinkHolder } from '../identity-repository.ts';
import { attachRecovery } from './attach-recovery.ts';
import { ChoosePasswordPage, ForgottenPasswordPage, LinkOverPage } from './password-pages.tsx';
import { passwordIn, passwordProblem } from './password-rule.ts';

const attempts = { rateLimit: { max: 10, timeWindow: '10 minutes', hook: 'preHandler' as const } };

/** Choosing a password by a link that works once, and asking for such a link. */
export function passwordRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  const recovery = attachRecovery(app, context);

  app.get('/choose-password', async (request, reply) => {
    const token = textOf(postedForm(request.query), 'token');
    const holder = await findLinkHolder(context.database, token, context.clock());
    return holder === null
      ? sendLinkOver(request, reply, 404)
      : sendChoose(request, reply, { token, holder, errors: [] });
  });

  app.post('/choose-password', { config: attempts }, async (request, reply) => {
    const form = postedForm(request.body);
    const token = textOf(form, 'token');
    const password = passwordIn(form.password);
    const problem = passwordProblem(password);
    const holder = problem === null ? null : await findLinkHolder(context.database, token, context.clock());
    if (problem !== null && holder !== null) {
      return sendChoose(request, reply, { token, holder, errors: [{ field: 'password', message: problem }] });
    }
    const response = await auth.api.resetPassword({
      body: { token, newPassword: password },
      headers: headersOf(request),
      asResponse: true,
    });
    if (!response.ok) {
      return sendLinkOver(request, reply, 422);
    }
    return redirectWithSuccess(reply, paths.signIn(), 'Your password is saved. Sign in with it.');
  });

  app.get('/forgotten-password', (request, reply) =>
    sendForgotten(request, reply, { state: 'asked', email: '', errors: [] }),
  );

  app.post('/forgotten-password', { config: attempts }, async (request, reply) => {
    const email = textOf(postedForm(request.body), 'email');
    if (!z.email().safeParse(email).success) {
      const errors = [{ field: 'email', message: 'Enter an e-mail address such as a.sample@example.nhs.uk' }];
      return sendForgotten(request, reply, { state: 'asked', email, errors });
    }
    // The same is done and said whether or not there is an account.
    await recovery.ask(email);
    return sendForgotten(request, reply, { state: 'sent', email, errors: [] });
  });
}

interface Choosing {
  readonly token: string;
  readonly holder: LinkHolder;
  readonly errors: readonly FieldError[];
}

function sendChoose(request: FastifyRequest, reply: FastifyReply, { token, holder, errors }: Choosing) {
  const { serviceName } = request.server.identity;
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: holder.hasPassword ? 'Choose a password' : `Welcome to ${serviceName}`,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <ChoosePasswordPage token={token} holder={holder} serviceName={serviceName} errors={errors} />,
  });
}

function sendLinkOver(request: FastifyRequest, reply: FastifyReply, status: 404 | 422) {
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'This link does not work any more',
    status,
    body: <LinkOverPage />,
  });
}

interface ForgottenState {
  readonly state: 'asked' | 'sent';
  readonly email: string;
  readonly errors: readonly FieldError[];
}

function sendForgotten(request: FastifyRequest, reply: FastifyReply, { state, email, errors }: ForgottenState) {
  return sendPage(request, reply, {
    title: 'Forgotten password',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: (
      <ForgottenPasswordPage
        isSent={state === 'sent'}
        email={email}
        errors={errors}
        sendsMail={request.server.letters !== null}
      />
    ),
  });
}
