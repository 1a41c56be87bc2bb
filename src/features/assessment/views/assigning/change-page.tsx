import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { CheckboxesField, type Choice, RadiosField, TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { PageHead } from '../page-head.tsx';
import { DueField, PersonField } from './assign-page.tsx';
import type { AssignmentHistory } from './history-view.ts';

interface ChangePageProps {
  readonly organisation: string;
  readonly title: string;
  readonly assignments: readonly Choice[];
  readonly histories: readonly AssignmentHistory[];
  readonly people: readonly Choice[];
  /** Where somebody else is given the section; null where this is about a person. */
  readonly assign: string | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

const kinds: readonly Choice[] = [
  { value: 'due', label: 'Give it another due date', hint: 'Enter the day below.' },
  { value: 'hand-over', label: 'Hand it over', hint: 'Choose the person below. Whoever has it now is told why.' },
  { value: 'take-back', label: 'Take it back', hint: 'Nobody has it then. Whoever has it now is told why.' },
  { value: 'answer-for', label: 'Have them answer for it', hint: 'Whoever answers for it now helps from then on.' },
  { value: 'ask-again', label: 'Ask again, where it is done', hint: 'It is to do again.' },
];

/** Changes what somebody has, or who has a section. */
export function ChangePage(props: ChangePageProps) {
  const { organisation, title, assignments, histories, people, assign, typed, errors, back } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={title} />
        {assignments.length === 0 ? (
          <p className="ldr-empty">Nothing is assigned here.</p>
        ) : (
          <Form>
            <CheckboxesField
              name="assignments"
              label="What is to be changed?"
              choices={assignments}
              values={typedList(typed, 'assignments')}
              errors={errors}
            />
            <RadiosField
              name="change"
              label="What is to be done?"
              choices={kinds}
              value={typedText(typed, 'change')}
              errors={errors}
            />
            <DueField typed={typed} errors={errors} />
            <PersonField people={people} typed={typed} errors={errors} label="To whom is it handed over?" />
            <TextAreaField
              name="message"
              label="Message, or the reason"
              hint="Needed to hand over and to take back."
              rows={3}
              value={typedText(typed, 'message')}
              errors={errors}
            />
            <SubmitButton>Change it</SubmitButton>
          </Form>
        )}
        {assign !== null && (
          <p>
            <a href={assign}>Assign it, or questions of it, to somebody else as well</a>
          </p>
        )}
        {histories.length > 0 && <Histories histories={histories} />}
        <p>
          <a href={back}>Back to the assignments</a>
        </p>
      </div>
    </div>
  );
}

function Histories({ histories }: Pick<ChangePageProps, 'histories'>) {
  return (
    <section aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        What was done
      </h2>
      {histories.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={`history-${id}`}>
          <h3 className="nhsuk-heading-s" id={`history-${id}`}>
            {title}
          </h3>
          <ul>
            {lines.map(({ text, message }) => (
              <li key={text}>
                {text}
                {message !== '' && <span className="ldr-meaning ldr-as-typed">{message}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
