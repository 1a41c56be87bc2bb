import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Instrument, Round } from '../../programme/index.ts';
import { RoundForm, StepFields } from './round-form-pages.tsx';

interface NewRoundPageProps {
  readonly instruments: readonly Instrument[];
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Plans a round of assessment: its name, its questions and its days. */
export function NewRoundPage(props: NewRoundPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={props.errors} />
        <h1>Plan a round of assessment</h1>
        <p>
          The round opens by itself on its first day. It can be corrected until somebody has begun to work in it, and is
          only extended or closed from then on. Where a mail server is set up, people are told when it opens, and
          reminded 14, 3 and 1 days before its deadline. Until its deadline has passed, national figures are those of
          the round before it.
        </p>
        <Form>
          <PlanFields {...props} />
          <SubmitButton>Plan the round</SubmitButton>
        </Form>
        <p>
          <a href={paths.rounds()}>Change nothing and go back</a>
        </p>
      </div>
    </div>
  );
}

/** Puts right what was planned, as long as nobody has begun to work in the round. */
export function CorrectRoundPage(props: NewRoundPageProps & { readonly round: Round }) {
  const { round, typed, errors } = props;
  return (
    <RoundForm round={round} errors={errors} heading="Correct the round">
      <p>
        This can be done until somebody has begun to work in the round. The address of its page stays the same. With a
        later first day the round waits for that day again.
      </p>
      <Form>
        <PlanFields {...props} />
        <StepFields round={round} typed={typed} errors={errors} />
        <SubmitButton>Correct the round</SubmitButton>
      </Form>
    </RoundForm>
  );
}

interface UncorrectableRoundPageProps {
  readonly round: Round;
  /** Why, without a stop at its end. */
  readonly refusal: string;
}

/** For whoever comes here where nothing can be put right any more, or never could. */
export function UncorrectableRoundPage({ round, refusal }: UncorrectableRoundPageProps) {
  return (
    <RoundForm round={round} errors={[]} heading="This round cannot be corrected">
      <p>{refusal}.</p>
    </RoundForm>
  );
}

function PlanFields({ instruments, typed, errors }: NewRoundPageProps) {
  const [only, ...others] = instruments;
  const chosen = typedText(typed, 'instrument');
  return (
    <>
      <TextField
        name="label"
        label="Name"
        hint="Such as Digital maturity self-assessment 2026/27. It stands on every page of the round"
        value={typedText(typed, 'label')}
        errors={errors}
      />
      <RadiosField
        name="instrument"
        label="Questions"
        choices={instruments.map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen === '' && others.length === 0 ? (only?.id ?? '') : chosen}
        errors={errors}
      />
      <DayField name="opens-on" label="First day" hint="Such as 1 December 2026" typed={typed} errors={errors} />
      <DayField
        name="due-on"
        label="Deadline"
        hint="The last day, such as 31 March 2027. It ends at 23:59, UK time"
        typed={typed}
        errors={errors}
      />
    </>
  );
}

interface DayFieldProps extends Pick<NewRoundPageProps, 'typed' | 'errors'> {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

function DayField({ name, label, hint, typed, errors }: DayFieldProps) {
  return <TextField name={name} label={label} hint={hint} width={20} value={typedText(typed, name)} errors={errors} />;
}
