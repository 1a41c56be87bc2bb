import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { dayFrom } from '../../../platform/days.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { sendListDownload } from '../../../platform/http/list-download.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { can, requireConfirmed } from '../../identity/index.ts';
import { inventedPersonMessage, LinksPage, mayManage, peopleContext } from '../../people/index.ts';
import { deadlineInWords } from '../../programme/index.ts';
import { framing } from '../page-frame.ts';
import { actingOn } from '../require-assessed-organisation.ts';
import { AssignPage, type ChoiceGroup } from '../views/assigning/assign-page.tsx';
import { BoardPage } from '../views/assigning/board-page.tsx';
import { boardView } from '../views/assigning/board-view.ts';
import { choiceOf } from '../views/assigning/person-choice.ts';
import { type AssignOutcome, assignSections } from './assign-sections.ts';
import { assignmentLines, assignmentsTable } from './assignments-table.ts';
import { changeRoutes } from './change-routes.tsx';
import { parseAssigningForm, type ThingsOffered } from './parse-assigning-forms.ts';
import { remindRoutes } from './remind-routes.tsx';
import { type AssigningPage, mayBeAssigned, requireAssigningPage } from './require-assigning-page.ts';
import { themesOffered, WHOLE_THEME } from './things-offered.ts';

const address = '/workspace/assessments/:code/:round/assignments';

/** Who answers which section: the board, and giving sections to people. */
export function assignmentRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const page = await requireAssigningPage(request, context, 'assessment.answer');
    return sendBoard(request, reply, page);
  });

  app.get(`${address}.csv`, async (request, reply) => {
    const { assessed, things, colleagues, day } = await requireAssigningPage(request, context, 'assessment.answer');
    const emails = new Map(colleagues.map(({ personId, email }) => [personId, email]));
    return sendListDownload(reply, {
      format: 'csv',
      fileName: `assignments-${assessed.addressKey}-${assessed.round.id}`,
      batches: [assignmentLines(things, day)],
      table: assignmentsTable(emails),
      head: {},
      foot: () => ({}),
    });
  });

  app.get(`${address}/new`, async (request, reply) => {
    const page = await requireAssigningPage(request, context, 'assessment.assign');
    return sendAssign(request, reply, page, { 'due-on': dueAtFirst(page), part: 'answers' });
  });

  app.post(`${address}/new`, (request, reply) => assign(request, reply, context));
  changeRoutes(app, context);
  remindRoutes(app, context);
}

function sendBoard(
  request: FastifyRequest,
  reply: FastifyReply,
  page: AssigningPage,
): FastifyReply | Promise<FastifyReply> {
  const { assessed, things, colleagues, day, illustrative } = page;
  const query = postedForm(request.query);
  const view = boardView({
    assessed,
    things,
    colleagues,
    day,
    mayAssign: can(assessed.actor, 'assessment.assign', assessed.subject) && mayBeAssigned(page),
    by: textOf(query, 'by') === 'person' ? 'person' : 'section',
    show: textOf(query, 'show') === 'overdue' ? 'overdue' : 'all',
  });
  return sendPage(request, reply, {
    ...framing(assessed, 'Assignments'),
    illustrative,
    body: <BoardPage view={view} />,
  });
}

async function assign(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const page = await requireAssigningPage(request, context, 'assessment.assign');
  const { assessed, colleagues, day, place } = page;
  const parsed = parseAssigningForm(postedForm(request.body), {
    personIds: colleagues.map(({ personId }) => personId),
    mayInvite: mayInvite(page),
    things: offeredAt(request, page),
    today: day,
  });
  if (parsed.kind === 'errors') {
    return sendAssign(request, reply, page, parsed.typed, parsed.errors);
  }
  const { pack, clock, newId, database } = context;
  const { to } = parsed.value;
  if ('invited' in to) {
    requireConfirmed(request);
  }
  const outcome = await assignSections(
    database,
    {
      ...parsed.value,
      ...{ pack, place, round: assessed.round, newId },
      to:
        'invited' in to
          ? { kind: 'invited', person: to.invited, people: peopleContext(request.server, context) }
          : { kind: 'colleague', ...to },
    },
    actingOn(assessed, 'assessment.assign', clock()),
  );
  if (outcome.kind !== 'assigned') {
    const error = { field: outcome.kind === 'persona' ? 'email' : 'person', message: whyRefused(outcome) };
    return sendAssign(request, reply, page, parsed.typed, [error]);
  }
  const { things, dueOn } = parsed.value;
  if (outcome.link !== null && 'invited' in to && request.server.letters === null) {
    return sendLink(request, reply, page, { ...to.invited, link: outcome.link });
  }
  const name =
    'invited' in to ? to.invited.name : (colleagues.find((each) => each.personId === to.personId)?.name ?? '');
  const what = things.every(({ questionId }) => questionId === null) ? 'section' : 'question';
  const late = dueOn > assessed.dueOn ? ` The due date, ${formatDate(dueOn)}, is after the deadline.` : '';
  const board = paths.assignments(assessed.addressKey, assessed.round.id);
  return redirectWithSuccess(
    reply,
    board,
    `${countOf(things.length, what)} assigned to ${name}${toldInWords(request, outcome.link !== null)}.${late}`,
  );
}

