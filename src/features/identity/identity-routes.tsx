import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { pathWithin } from '../../platform/http/return-address.ts';
import { sendPage } from '../../views/send-page.tsx';
import type { Auth } from './auth.ts';
import { copyCookies, headersOf } from './auth-headers.ts';
import { listPersonas } from './identity-repository.ts';
import { deleteEndedSessions, deleteSession } from './session-repository.ts';
import { PersonasPage } from './views/personas-page.tsx';
import { SignInPage } from './views/sign-in-page.tsx';
import { SignOutPage } from './views/sign-out-page.tsx';

const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Signing in and out. Every other feature only reads `request.actor`. */
export function identityRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  app.get('/sign-in', (request, reply) => sendSignIn(request, reply, context, { email: '', errors: [] }));

  app.post('/sign-in', { config: attempts }, async (request, reply) => {
    const form = postedForm(request.body);
    const email = textOf(form, 'email');
    const errors = missing(email, textOf(form, 'password'));
    if (errors.length > 0) {
      return sendSignIn(request, reply, context, { email, errors });
    }
    const response = await auth.api.signInEmail({
      body: { email, password: textOf(form, 'password') },
      headers: headersOf(request),
      asResponse: true,
    });
    if (!response.ok) {
      const problem = {
        field: 'email',
        message: 'Enter the e-mail address and password of an account; this pair was not found',
      };
      return sendSignIn(request, reply, context, { email, errors: [problem] });
    }
    await endOtherSessions(request, context);
    return copyCookies(reply, response).redirect(returnTo(request), 303);
  });

  app.get('/sign-out', (request, reply) => sendPage(request, reply, { title: 'Sign out', body: <SignOutPage /> }));

  app.post('/sign-out', async (request, reply) => {
    const response = await auth.api.signOut({ headers: headersOf(request), asResponse: true });
    return copyCookies(reply, response).redirect(paths.home(), 303);
  });

  if (context.config.isDemonstration) {
    personaRoutes(app, context, auth);
  }
}

function personaRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  app.get('/sign-in/personas', async (request, reply) => {
    const personas = await listPersonas(context.database);
    return sendPage(request, reply, {
      title: 'Sign in as a persona',
      breadcrumbs: [{ href: paths.signIn(), text: 'Sign in' }],
      body: <PersonasPage personas={personas} />,
    });
  });

  app.post('/sign-in/personas', async (request, reply) => {
    const personId = textOf(postedForm(request.body), 'person');
    const persona = (await listPersonas(context.database)).find((candidate) => candidate.personId === personId);
    if (persona === undefined || !('signInPersona' in auth.api)) {
      throw new NotFoundError('There is no such persona.');
    }
    const response = await auth.api.signInPersona({
      body: { personId },
      headers: headersOf(request),
      asResponse: true,
    });
    await endOtherSessions(request, context);
    return copyCookies(reply, response).redirect(paths.workspace(), 303);
  });
}

function sendSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  state: { email: string; errors: FieldError[] },
) {
  return sendPage(request, reply, {
    title: 'Sign in',
    status: state.errors.length > 0 ? 422 : 200,
    hasErrors: state.errors.length > 0,
    body: <SignInPage email={state.email} errors={state.errors} isDemonstration={context.config.isDemonstration} />,
  });
}

function missing(email: string, password: string): FieldError[] {
  return [
    ...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ];
}

/** Only a path of this service is followed: an address given in a link must not lead elsewhere after signing in. */
function returnTo(request: FastifyRequest): string {
  return pathWithin(textOf(postedForm(request.query), 'return-to')) ?? paths.workspace();
}

/** A browser has one session: the one it had before ends, and with it go those that nobody will come back to. */
async function endOtherSessions({ sessionId }: FastifyRequest, { config, database, clock }: AppContext): Promise<void> {
  if (sessionId !== null) {
    await deleteSession(database, sessionId);
  }
  const now = clock();
  await deleteEndedSessions(database, now, new Date(now.getTime() - 1000 * config.sessionLimits.lifeSeconds));
}
