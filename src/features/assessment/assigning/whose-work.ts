import { by } from '../../../platform/compare.ts';
import { type Assignment, doneAt, isInForce, standingStep, thingKey } from '../../assignments/index.ts';
import type { Stamp } from '../../scoring/index.ts';
import type { PartAtWork, QuestionAtWork, SectionAtWork } from './part-at-work.ts';

/** How something stands that can be assigned, or with one of those who have it. */
export type WorkStanding =
  /** Answered somewhere else. */
  | 'elsewhere'
  /** Sent to be signed. */
  | 'sent'
  /** None of its questions is asked, as the answers stand. */
  | 'not-asked'
  | 'unassigned'
  /** It was assigned, and nobody answers for it any more. */
  | 'nobody'
  | 'to-do'
  | 'overdue'
  /** All is answered, and whoever has it has not said that they are done. */
  | 'answered'
  | 'done'
  /** Somebody has saved another answer since it was done. */
  | 'changed-since';

/** A section, or a question of it that was given to somebody by itself, with those who have it. */
export interface WorkThing {
  readonly part: PartAtWork;
  readonly section: SectionAtWork;
  readonly questionId: string | null;
  /** Of a section without those that others have by themselves. */
  readonly questions: readonly QuestionAtWork[];
  readonly answered: number;
  readonly total: number;
  readonly lastSave: Stamp | null;
  /** Who answers for it; null where nobody does. */
  readonly responsible: Assignment | null;
  readonly helpers: readonly Assignment[];
  /** Assignments of people who hold no role any more with which they could answer. */
  readonly left: readonly Assignment[];
  readonly standing: WorkStanding;
}

/** One person's part in a thing. */
export interface Owed {
  readonly thing: WorkThing;
  readonly assignment: Assignment;
  readonly standing: WorkStanding;
}

/**
 * Who owes what on a day: every section of every part, in order, each followed by those of its questions that somebody has alone. Each
 * question that is asked is in one thing.
 *
 * @param holders ids of the people who hold a role by which they may answer
 */
export function whoseWork(
  parts: readonly PartAtWork[],
  assignments: readonly Assignment[],
  holders: ReadonlySet<string>,
  day: string,
): WorkThing[] {
  const byThing = Map.groupBy(assignments.filter(isInForce), thingKey);
  return parts.flatMap((part) =>
    part.sections.flatMap((section) => {
      const { careSetting } = part;
      const ofThing = (questionId: string | null) =>
        byThing.get(thingKey({ careSetting, sectionId: section.id, questionId })) ?? [];
      const alone = section.questions.filter(({ id }) => ofThing(id).length > 0);
      const rest = section.questions.filter((question) => !alone.includes(question));
      const whole = thingOf({ part, section, questionId: null, questions: rest }, ofThing(null), { holders, day });
      return [
        whole,
        ...alone.map((question) =>
          thingOf({ part, section, questionId: question.id, questions: [question] }, ofThing(question.id), {
            holders,
            day,
          }),
        ),
      ];
    }),
  );
}

interface OnDay {
  readonly holders: ReadonlySet<string>;
  readonly day: string;
}

type Named = Pick<WorkThing, 'part' | 'section' | 'questionId' | 'questions'>;

function thingOf(named: Named, given: readonly Assignment[], { holders, day }: OnDay): WorkThing {
  const awaited = named.questions.filter(({ isAwaited }) => isAwaited);
  const here = given.filter(({ person }) => holders.has(person.personId));
  const responsible = here.find((each) => standingStep(each).isResponsible) ?? null;
  const counted = {
    ...named,
    answered: awaited.filter(({ isAnswered }) => isAnswered).length,
    total: awaited.length,
    lastSave: latest(named.questions.flatMap(({ saved }) => saved ?? [])),
  };
  const fixed = fixedStanding(named);
  return {
    ...counted,
    responsible,
    helpers: here.filter((each) => each !== responsible),
    left: given.filter(({ person }) => !holders.has(person.personId)),
    standing: fixed ?? (responsible === null ? withoutAnybody(given) : standingOf(responsible, counted, day)),
  };
}

function fixedStanding({ part, section }: Named): WorkStanding | null {
  if (section.elsewhere !== null) {
    return 'elsewhere';
  }
  if (!part.isAnswering) {
    return 'sent';
  }
  return section.questions.length === 0 ? 'not-asked' : null;
}

function withoutAnybody(given: readonly Assignment[]): WorkStanding {
  return given.length === 0 ? 'unassigned' : 'nobody';
}

type Counted = Pick<WorkThing, 'answered' | 'total' | 'lastSave' | 'questions'>;

function standingOf(assignment: Assignment, counted: Counted, day: string): WorkStanding {
  const done = doneAt(assignment);
  if (done !== null) {
    return counted.lastSave !== null && counted.lastSave.at > done ? 'changed-since' : 'done';
  }
  if (isAllAnswered(counted)) {
    return 'answered';
  }
  return day > standingStep(assignment).dueOn ? 'overdue' : 'to-do';
}

/** What is not awaited counts as answered once somebody says that they are done, and where others have all of it. */
function isAllAnswered({ answered, total, questions }: Counted): boolean {
  return answered === total && (total > 0 || questions.length === 0);
}

function latest(stamps: readonly Stamp[]): Stamp | null {
  return stamps.reduce<Stamp | null>((last, each) => (last === null || each.at > last.at ? each : last), null);
}

/** What everybody owes who still can, the earliest first: one entry for each of those who have a thing, in the order of things within a day. */
export function owedByPeople(things: readonly WorkThing[], day: string): Owed[] {
  return things
    .flatMap((thing) => {
      const people = thing.responsible === null ? thing.helpers : [thing.responsible, ...thing.helpers];
      const fixed = fixedStanding(thing);
      return people.map((assignment) => ({
        thing,
        assignment,
        standing: fixed ?? standingOf(assignment, thing, day),
      }));
    })
    .toSorted(by(({ assignment }) => standingStep(assignment).dueOn));
}

/** Whether something is still waited for. */
export function isWaitedFor({ standing }: Pick<Owed, 'standing'>): boolean {
  return standing === 'to-do' || standing === 'overdue';
}
