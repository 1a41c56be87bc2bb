import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { CheckboxesField, type Choice, TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { PageHead } from '../../assessment/index.ts';
import { fewestShown } from '../../polls/index.ts';
import { mostLinks } from '../parse-poll-forms.ts';

interface OpenPollPageProps {
  readonly organisation: string;
  readonly section: string;
  readonly questions: readonly Choice[];
  /** Questions of the section that are polled already, by id. */
  readonly polled: readonly string[];
  readonly colleagues: readonly Choice[];
  readonly sendsMail: boolean;
  /** Tells one opening of the form from another. */
  readonly formId: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly all: string;
}

/** Asking colleagues about questions of a section. */
export function OpenPollPage(props: OpenPollPageProps) {
  const { organisation, section, questions, polled, formId, typed, errors, all } = props;
  const { beginning } = useExampleDays();
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={`Ask colleagues about ${section}`} />
        {polled.length > 0 && (
          <p>
            Already polled: {polled.join(', ')}. A question is polled once, so that two results never tell what one
            colleague said.
          </p>
        )}
        {questions.length === 0 ? (
          <p>Every question of this section is polled already.</p>
        ) : (
          <Form>
            <input type="hidden" name="form" value={formId} data-made-anew="" />
            <CheckboxesField
              name="questions"
              label="Which questions?"
              choices={questions}
              values={typedList(typed, 'questions')}
              small
              errors={errors}
            />
            <Who {...props} />
            <TextField
              name="runs-until"
              label="Last day"
              hint={`Such as ${beginning}. The poll closes by itself after it.`}
              width={20}
              value={typedText(typed, 'runs-until')}
              errors={errors}
            />
            <TextAreaField
              name="message"
              label="Message (optional)"
              hint="Everybody who is asked reads it. Up to 1,000 characters."
              rows={3}
              value={typedText(typed, 'message')}
              errors={errors}
            />
            <SubmitButton>Open the poll</SubmitButton>
          </Form>
        )}
        <p>
          <a href={all}>Back to the polls</a>
        </p>
      </div>
    </div>
  );
}

function Who({ colleagues, sendsMail, typed, errors }: OpenPollPageProps) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Who is asked?</h2>
      <p>
        At least {fewestShown} and at most {mostLinks} people. Each gets a link that takes their answers once. Nobody is
        shown who chose what; what you see is how many of the links were used.
      </p>
      {sendsMail ? (
        <>
          {colleagues.length > 0 && (
            <CheckboxesField
              name="colleagues"
              label="People with an account"
              choices={colleagues}
              values={typedList(typed, 'colleagues')}
              small
              errors={errors}
            />
          )}
          <TextAreaField
            name="addresses"
            label="E-mail addresses of others"
            hint="One on each line, or with commas between them. They need no account. The addresses are deleted when the poll ends."
            rows={6}
            value={typedText(typed, 'addresses')}
            errors={errors}
          />
        </>
      ) : (
        <p>The service sends no e-mail, so you hand the links out yourself.</p>
      )}
      <TextField
        name="links"
        label={sendsMail ? 'Links to hand out yourself (optional)' : 'How many links?'}
        hint="They are shown once, when the poll is opened, to print or copy. Whoever has one can answer by it, so hand each to one person."
        width={5}
        inputMode="numeric"
        value={typedText(typed, 'links')}
        errors={errors}
      />
    </>
  );
}

/** Shown once: the links that whoever opened the poll hands out. */
export function PollLinksPage({
  organisation,
  links,
  poll,
}: {
  readonly organisation: string;
  readonly links: readonly string[];
  readonly poll: string;
}) {
  return (
    <>
      <PageHead organisation={organisation} title="Links to hand out" />
      <p>
        The poll is open. Print this page or copy each link, and hand each to one person.{' '}
        <strong>The links are shown only once.</strong> Each takes answers once, and none says whose it is.
      </p>
      <ol>
        {links.map((link) => (
          <li key={link} className="ldr-typed">
            {link}
          </li>
        ))}
      </ol>
      <p>
        <a href={poll}>Go to the poll</a>
      </p>
    </>
  );
}
