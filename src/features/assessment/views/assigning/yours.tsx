import { listInWords, sentenceStart } from '../../../../views/format.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { type Task, TaskList } from '../../../../views/task-list.tsx';
import { messageOf, standingStep } from '../../../assignments/index.ts';
import { minutesFor } from '../../assigning/part-at-work.ts';
import type { Owed } from '../../assigning/whose-work.ts';
import { askedBy, dueOf } from './your-work.ts';

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
