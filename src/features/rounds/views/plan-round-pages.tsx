import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { listInWords } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { RadiosField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { Round } from '../../programme/index.ts';
import type { PlanChoice } from '../plan-choice.ts';
import { RoundForm, StepFields } from './round-form-pages.tsx';

interface NewRoundPageProps {
  readonly choice: PlanChoice;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** Plans a round: its name, what it is over and its days. */
export function NewRoundPage(props: NewRoundPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={props.errors} />
        <h1>{props.choice.kind === 'assessment' ? 'Plan a round of assessment' : 'Plan a round of planning'}</h1>
        <p>
          The round opens by itself on its first day. It can be corrected until somebody has begun to work in it, and is
          only extended or closed from then on. Where a mail server is set up, people are told when it opens, and
          reminded 14 days, 3 days and 1 day before its deadline.{' '}
          {props.choice.kind === 'assessment' &&
            'Until its deadline has passed and its results are public, national figures are those of the round before it.'}
        </p>
        {props.choice.kind === 'assessment' && <Questions choice={props.choice} />}
        {props.choice.kind === 'roadmap' && (
          <p>
            Footprints write a new roadmap, with the parts of the programme’s template. Its years begin with the
            financial year of the deadline, April to March, and its quarters with the first after the deadline. Roadmaps
            of earlier rounds stay as they are.
          </p>
        )}
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

/** What can be asked: the sets of questions of the pack, as they stand there. */
function Questions({ choice: { options, inactive } }: Pick<NewRoundPageProps, 'choice'>) {
  return (
    <>
      {options.length > 0 && <Active options={options} />}
      {inactive.length > 0 && (
        <p>
          Not active yet, so that no round can ask it: {listInWords(inactive)}.{' '}
          <a href={paths.instruments()}>Go to the questionnaires</a>
        </p>
      )}
    </>
  );
}

function Active({ options }: Pick<PlanChoice, 'options'>) {
  const [only] = options;
  return options.length === 1 && only !== undefined ? (
    <p>
      It asks the questions of “{only.label}”, the only set in the programme pack, as they stand there: they cannot be
      changed here, and results can be set beside those of earlier rounds.
    </p>
  ) : (
    <p>
      It asks one of the sets of questions in the programme pack, as they stand there: they cannot be changed here.
      Rounds are compared on the questions that both asked.
    </p>
  );
}

/** Puts right what was planned, as long as nobody has begun to work in the round. */
export function CorrectRoundPage(props: NewRoundPageProps & { readonly round: Round }) {
  const { round, typed, errors } = props;
  return (
    <RoundForm round={round} errors={errors} heading="Correct the round">
      <p>
        This can be done until somebody has begun to work in the round. The address of its page stays the same. With a
        later first day a round that opened by itself waits for that day again; one that was opened by hand stays open.
      </p>
      <Form>
        <PlanFields {...props} />
        <StepFields round={round} typed={typed} errors={errors} />
        <SubmitButton>Correct the round</SubmitButton>
      </Form>
    </RoundForm>
  );
}

function PlanFields({ choice, typed, errors }: NewRoundPageProps) {
  const [first, ...others] = choice.options;
  const chosen = typedText(typed, choice.field);
  const examples = useExampleDays();
  return (
    <>
      <TextField
        name="label"
        label="Name"
        hint={`Such as ${choice.kind === 'assessment' ? 'Digital maturity self-assessment' : 'Digital roadmap'} ${examples.years}. It stands on every page of the round`}
        value={typedText(typed, 'label')}
        errors={errors}
      />
      <RadiosField
        name={choice.field}
        label={choice.label}
        choices={choice.options}
        value={chosen === '' && others.length === 0 ? (first?.value ?? '') : chosen}
        errors={errors}
      />
      <DayField
        name="opens-on"
        label="First day"
        hint={`Such as ${examples.beginning}`}
        typed={typed}
        errors={errors}
      />
      <DayField
        name="due-on"
        label="Deadline"
        hint={`The last day, such as ${examples.end}. It ends at 23:59, UK time`}
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
