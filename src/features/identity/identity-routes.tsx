import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDuration } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { accountRoutes } from './account/account-routes.tsx';
import { copyCookies, headersOf } from './auth-headers.ts';
import type { Auth } from './create-auth.ts';
import { firstAccountRoutes } from './first-account/first-account-routes.tsx';
import { findPersonIdByEmail } from './identity-repository.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { passwordRoutes } from './password/password-routes.tsx';
import { passwordIn } from './password/password-rule.ts';
import type { ReadPersonas } from './persona-tasks.ts';
import { keptBodyLimit, keptIn, sendKeptSignIn } from './send-kept-sign-in.tsx';
import { endOtherSessions, returnTo, sendOn } from './send-on.tsx';
import { attemptSucceeded, beginAttempt } from './sign-in/begin-attempt.ts';
import { bucketsOf } from './sign-in/buckets.ts';
import { asksForCode, codeRoutes, sendCodeStep } from './sign-in/code-routes.tsx';
import { passkeySignInRoutes } from './sign-in/passkey-routes.tsx';
import { providerRoutes } from './sign-in/provider-routes.tsx';
import { PersonasPage } from './views/personas-page.tsx';
import { SignInPage } from './views/sign-in-page.tsx';
import { SignOutPage } from './views/sign-out-page.tsx';

const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Signing in and out. Every other feature only reads `request.actor`. */
export function identityRoutes(
  app: FastifyInstance,
  context: AppContext,
  auth: Auth,
  readPersonas: ReadPersonas,
): void {
  app.get('/sign-in', (request, reply) => sendSignIn(request, reply, context, { email: '', errors: [] }));

  app.post('/sign-in', { config: attempts, bodyLimit: keptBodyLimit }, (request, reply) =>
    signIn(request, reply, context, auth),
  );

  app.get('/sign-out', (request, reply) => sendPage(request, reply, { title: 'Sign out', body: <SignOutPage /> }));

  app.post('/sign-out', async (request, reply) => {
    const response = await auth.api.signOut({ headers: headersOf(request), asResponse: true });
    if (request.actor !== null) {
      await app.recordSecurityEvent(request, 'signed-out');
    }
    return copyCookies(reply, response).redirect(paths.home(), 303);
  });

  codeRoutes(app, context, auth);
  const sendFailure = (request: FastifyRequest, reply: FastifyReply, errors: FieldError[]) =>
    sendSignIn(request, reply, context, { email: '', errors });
  passkeySignInRoutes(app, context, auth, sendFailure);
  providerRoutes(app, context, auth, sendFailure);
  accountRoutes(app, context, auth);
  passwordRoutes(app, context, auth);
  firstAccountRoutes(app, context, auth);
  if (context.config.isDemonstration) {
    personaRoutes(app, context, auth, readPersonas);
  }
}

const notFound = 'Enter the e-mail address and password of an account; this pair was not found';

async function signIn(request: FastifyRequest, reply: FastifyReply, context: AppContext, auth: Auth) {
  const { database, clock } = context;
  const form = postedForm(request.body);
  const [email, password] = [textOf(form, 'email'), passwordIn(form.password)];
  const errors = missing(email, password);
  if (errors.length > 0) {
    return sendSignIn(request, reply, context, { email, errors });
  }
  request.triedAccount = email;
  const buckets = bucketsOf({ email, networkAddress: request.ip, knownBrowser: knownBrowser(request, email) });
  const permission = await beginAttempt(database, buckets, clock());
  if (permission.kind === 'wait') {
    return sendWait(request, reply, context, email, permission.seconds);
  }
  const response = await auth.api.signInEmail({
    body: { email, password },
    headers: headersOf(request),
    asResponse: true,
  });
  if (!response.ok) {
    await request.server.recordSecurityEvent(request, 'sign-in-failed', { personId: null, account: email });
    return sendSignIn(request, reply, context, { email, errors: [{ field: 'email', message: notFound }] });
  }
  await attemptSucceeded(database, buckets);
  if (await asksForCode(response)) {
    return sendCodeStep(request, reply, response, returnTo(request));
  }
  await endOtherSessions(request, context);
  const personId = await findPersonIdByEmail(database, email);
  await request.server.recordSecurityEvent(request, 'signed-in', { personId, account: email });
  rememberBrowser(reply, email, context.newId());
  return sendOn(request, reply, { context, response }, returnTo(request));
}

/** The same words whether or not there is such an account. */
function sendWait(request: FastifyRequest, reply: FastifyReply, context: AppContext, email: string, seconds: number) {
  const message = `There were too many tries. Wait ${formatDuration(seconds)}, then try again`;
  reply.header('retry-after', String(Math.ceil(seconds)));
  return sendSignIn(request, reply, context, { email, errors: [{ field: 'email', message }] }, 429);
}

function personaRoutes(app: FastifyInstance, context: AppContext, auth: Auth, readPersonas: ReadPersonas): void {
  app.get('/sign-in/personas', async (request, reply) => {
    const { personas, tasks } = await readPersonas();
    return sendPage(request, reply, {
      title: 'Sign in as a persona',
      breadcrumbs: [{ href: paths.signIn(), text: 'Sign in' }],
      body: <PersonasPage personas={personas} tasks={tasks} />,
    });
  });

  app.post('/sign-in/personas', { bodyLimit: keptBodyLimit }, async (request, reply) => {
    const personId = textOf(postedForm(request.body), 'person');
    const { personas, tasks } = await readPersonas();
    const kept = keptIn(request);
    if (kept !== null && personId === '') {
      return sendKeptSignIn(request, reply, kept, { status: 200, personas, tasks });
    }
    const persona = personas.find((candidate) => candidate.personId === personId);
    if (persona === undefined || !('signInPersona' in auth.api)) {
      throw new NotFoundError('There is no such persona.');
    }
    const response = await auth.api.signInPersona({
      body: { personId },
      headers: headersOf(request),
      asResponse: true,
    });
    await endOtherSessions(request, context);
    await app.recordSecurityEvent(request, 'signed-in', { personId });
    return sendOn(request, reply, { context, response }, returnTo(request));
  });
}

function sendSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  state: { email: string; errors: FieldError[] },
  status = state.errors.length > 0 ? 422 : 200,
) {
  const kept = keptIn(request);
  if (kept !== null) {
    return sendKeptSignIn(request, reply, kept, { status, ...state });
  }
  return sendPage(request, reply, {
    title: 'Sign in',
    status,
    hasErrors: state.errors.length > 0,
    body: (
      <SignInPage
        email={state.email}
        errors={state.errors}
        isDemonstration={context.config.isDemonstration}
        wanted={returnTo(request)}
        offersPasskeys={request.server.offersPasskeys}
        providerName={request.server.providerName}
      />
    ),
  });
}

function missing(email: string, password: string): FieldError[] {
  return [
    ...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ];
}