function toldInWords({ server }: FastifyRequest, isInvited: boolean): string {
  if (server.letters === null) {
    return '. No mail server is set up: tell them';
  }
  return isInvited ? ', who is invited by e-mail' : '';
}

/** Whether whoever assigns may invite somebody to it. */
function mayInvite({ assessed: { actor, organisation } }: AssigningPage): boolean {
  return mayManage(actor, {
    role: 'contributor',
    scopeKind: 'organisation',
    scopeId: organisation.organisationId,
  });
}

/** Shown once, where no mail server is set up. */
function sendLink(
  request: FastifyRequest,
  reply: FastifyReply,
  { assessed }: AssigningPage,
  invited: Parameters<typeof LinksPage>[0]['links'][number],
) {
  const board = paths.assignments(assessed.addressKey, assessed.round.id);
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    ...framing(assessed, 'Link to pass on'),
    body: <LinksPage links={[invited]} next={{ href: board, text: 'Go to the assignments' }} />,
  });
}

function whyRefused(outcome: Exclude<AssignOutcome, { kind: 'assigned' }>): string {
  switch (outcome.kind) {
    case 'closed':
      return 'The round is not open, so nothing can be assigned';
    case 'persona':
      return inventedPersonMessage;
    case 'no-role':
      return 'This person holds no role here any more. Choose somebody else';
    case 'not-here':
      return 'Some of it is answered elsewhere by now, or was sent to be signed. Go back to the assignments and begin again';
  }
}

/** What the address offers: a section that it names with its questions, or all sections. */
function offeredAt(request: FastifyRequest, { parts }: AssigningPage): ThingsOffered {
  const query = postedForm(request.query);
  const careSetting = textOf(query, 'setting');
  const part = parts.find((each) => each.careSetting === careSetting && each.isAnswering);
  const section = part?.sections.find(({ id, elsewhere }) => id === textOf(query, 'section') && elsewhere === null);
  return section === undefined
    ? { kind: 'sections', themes: themesOffered(parts) }
    : { kind: 'section', careSetting, sectionId: section.id, questions: section.questions };
}

/** A week before the deadline, where there is as much time left. */
function dueAtFirst({ assessed: { dueOn }, day }: AssigningPage): string {
  const early = dayFrom(dueOn, -7);
  const proposed = early >= day ? early : dueOn;
  return proposed >= day ? formatDate(proposed) : '';
}

function sendAssign(
  request: FastifyRequest,
  reply: FastifyReply,
  page: AssigningPage,
  typed: TypedForm,
  errors: readonly FieldError[] = [],
) {
  const { assessed, parts, colleagues, day } = page;
  const { organisation, round, addressKey } = assessed;
  const offered = offeredAt(request, page);
  const section =
    offered.kind === 'section'
      ? parts
          .find(({ careSetting }) => careSetting === offered.careSetting)
          ?.sections.find(({ id }) => id === offered.sectionId)
      : undefined;
  const title = section === undefined ? 'Assign sections' : `Assign ${section.title}`;
  return sendPage(request, reply, {
    ...framing(assessed, title, errors),
    illustrative: page.illustrative,
    body: (
      <AssignPage
        organisation={organisation.name}
        title={title}
        people={colleagues.map(choiceOf)}
        mayInvite={mayInvite(page)}
        groups={groupsOf(offered)}
        deadline={deadlineInWords(assessed.dueOn, day)}
        typed={typed}
        errors={errors}
        back={paths.assignments(addressKey, round.id)}
      />
    ),
  });
}

function groupsOf(offered: ThingsOffered): ChoiceGroup[] {
  if (offered.kind === 'section') {
    return [
      {
        field: 'questions',
        label: 'Which questions? (optional)',
        hint: 'Choose none for the whole section. Questions that somebody has alone are not asked of whoever answers the section.',
        choices: offered.questions.map(({ id, text }) => ({ value: id, label: `${id}. ${text}` })),
      },
    ];
  }
  return offered.themes.map(({ field, title, sections }) => ({
    field,
    label: title,
    choices: [
      { value: WHOLE_THEME, label: 'All of these sections' },
      ...sections.map((section) => ({ value: section.id, label: section.title, hint: section.answeredBy })),
    ],
  }));
}
