import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { takeFiles } from '../../platform/forms/take-files.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { countOf } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, acting } from '../identity/index.ts';
import { type Invitation, type InvitationOutcome, inventedPersonMessage, invitePeople } from './invite-people.ts';
import { managingAction, type RoleToGive, subjectOf } from './manage.ts';
import { errorOfLine, parsePeopleFile } from './parse-people-file.ts';
import { parseInvitationForm } from './parse-people-forms.ts';
import { peopleFileText } from './people-file-text.ts';
import { type PlacesOffered, readPlace } from './read-invitation.ts';
import { peopleContext, requireGiver } from './require-reach.ts';
import { InviteManyPage } from './views/invite-many-page.tsx';
import { InvitePage } from './views/invite-page.tsx';
import { LinksPage } from './views/links-page.tsx';

const crumbs = [
  { href: paths.workspace(), text: 'My work' },
  { href: paths.people(), text: 'People' },
];

/** Inviting one person, or many at once. */
export function inviteRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/people/invite', (request, reply) => {
    const { toGive } = requireGiver(request, context.pack);
    return sendInvite(request, reply, context, { toGive, typed: filledIn(postedForm(request.query)), errors: [] });
  });

  app.post('/workspace/people/invite', async (request, reply) => {
    const { actor, toGive } = requireGiver(request, context.pack);
    const offered = toGive.map(({ role }) => role);
    const parsed = parseInvitationForm(postedForm(request.body), offered, today(context.clock));
    if (parsed.kind === 'errors') {
      return sendInvite(request, reply, context, { toGive, typed: parsed.typed, errors: parsed.errors });
    }
    const { role, place, ...rest } = parsed.value;
    const found = await readPlace(context.database, actor, { role, place }, placesOf(context, toGive));
    const { typed } = parsed;
    if (found.kind === 'unknown') {
      return sendInvite(request, reply, context, { toGive, typed, errors: [found.error] });
    }
    const outcomes = await inviteAs(app, context, actor, [{ ...rest, held: found.held }]);
    const refused = outcomes.flatMap((outcome) => refusalOf(outcome) ?? []);
    return refused.length > 0
      ? sendInvite(request, reply, context, {
          toGive,
          typed,
          errors: refused.map((message) => ({ field: 'email', message })),
        })
      : sendOutcomes(request, reply, outcomes);
  });

  app.get('/workspace/people/invite-many', (request, reply) => {
    const { toGive } = requireGiver(request, context.pack);
    return sendInviteMany(request, reply, { toGive, text: '', errors: [] });
  });

  app.post('/workspace/people/invite-many', (request, reply) => {
    const { toGive } = requireGiver(request, context.pack);
    const reader = readForm(postedForm(request.body));
    const text = reader.text('people', { label: 'The list', limit: LIMIT_BYTES });
    const parsed = reader.outcome(text);
    return parsed.kind === 'errors'
      ? sendInviteMany(request, reply, { toGive, text, errors: parsed.errors })
      : inviteMany(request, reply, { app, context, text });
  });

  inviteFileRoute(app, context);
}

const LONGEST = 200;

/** A thousand lines of people are under 200 kB. */
const LIMIT_BYTES = 1_000_000;

/** A list of places where somebody is missing leads to the form with the role and the place filled in. */
function filledIn(query: PostedForm): TypedForm {
  const text = (name: string) => textOf(query, name).slice(0, LONGEST).toWellFormed();
  return { role: text('role'), place: text('place') };
}

const TOO_LARGE =
  'The file is larger than the service takes (1 megabyte). Nobody was invited: send it in smaller pieces, of 1,000 lines at most.';

/** The same from a file. What is wrong in it can be mended on the page that answers. */
function inviteFileRoute(app: FastifyInstance, context: AppContext): void {
  app.register((scope, _options, done) => {
    takeFiles(scope, {
      mostBytes: LIMIT_BYTES,
      tooLarge: TOO_LARGE,
      mayEnter: (request) => requireGiver(request, context.pack),
    });
    scope.post('/workspace/people/invite-many/file', (request, reply) => {
      const { toGive } = requireGiver(request, context.pack);
      const read = peopleFileText(request.sentFile?.content);
      return read.kind === 'wrong'
        ? sendInviteMany(request, reply, { toGive, text: '', errors: [{ field: 'file', message: read.message }] })
        : inviteMany(request, reply, { app, context, text: read.text });
    });
    done();
  });
}

