import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { type Assignment, changeAssignments, isInForce, standingStep } from '../../assignments/index.ts';
import { framing } from '../page-frame.ts';
import { actingOn } from '../require-assessed-organisation.ts';
import { ChangePage } from '../views/assigning/change-page.tsx';
import { assignmentHistory } from '../views/assigning/history-view.ts';
import { choiceOf } from '../views/assigning/person-choice.ts';
import { thingInWords } from '../views/assigning/work-words.ts';
import { parseChangeForm } from './parse-assigning-forms.ts';
import { type AssigningPage, requireAssigningPage } from './require-assigning-page.ts';

/** Changing what somebody has, or who has a section: due dates, taking back, handing over. */
export function changeRoutes(app: FastifyInstance, context: AppContext): void {
  const address = '/workspace/assessments/:code/:round/assignments/change';

  app.get(address, async (request, reply) => {
    const page = await requireAssigningPage(request, context, 'assessment.assign');
    const asked = askedAt(request, page);
    const assignments = asked.inForce.length === 1 ? asked.inForce.map(({ assignmentId }) => assignmentId) : [];
    return sendChange(request, reply, page, { assignments });
  });

  app.post(address, (request, reply) => change(request, reply, context));
}

interface Asked {
  readonly title: string;
  /** The section that it is about; null where it is about a person. */
  readonly section: { readonly careSetting: string; readonly sectionId: string } | null;
  readonly all: readonly Assignment[];
  readonly inForce: readonly Assignment[];
}

/** What the address is about: all that a person has, or everybody who has a section or questions of it. */
function askedAt(request: FastifyRequest, { assignments, colleagues, parts }: AssigningPage): Asked {
  const query = postedForm(request.query);
  const personId = textOf(query, 'person');
  const [careSetting, sectionId] = [textOf(query, 'setting'), textOf(query, 'section')];
  const all = assignments.filter(
    (each) => each.person.personId === personId || (each.careSetting === careSetting && each.sectionId === sectionId),
  );
  const person = colleagues.find((each) => each.personId === personId);
  const section = parts.find((part) => part.careSetting === careSetting)?.sections.find(({ id }) => id === sectionId);
  return {
    title: personId === '' ? `Change who has ${section?.title ?? 'it'}` : `Change what ${person?.name ?? 'they'} has`,
    section: section === undefined ? null : { careSetting, sectionId },
    all,
    inForce: all.filter(isInForce),
  };
}

async function change(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const page = await requireAssigningPage(request, context, 'assessment.assign');
  const { assessed, place, colleagues, day } = page;
  const parsed = parseChangeForm(postedForm(request.body), {
    assignmentIds: askedAt(request, page).inForce.map(({ assignmentId }) => assignmentId),
    personIds: colleagues.map(({ personId }) => personId),
    today: day,
  });
  if (parsed.kind === 'errors') {
    return sendChange(request, reply, page, parsed.typed, parsed.errors);
  }
  const { assignmentIds } = parsed.value;
  const outcome = await changeAssignments(
    context.database,
    { round: assessed.round, organisationId: place.organisationId, newId: context.newId, ...parsed.value },
    actingOn(assessed, 'assessment.assign', context.clock()),
  );
  if (outcome.kind !== 'changed') {
    const message =
      outcome.kind === 'no-role'
        ? 'This person holds no role here any more. Choose somebody else'
        : `${outcome.reason}. Nothing was changed`;
    return sendChange(request, reply, page, parsed.typed, [{ field: 'assignments', message }]);
  }
  const board = paths.assignments(assessed.addressKey, assessed.round.id);
  const { change: made } = parsed.value;
  const late =
    made.kind === 'due' && made.dueOn > assessed.dueOn
      ? ` The due date, ${formatDate(made.dueOn)}, is after the deadline.`
      : '';
  return redirectWithSuccess(reply, board, `${countOf(assignmentIds.length, 'assignment')} changed.${late}`);
}

function sendChange(
  request: FastifyRequest,
  reply: FastifyReply,
  page: AssigningPage,
  typed: TypedForm,
  errors: readonly FieldError[] = [],
) {
  const { assessed, colleagues } = page;
  const { organisation, round, addressKey } = assessed;
  const { title, section, all, inForce } = askedAt(request, page);
  return sendPage(request, reply, {
    ...framing(assessed, title, errors),
    illustrative: page.illustrative,
    body: (
      <ChangePage
        organisation={organisation.name}
        title={title}
        assignments={inForce.map((each) => {
          const { dueOn, state } = standingStep(each);
          return {
            value: each.assignmentId,
            label: `${nameOf(page, each)}: ${each.person.name}`,
            hint: `Due on ${formatDate(dueOn)}${state === 'done' ? ', done' : ''}`,
          };
        })}
        histories={all.map((each) => assignmentHistory(each, nameOf(page, each)))}
        people={colleagues.map(choiceOf)}
        assign={
          section === null
            ? null
            : paths.assignSections(addressKey, round.id, {
                setting: section.careSetting,
                section: section.sectionId,
              })
        }
        typed={typed}
        errors={errors}
        back={paths.assignments(addressKey, round.id)}
      />
    ),
  });
}

/** The section of an assignment as lists name it; its id where the assessment asks it no more. */
function nameOf({ parts }: AssigningPage, { careSetting, sectionId, questionId }: Assignment): string {
  const part = parts.find((each) => each.careSetting === careSetting);
  const section = part?.sections.find(({ id }) => id === sectionId);
  const name = section === undefined ? sectionId : thingInWords({ section, questionId });
  return part?.label == null ? name : `${part.label}: ${name}`;
}
