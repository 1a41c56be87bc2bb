import { hashPassword } from 'better-auth/crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { projectFolder, shippedProgrammes } from '../../../project-folder.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { readProgrammePack } from '../../programme/index.ts';
import { headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { findPersonIdByEmail } from '../identity-repository.ts';
import { rememberBrowser } from '../known-browser.ts';
import { passwordIn } from '../password/password-rule.ts';
import { endOtherSessions, sendOn } from '../send-on.tsx';
import { openFirstAccount } from './open-first-account.ts';
import { parseFirstAccountForm } from './parse-first-account-form.ts';
import { hasAdministrator, hasSetUpLink } from './set-up-link-repository.ts';
import { tokenDigest } from './token-digest.ts';
import {
  FirstAccountPage,
  type FirstAccountPageProps,
  type OtherProgramme,
  SetUpOverPage,
} from './views/first-account-pages.tsx';

const attempts = { rateLimit: { max: 10, timeWindow: '10 minutes', hook: 'preHandler' as const } };

const taken = {
  field: 'email',
  message:
    'This address has an account already. Enter another, or have its owner made administrator with ldr user invite',
};

/** Where the link leads that a real service prints while nobody administers it. */
export function firstAccountRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  const { database, clock } = context;
  // They do not change while the service runs, and take longer to read than the page to make.
  let others: Promise<readonly OtherProgramme[]> | undefined;
  const send: SendForm = async (request, reply, state) => {
    others ??= readOtherProgrammes(context);
    return sendForm(request, reply, context, { ...state, others: await others });
  };

  app.get('/set-up', async (request, reply) => {
    const token = textOf(postedForm(request.query), 'token');
    const isAdministered = await hasAdministrator(database);
    return !isAdministered && (await hasSetUpLink(database, tokenDigest(token), clock()))
      ? send(request, reply, { token, typed: {}, errors: [] })
      : sendOver(request, reply, isAdministered);
  });

  app.post('/set-up', { config: attempts }, async (request, reply) => {
    const form = postedForm(request.body);
    const token = textOf(form, 'token');
    const password = passwordIn(form.password);
    const parsed = parseFirstAccountForm(form, password);
    if (parsed.kind === 'errors') {
      return send(request, reply, { token, typed: parsed.typed, errors: parsed.errors });
    }
    const account = { ...parsed.value, token, passwordHash: await hashPassword(password) };
    const { kind } = await openFirstAccount(context, account, clock());
    switch (kind) {
      case 'opened':
        return signInWith(request, reply, { context, auth, email: account.email, password });
      case 'address-taken':
        return send(request, reply, { token, typed: typedAgain(parsed.value), errors: [taken] });
      case 'administered':
      case 'over':
        return sendOver(request, reply, kind === 'administered');
    }
  });
}

interface Opened {
  readonly context: AppContext;
  readonly auth: Auth;
  readonly email: string;
  readonly password: string;
}

/** Whoever has just chosen a password is not asked for it again. */
async function signInWith(
  request: FastifyRequest,
  reply: FastifyReply,
  { context, auth, email, password }: Opened,
): Promise<FastifyReply> {
  const headers = headersOf(request);
  const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  await endOtherSessions(request, context);
  const personId = await findPersonIdByEmail(context.database, email);
  await request.server.recordSecurityEvent(request, 'signed-in', { personId, account: email });
  rememberBrowser(reply, email, context.newId());
  return sendOn(request, reply, { context, response }, paths.serviceSettings());
}

function typedAgain({ email, name, jobTitle }: { email: string; name: string; jobTitle: string }): TypedForm {
  return { email, name, 'job-title': jobTitle };
}

type FormState = Omit<FirstAccountPageProps, 'programme'>;

type SendForm = (request: FastifyRequest, reply: FastifyReply, state: FormState) => Promise<FastifyReply>;

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { config, pack }: AppContext,
  { others, ...state }: FormState & { readonly others: readonly OtherProgramme[] },
) {
  const programme = { title: pack.title, timeZone: pack.timeZone, others, database: databaseGiven(config) };
  const hasErrors = state.errors.length > 0;
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'Set up the service',
    status: hasErrors ? 422 : 200,
    hasErrors,
    body: <FirstAccountPage {...state} programme={programme} />,
  });
}

/** The programmes that the service could have been started with instead of the one that it runs; none where somebody has named that one. */
async function readOtherProgrammes({ config, pack: running }: AppContext): Promise<readonly OtherProgramme[]> {
  if (config.isProgrammeGiven) {
    return [];
  }
  const shipped = await Promise.all(
    shippedProgrammes().map(async (name) => ({
      name,
      pack: await readProgrammePack(projectFolder('programmes', name)),
    })),
  );
  return shipped
    .filter(({ pack }) => pack.id !== running.id)
    .map(({ name, pack: { title, summary } }) => ({ name, title, summary }));
}

/** What says where the database is, and must say otherwise for another programme. */
function databaseGiven({ databaseUrl, isDataDirGiven }: AppContext['config']): string | null {
  return databaseUrl !== null ? 'DATABASE_URL' : isDataDirGiven ? 'DATA_DIR' : null;
}

function sendOver(request: FastifyRequest, reply: FastifyReply, isAdministered: boolean) {
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: isAdministered ? 'This service is set up' : 'This link does not work any more',
    // To look at a service that is set up is no mistake.
    status: isAdministered && request.method === 'GET' ? 200 : 422,
    body: <SetUpOverPage isAdministered={isAdministered} />,
  });
}