async function inviteMany(
  request: FastifyRequest,
  reply: FastifyReply,
  { app, context, text }: { readonly app: FastifyInstance; readonly context: AppContext; readonly text: string },
): Promise<FastifyReply> {
  const { actor, toGive } = requireGiver(request, context.pack);
  const read = await readMany(context, actor, toGive, text);
  if (read.errors.length > 0) {
    return sendInviteMany(request, reply, { toGive, text, errors: read.errors });
  }
  return sendOutcomes(request, reply, await inviteAs(app, context, actor, read.invitations));
}

function placesOf({ pack }: AppContext, toGive: readonly RoleToGive[]): PlacesOffered {
  return { toGive, asAt: pack.positionOn };
}

/** Everything that is wrong with a file is told at once: what stands in a line, and the places that it names. */
async function readMany(context: AppContext, actor: Actor, toGive: readonly RoleToGive[], text: string) {
  const offered = toGive.map(({ role }) => role);
  const file = parsePeopleFile(text, offered, today(context.clock));
  const invitations: Invitation[] = [];
  const errors: FieldError[] = [...file.errors];
  for (const { line, invitation } of file.rows) {
    const { role, place, ...rest } = invitation;
    const found = await readPlace(context.database, actor, { role, place }, placesOf(context, toGive));
    if (found.kind === 'found') {
      invitations.push({ ...rest, held: found.held });
    } else {
      errors.push(errorOfLine(line, found.error.message));
    }
  }
  return { invitations, errors };
}

/** In the name of whoever invites, by the role that lets them; several roles in a file are of one giver. */
function inviteAs(app: FastifyInstance, context: AppContext, actor: Actor, invitations: readonly Invitation[]) {
  const [first] = invitations;
  const by =
    first === undefined
      ? acting(actor, 'people.read', {}, context.clock())
      : acting(actor, managingAction(first.held.role), subjectOf(first.held), context.clock());
  return invitePeople(peopleContext(app, context), invitations, by);
}

function refusalOf({ kind, invitation }: InvitationOutcome): string | null {
  switch (kind) {
    case 'held-already':
      return `${invitation.email} has this role already. Nothing was changed`;
    case 'persona':
      return inventedPersonMessage;
    case 'invited':
    case 'granted':
      return null;
  }
}

/** With a mail server everybody has been written to; without one the links are shown, once, to be passed on. */
function sendOutcomes(request: FastifyRequest, reply: FastifyReply, outcomes: readonly InvitationOutcome[]) {
  const given = outcomes.filter(({ kind }) => kind === 'invited' || kind === 'granted');
  const links = outcomes.flatMap((outcome) =>
    outcome.kind === 'invited' ? [{ ...outcome.invitation, link: outcome.link }] : [],
  );
  if (request.server.letters !== null || links.length === 0) {
    const held = outcomes.length - given.length;
    const also = held === 0 ? '' : ` ${countOf(held, 'line')} changed nothing: that role is held already.`;
    const told = request.server.letters === null ? '' : toldByMail(given);
    return redirectWithSuccess(reply, paths.people(), `${countOf(given.length, 'role')} given.${told}${also}`);
  }
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'Links to pass on',
    section: 'workspace',
    breadcrumbs: crumbs,
    body: <LinksPage links={links} />,
  });
}

function toldByMail(given: readonly InvitationOutcome[]): string {
  const [only] = given;
  return given.length === 1 && only !== undefined
    ? ` ${only.invitation.name} is told by e-mail.`
    : ' Those who hold them are told by e-mail.';
}

function sendInvite(
  request: FastifyRequest,
  reply: FastifyReply,
  { pack }: Pick<AppContext, 'pack'>,
  state: { toGive: readonly RoleToGive[]; typed: TypedForm; errors: readonly FieldError[] },
) {
  const body = <InvitePage {...state} pack={pack} sendsMail={request.server.letters !== null} />;
  return sendForm(request, reply, { title: 'Invite a person', errors: state.errors, body });
}

function sendInviteMany(
  request: FastifyRequest,
  reply: FastifyReply,
  state: { toGive: readonly RoleToGive[]; text: string; errors: readonly FieldError[] },
) {
  return sendForm(request, reply, {
    title: 'Invite many people',
    errors: state.errors,
    body: <InviteManyPage {...state} />,
  });
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, errors, body }: { title: string; errors: readonly FieldError[]; body: ReactNode },
) {
  const hasErrors = errors.length > 0;
  return sendPage(request, reply, {
    title,
    realDates: 'all',
    section: 'workspace',
    status: hasErrors ? 422 : 200,
    hasErrors,
    breadcrumbs: crumbs,
    body,
  });
}
