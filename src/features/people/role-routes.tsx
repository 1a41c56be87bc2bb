import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { isId } from '../../platform/ids.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import {
  type ActingPerson,
  acting,
  can,
  describeGrant,
  type OneTimeLink,
  refusalFor,
  requireActor,
  requireCan,
} from '../identity/index.ts';
import { beginRecovery } from './begin-recovery.ts';
import { changeRoleEnd } from './change-role-end.ts';
import { endRole } from './end-role.ts';
import { handOverRole } from './hand-over-role.ts';
import { inventedPersonMessage } from './invite-people.ts';
import { lastDayOf } from './letters.ts';
import { managingAction, type Reach, reachOf, subjectOf } from './manage.ts';
import { parseEndForm, parseExtendForm, parseHandOverForm } from './parse-people-forms.ts';
import { findPersonRow, listPersonEvents, type PersonRow } from './people-repository.ts';
import { peopleContext, requireReach } from './require-reach.ts';
import { HistoryPage } from './views/history-page.tsx';
import { LinksPage } from './views/links-page.tsx';
import { ChooseStepPage, EndRolePage, ExtendRolePage, HandOverPage, RecoverPage } from './views/role-pages.tsx';

type RoleRequest = FastifyRequest<{ Params: { grant: string } }>;

interface FormState {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

const untouched: FormState = { typed: {}, errors: [] };
const toPeople = { href: paths.people(), text: 'Go to the people' };

/** What is done about one role that somebody holds. */
export function roleRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant', async (request, reply) => {
    const { row } = await requireRole(request, context);
    const mayRecover = !row.isPersona && (!row.canSignIn || can(request.actor, 'people.manage-all'));
    return sendRole(request, reply, 'Change a role', untouched, <ChooseStepPage row={row} mayRecover={mayRecover} />);
  });

  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant/end', async (request, reply) => {
    const { row } = await requireRole(request, context);
    return sendRole(request, reply, 'End a role', untouched, <EndRolePage row={row} {...untouched} />);
  });

  app.post<{ Params: { grant: string } }>('/workspace/people/roles/:grant/end', async (request, reply) => {
    const { row, by } = await requireRole(request, context);
    const form = parseEndForm(postedForm(request.body));
    if (form.kind === 'errors') {
      return sendRole(request, reply, 'End a role', form, <EndRolePage row={row} {...form} />);
    }
    const { reason } = form.value;
    const outcome = await endRole(peopleContext(app, context), { grantId: row.grantId, reason }, by);
    if (outcome.kind === 'last-administrator') {
      const state = { typed: { reason }, errors: [lastAdministrator('reason')] };
      return sendRole(request, reply, 'End a role', state, <EndRolePage row={row} {...state} />);
    }
    refuseIfGone(outcome.kind);
    return done(reply, `${row.name} is no longer ${wordsOf(row)}, and is signed out everywhere.`);
  });

  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant/extend', async (request, reply) => {
    const { row } = await requireRole(request, context);
    const typed = { until: row.endsAt === null ? '' : formatDate(lastDayOf(row.endsAt)) };
    return sendRole(
      request,
      reply,
      'Change the end of a role',
      untouched,
      <ExtendRolePage row={row} typed={typed} errors={[]} />,
    );
  });

  app.post<{ Params: { grant: string } }>('/workspace/people/roles/:grant/extend', async (request, reply) => {
    const { row, by } = await requireRole(request, context);
    const form = parseExtendForm(postedForm(request.body), today(context.clock));
    if (form.kind === 'errors') {
      return sendRole(request, reply, 'Change the end of a role', form, <ExtendRolePage row={row} {...form} />);
    }
    const { endsAt } = form.value;
    const outcome = await changeRoleEnd(peopleContext(app, context), { grantId: row.grantId, endsAt }, by);
    if (outcome.kind === 'last-administrator') {
      const typed = { until: endsAt === null ? '' : formatDate(lastDayOf(endsAt)) };
      const state = { typed, errors: [lastAdministrator('until')] };
      return sendRole(request, reply, 'Change the end of a role', state, <ExtendRolePage row={row} {...state} />);
    }
    refuseIfGone(outcome.kind);
    return done(reply, `The end of the role of ${row.name} is changed.`);
  });

  historyRoute(app, context);
  handOverRoutes(app, context);
  recoveryRoutes(app, context);
}

const EVENTS_SHOWN = 50;

/** For whoever may see the role, whether or not they may change it. */
function historyRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant/history', async (request, reply) => {
    const { row, reach } = await requireSeenRole(request, context);
    const before = /^\d{1,9}$/.exec(textOf(postedForm(request.query), 'before'))?.[0];
    const after = before === undefined ? null : [before];
    const page = await listPersonEvents(
      context.database,
      { personId: row.personId, reach, day: context.pack.positionOn },
      { after, limit: EVENTS_SHOWN },
    );
    const body = <HistoryPage row={row} page={page} isNewest={after === null} />;
    return sendRole(request, reply, 'History of access', untouched, body);
  });
}

function handOverRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant/hand-over', async (request, reply) => {
    const { row } = await requireRole(request, context);
    return sendRole(request, reply, 'Hand a role over', untouched, <HandOverPage row={row} {...untouched} />);
  });

  app.post<{ Params: { grant: string } }>('/workspace/people/roles/:grant/hand-over', async (request, reply) => {
    const { row, by } = await requireRole(request, context);
    const form = parseHandOverForm(postedForm(request.body));
    if (form.kind === 'errors') {
      return sendRole(request, reply, 'Hand a role over', form, <HandOverPage row={row} {...form} />);
    }
    const { to, reason } = form.value;
    const outcome = await handOverRole(peopleContext(app, context), { grantId: row.grantId, to, reason }, by);
    if (outcome.kind === 'persona' || outcome.kind === 'held-already' || outcome.kind === 'last-administrator') {
      const state = { typed: { ...to, 'job-title': to.jobTitle, reason }, errors: [takerErrors[outcome.kind]] };
      return sendRole(request, reply, 'Hand a role over', state, <HandOverPage row={row} {...state} />);
    }
    if (outcome.kind !== 'handed-over') {
      return refuseIfGone(outcome.kind);
    }
    const { invited } = outcome;
    return invited.kind === 'invited' && app.letters === null
      ? sendLink(request, reply, { ...to, link: invited.link })
      : done(reply, `${to.name} is ${wordsOf(row)} now, in place of ${row.name}.`);
  });
}

function recoveryRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { grant: string } }>('/workspace/people/roles/:grant/recover', async (request, reply) => {
    const { row } = await requireRecovery(request, context);
    return sendRole(
      request,
      reply,
      'Help somebody sign in',
      untouched,
      <RecoverPage row={row} sendsMail={app.letters !== null} />,
    );
  });

  app.post<{ Params: { grant: string } }>('/workspace/people/roles/:grant/recover', async (request, reply) => {
    const { row, by } = await requireRecovery(request, context);
    const factor = readForm(postedForm(request.body)).choice(
      'factor',
      ['off'],
      'Choose what to do about the second factor',
    );
    const takesFactorOff = factor === 'off';
    const outcome = await beginRecovery(peopleContext(app, context), { personId: row.personId, takesFactorOff }, by);
    if (outcome.kind === 'persona') {
      throw new ConflictError('This person is invented and has no password.', toPeople);
    }
    return app.letters === null
      ? sendLink(request, reply, outcome)
      : done(reply, `A link to choose a password is on its way to ${outcome.email}.`);
  });
}

/** The role, and the places whose people whoever is asking may see, if its place is among them. */
async function requireSeenRole(
  request: RoleRequest,
  context: AppContext,
): Promise<{ readonly row: PersonRow; readonly reach: readonly Reach[] }> {
  const actor = requireReach(request);
  const row = await requireRow(request, context);
  if (!can(actor, 'people.read', subjectOf(row))) {
    throw refusalFor(request, actor, (asIfShown) => can(asIfShown, 'people.read', subjectOf(row)));
  }
  return { row, reach: reachOf(actor) };
}

async function requireRow({ params: { grant } }: RoleRequest, { database, pack }: AppContext): Promise<PersonRow> {
  const row = isId(grant) ? await findPersonRow(database, grant, pack.positionOn) : null;
  if (row === null) {
    throw new NotFoundError('Nobody holds this role any more. Look at the list of people.', toPeople);
  }
  return row;
}

/** The role, and whoever is asking if they may look after it. */
async function requireRole(
  request: RoleRequest,
  context: AppContext,
): Promise<{ readonly row: PersonRow; readonly by: ActingPerson }> {
  requireActor(request);
  const row = await requireRow(request, context);
  const [action, subject] = [managingAction(row.role), subjectOf(row)];
  return { row, by: acting(requireCan(request, action, subject), action, subject, context.clock()) };
}

/** Who has a password is helped by those who look after everybody; until then whoever may invite may send the link again. */
async function requireRecovery(request: RoleRequest, context: AppContext) {
  const found = await requireRole(request, context);
  if (found.row.canSignIn) {
    requireCan(request, 'people.manage-all');
  }
  return found;
}

const takerErrors = {
  persona: { field: 'email', message: inventedPersonMessage },
  'held-already': { field: 'email', message: 'This person has the role already. End the other one instead' },
  'last-administrator': lastAdministrator('email'),
} as const;

/** Why a role stays as it is, beside a field of the form that was sent. */
function lastAdministrator(field: string) {
  const message =
    'This is the only administrator whose role has no end and who can sign in. Invite another first, and wait until they have chosen a password';
  return { field, message };
}

function refuseIfGone(kind: 'ended' | 'changed' | 'gone'): void {
  if (kind === 'gone') {
    throw new ConflictError('Somebody else ended this role a moment ago. Nothing was changed by you.', toPeople);
  }
}

function wordsOf({ role, scopeKind, scopeId, scopeName }: PersonRow): string {
  return describeGrant({ role, scopeKind, scopeId, scopeName });
}

function done(reply: FastifyReply, text: string) {
  return redirectWithSuccess(reply, paths.people(), text);
}

function sendLink(
  request: FastifyRequest,
  reply: FastifyReply,
  given: { readonly name: string; readonly email: string; readonly link: OneTimeLink },
) {
  return sendRole(
    request,
    reply.header('cache-control', 'no-store'),
    'Links to pass on',
    untouched,
    <LinksPage links={[given]} />,
  );
}

function sendRole(
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  { errors }: Pick<FormState, 'errors'>,
  body: ReactNode,
) {
  return sendPage(request, reply, {
    title,
    section: 'workspace',
    realDates: 'all',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.people(), text: 'People' },
    ],
    body,
  });
}
