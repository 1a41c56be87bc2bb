import { errorOf, type FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../platform/forms/typed-form.ts';
import { Details } from '../../../views/details.tsx';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { CheckboxesField, type Choice, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { Tag } from '../../../views/tag.tsx';
import { fieldsOf, textLimitInWords } from '../parse-thread-form.ts';
import type { NoteView, ThreadView } from './thread-view.ts';

interface ThreadsProps {
  readonly threads: readonly ThreadView[];
  /** Whom a note can be addressed to: everybody else who reads it. */
  readonly people: readonly Choice[];
  /** Whether they are told by e-mail. */
  readonly areLettersSent: boolean;
  /** What tells one opening of the page from another. */
  readonly formId: string;
  /** Where the first note of another thread is sent. */
  readonly beginAction: string;
  /** False for whoever reads alone. */
  readonly mayWrite: boolean;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** All threads about one thing: those that are open with what can be added, the way to begin another, and those that are resolved. */
export function Threads(props: ThreadsProps) {
  const { threads, mayWrite } = props;
  const resolved = threads.filter(({ state }) => state === 'resolved');
  return (
    <>
      {threads
        .filter(({ state }) => state === 'open')
        .map((thread) => (
          <OpenThread key={thread.threadId} thread={thread} {...props} />
        ))}
      {mayWrite && <Begin {...props} />}
      {resolved.length > 0 && (
        <section aria-labelledby="resolved-threads">
          <h2 className="nhsuk-heading-m" id="resolved-threads">
            Resolved
          </h2>
          {resolved.map((thread) => (
            <ResolvedThread key={thread.threadId} thread={thread} {...props} />
          ))}
        </section>
      )}
    </>
  );
}

/** Threads to which nothing can be added, each under what it is about. Stands under a heading of level 2. */
export function ThreadsToRead({ threads }: Pick<ThreadsProps, 'threads'>) {
  return threads.map(({ threadId, begunFor, resolved, notes }) => (
    <section key={threadId} className="ldr-thread" aria-labelledby={`thread-${threadId}`}>
      <h3 className="nhsuk-heading-s" id={`thread-${threadId}`}>
        {begunFor}
      </h3>
      {resolved !== '' && <p className="nhsuk-hint">{resolved}</p>}
      <Notes notes={notes} />
    </section>
  ));
}

function OpenThread({ thread, ...props }: ThreadsProps & { readonly thread: ThreadView }) {
  const { threadId, title, action } = thread;
  const id = `thread-${threadId}`;
  return (
    <section className="ldr-thread" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title} <Tag text="Open" colour="blue" />
      </h2>
      {thread.begunFor !== '' && <p className="nhsuk-hint">{thread.begunFor}</p>}
      <Notes notes={thread.notes} />
      {props.mayWrite && (
        <Form action={action}>
          <Stamps {...props} lastRead={thread.lastRead} />
          <Words {...props} thread={threadId} label={`Add to ${lowered(title)}`} hint={textLimitInWords} />
          <div className="ldr-buttons">
            <SubmitButton secondary name="step" value="reply">
              Add<span className="nhsuk-u-visually-hidden"> to {lowered(title)}</span>
            </SubmitButton>
            <SubmitButton secondary name="step" value="resolve">
              Resolve<span className="nhsuk-u-visually-hidden"> {lowered(title)}</span>
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}

function ResolvedThread({ thread, ...props }: ThreadsProps & { readonly thread: ThreadView }) {
  const { threadId, title, resolved, action } = thread;
  const { text, tell } = fieldsOf(threadId);
  const isOpen = [text, tell].some(
    (field) => typedText(props.typed, field) !== '' || errorOf(props.errors, field) !== undefined,
  );
  return (
    <div className="ldr-thread" id={`thread-${threadId}`}>
      <Details summary={`${title}. ${resolved}`} open={isOpen}>
        {thread.begunFor !== '' && <p>{thread.begunFor}</p>}
        <Notes notes={thread.notes} />
        {props.mayWrite && (
          <Form action={action}>
            <Stamps {...props} lastRead={thread.lastRead} />
            <Words
              {...props}
              thread={threadId}
              label={`Add to ${lowered(title)} (optional)`}
              hint={`${textLimitInWords} Adding to it opens it again.`}
            />
            <SubmitButton secondary name="step" value="reopen">
              Open {lowered(title)} again
            </SubmitButton>
          </Form>
        )}
      </Details>
    </div>
  );
}

function lowered(title: string): string {
  return title.toLowerCase();
}

/** What was written in a thread, in order. */
export function Notes({ notes }: { readonly notes: readonly NoteView[] }) {
  return (
    <ol className="nhsuk-list ldr-notes">
      {notes.map(({ number, head, text, to }) => (
        <li key={number}>
          <p>
            <strong>{head}</strong>
            {to !== '' && <span className="ldr-meaning">{to}</span>}
          </p>
          {text !== '' && <p className="ldr-as-typed">{text}</p>}
        </li>
      ))}
    </ol>
  );
}

function Stamps({ formId, lastRead }: Pick<ThreadsProps, 'formId'> & { readonly lastRead: number }) {
  return (
    <>
      <input type="hidden" name="form" value={formId} data-made-anew="" />
      <input type="hidden" name="read" value={lastRead} />
    </>
  );
}

interface WordsProps extends Pick<ThreadsProps, 'people' | 'areLettersSent' | 'typed' | 'errors'> {
  /** Its id, or `new`. */
  readonly thread: string;
  readonly label: string;
  readonly hint: string;
}

function Words({ thread, label, hint, people, areLettersSent, typed, errors }: WordsProps) {
  const { text, tell } = fieldsOf(thread);
  const told = typedList(typed, tell);
  return (
    <>
      <TextAreaField name={text} label={label} hint={hint} rows={3} value={typedText(typed, text)} errors={errors} />
      {people.length > 0 && (
        <Details
          summary={thread === 'new' ? 'Mention colleagues' : 'Mention colleagues in what you add'}
          open={told.length > 0 || errorOf(errors, tell) !== undefined}
        >
          <CheckboxesField
            name={tell}
            label="Whom do you mention?"
            hint={
              areLettersSent
                ? 'They get an e-mail that says where to read it, without a word of what is written, and find it on My work while the thread is open.'
                : 'They find it on My work while the thread is open. No e-mails are sent here.'
            }
            choices={people}
            values={told}
            errors={errors}
            small
          />
        </Details>
      )}
    </>
  );
}

function Begin(props: ThreadsProps) {
  const { threads, formId, beginAction, people } = props;
  return (
    <section aria-labelledby="new-thread">
      <h2 className="nhsuk-heading-m" id="new-thread">
        {threads.length === 0 ? 'Begin a thread' : 'Begin another thread'}
      </h2>
      <Form action={beginAction}>
        <input type="hidden" name="form" value={formId} data-made-anew="" />
        <Words {...props} thread="new" label="Your note" hint={textLimitInWords} />
        {people.length === 0 && <p>Nobody else holds a role in your organisation yet.</p>}
        <SubmitButton>Begin the thread</SubmitButton>
      </Form>
    </section>
  );
}
