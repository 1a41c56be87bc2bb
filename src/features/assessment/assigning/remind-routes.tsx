import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { countOf, formatDate, formatTime } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import { isJustReminded, lastReminder, recordReminders, standingStep } from '../../assignments/index.ts';
import { framing } from '../page-frame.ts';
import { actingOn } from '../require-assessed-organisation.ts';
import { type RemindLine, RemindPage } from '../views/assigning/remind-page.tsx';
import { thingInWords } from '../views/assigning/work-words.ts';
import { parseReminderForm } from './parse-assigning-forms.ts';
import { type AssigningPage, requireAssigningPage } from './require-assigning-page.ts';
import { isWaitedFor, type Owed, owedByPeople } from './whose-work.ts';

/** Reminding one person of what they owe, or everybody of what is overdue. */
export function remindRoutes(app: FastifyInstance, context: AppContext): void {
  const address = '/workspace/assessments/:code/:round/assignments/remind';

  app.get(address, async (request, reply) => {
    const page = await requireAssigningPage(request, context, 'assessment.assign');
    return sendRemind(request, reply, page, { context, typed: {}, errors: [] });
  });

  app.post(address, async (request, reply) => {
    const page = await requireAssigningPage(request, context, 'assessment.assign');
    const { assessed, place } = page;
    const parsed = parseReminderForm(postedForm(request.body));
    if (parsed.kind === 'errors') {
      return sendRemind(request, reply, page, { context, typed: parsed.typed, errors: parsed.errors });
    }
    const { reminded, tooSoon } = await recordReminders(
      context.database,
      {
        round: assessed.round,
        organisationId: place.organisationId,
        assignmentIds: owedAt(request, page).map(({ assignment }) => assignment.assignmentId),
        note: parsed.value.note,
      },
      actingOn(assessed, 'assessment.assign', context.clock()),
    );
    const board = paths.assignments(assessed.addressKey, assessed.round.id);
    const left =
      tooSoon === 0 ? '' : ` ${countOf(tooSoon, 'assignment')} left out: reminded of less than a day ago already.`;
    return reminded === 0
      ? redirectWithNotice(reply, board, `Nobody was reminded.${left}`)
      : redirectWithSuccess(
          reply,
          board,
          `${countOf(reminded, 'assignment')} reminded of${request.server.letters === null ? '. No mail server is set up: tell them' : ''}.${left}`,
        );
  });
}

/** What the address is about: all that one person owes, or everything that is overdue. */
function owedAt(request: FastifyRequest, { things, day }: AssigningPage): Owed[] {
  const personId = textOf(postedForm(request.query), 'person');
  return owedByPeople(things, day).filter((owed) =>
    personId === '' ? owed.standing === 'overdue' : owed.assignment.person.personId === personId && isWaitedFor(owed),
  );
}

interface RemindState {
  readonly context: Pick<AppContext, 'clock'>;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

function sendRemind(
  request: FastifyRequest,
  reply: FastifyReply,
  page: AssigningPage,
  { context, typed, errors }: RemindState,
) {
  const { assessed, colleagues } = page;
  const personId = textOf(postedForm(request.query), 'person');
  const person = colleagues.find((each) => each.personId === personId);
  const title = personId === '' ? 'Remind everybody who is overdue' : `Remind ${person?.name ?? 'them'}`;
  const now = context.clock();
  return sendPage(request, reply, {
    ...framing(assessed, title, errors),
    illustrative: page.illustrative,
    body: (
      <RemindPage
        organisation={assessed.organisation.name}
        title={title}
        lines={owedAt(request, page).map((owed) => lineOf(owed, now))}
        typed={typed}
        errors={errors}
        back={paths.assignments(assessed.addressKey, assessed.round.id)}
      />
    ),
  });
}

function lineOf({ assignment, thing }: Owed, now: Date): RemindLine {
  const last = isJustReminded(assignment, now) ? lastReminder(assignment) : null;
  return {
    id: assignment.assignmentId,
    text: `${assignment.person.name}: ${thingInWords(thing)}, due on ${formatDate(standingStep(assignment).dueOn)}`,
    justReminded:
      last === null
        ? null
        : `Reminded by ${last.by.personName} on ${formatTime(last.at)}, less than a day ago: left out.`,
  };
}
