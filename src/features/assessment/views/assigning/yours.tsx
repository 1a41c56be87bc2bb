import { paths } from '../../../../paths.ts';
import { daysBetween } from '../../../../platform/days.ts';
import { countOf, formatDate, listInWords, sentenceStart } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { type Task, TaskList } from '../../../../views/task-list.tsx';
import { type Assignment, messageOf, standingStep } from '../../assigning/assignment.ts';
import { minutesFor } from '../../assigning/part-at-work.ts';
import type { Owed, WorkThing } from '../../assigning/whose-work.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { peopleInWords, standingWords, thingInWords } from './work-words.ts';

/** What somebody has, as tasks; the earliest due first. */
export function yourTasks(
  { addressKey, round }: Pick<AssessedOrganisation, 'addressKey' | 'round'>,
  own: readonly Owed[],
  day: string,
): Task[] {
  return own.map(({ thing, assignment, standing }) => {
    const { label, colour } = standingWords(standing);
    const { section, part, questionId } = thing;
    return {
      id: ['yours', part.careSetting, section.id, questionId ?? 'all'].join('-'),
      text:
        part.setting === null || part.label === null ? thingInWords(thing) : `${part.label}: ${thingInWords(thing)}`,
      href: paths.assessmentSection(addressKey, round.id, section.id, part.setting),
      hint: `${dueOf(assignment, day)} ${askedBy(assignment)}`,
      ...(standing === 'done' ? { status: label } : { status: label, colour }),
    };
  });
}

/** `Due on 8 January 2016 (4 days left).` */
function dueOf(assignment: Assignment, day: string): string {
  const { dueOn } = standingStep(assignment);
  const days = daysBetween(day, dueOn);
  const left = days < 0 ? 'this date has passed' : days === 0 ? 'today' : `${countOf(days, 'day')} left`;
  return `Due on ${formatDate(dueOn)} (${left}).`;
}

function askedBy(assignment: Assignment): string {
  const { isResponsible } = standingStep(assignment);
  const { by } = assignment.steps[0];
  return isResponsible ? `Assigned by ${by.personName}.` : `You help with it, as ${by.personName} asks.`;
}

/** First on a list of sections: what its reader has. */
export function YourSections({ tasks }: { tasks: readonly Task[] }) {
  return tasks.length === 0 ? null : (
    <section aria-labelledby="yours">
      <h2 className="nhsuk-heading-m" id="yours">
        Yours
      </h2>
      <TaskList tasks={tasks} />
    </section>
  );
}

/** To whom a section is assigned, as a list of sections says it; null where it is nobody's. */
export function assigneesInWords(things: readonly WorkThing[], sectionId: string): string | null {
  const thing = things.find(({ section, questionId }) => section.id === sectionId && questionId === null);
  const first = thing?.responsible ?? thing?.helpers[0];
  return thing === undefined || first === undefined
    ? null
    : `${listInWords(peopleInWords(thing))}. Due on ${formatDate(standingStep(first).dueOn)}`;
}

export interface YoursHere {
  /** What of the section is assigned to the reader. */
  readonly own: readonly Owed[];
  readonly day: string;
  /** Where they say that they are not done after all. */
  readonly doneHref: string;
}

/** Above the questions of a section: that it is the reader's, by when, and what was said with it. */
export function YoursNote({ own, day, doneHref }: YoursHere) {
  const [first] = own;
  if (first === undefined) {
    return null;
  }
  const questions = own.flatMap(({ thing }) => (thing.questionId === null ? [] : [thing.questionId]));
  const isWhole = own.some(({ thing }) => thing.questionId === null);
  const what = isWhole
    ? 'this section'
    : `${questions.length === 1 ? 'question' : 'questions'} ${listInWords(questions)}`;
  const { assignment } = first;
  const message = messageOf(assignment);
  const minutes = minutesFor(own.flatMap(({ thing }) => thing.questions.filter(({ isAnswered }) => !isAnswered)));
  const isDone = own.every((each) => standingStep(each.assignment).state === 'done');
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>
          {sentenceStart(what)} {isWhole || questions.length === 1 ? 'is' : 'are'} yours.
        </strong>{' '}
        {dueOf(assignment, day)} {askedBy(assignment)}
        {minutes > 0 && !isDone && ` What is left takes about ${minutes} minutes.`}
      </p>
      {message !== '' && <p className="ldr-as-typed">{message}</p>}
      {isDone && (
        <>
          <p>You said that you are done. You can still change answers, and others can.</p>
          <Form action={doneHref}>
            <SubmitButton secondary>I am not done after all</SubmitButton>
          </Form>
        </>
      )}
    </div>
  );
}
