import { laterOf } from '../../../platform/days.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { exampleExtension } from '../../../views/forms/example-days.ts';
import { TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { dueOnFor, type ProgrammePack, resultsDay } from '../../programme/index.ts';
import { RoundForm, type RoundFormProps, StepFields } from './round-form-pages.tsx';
import { resultsInWords } from './round-words.ts';

interface ResultsDayPageProps extends RoundFormProps {
  readonly pack: ProgrammePack;
  /** The present day. */
  readonly today: string;
}

/** From which day everybody reads what a round came to. */
export function ResultsDayPage({ pack, round, today, typed, errors }: ResultsDayPageProps) {
  const due = dueOnFor(round);
  return (
    <RoundForm round={round} errors={errors} heading="Set the day of the results">
      <p>{resultsInWords(resultsDay(pack, round, today))}.</p>
      <p>
        From the day that you set, everybody can read the scores of all {pack.assessed.many} that have signed, on the
        public pages, in files and in the API. Until then an organisation reads its own result, which it is told is
        provisional, and so do its region and the national team. Those who write a roadmap read what its members come to
        on average. What is signed later than that day is public from the moment it is signed.
      </p>
      <p>
        It can be set to another day until it has come. Nothing that was public is taken back. Those who have signed are
        told of it, where a mail server is set up.
      </p>
      <Form>
        <TextField
          name="results-on"
          label="Day of the results"
          hint={`After the deadline, ${formatDate(due)}, such as ${exampleExtension(laterOf(due, today))}`}
          width={20}
          value={typedText(typed, 'results-on')}
          errors={errors}
        />
        <StepFields round={round} typed={typed} errors={errors} seenBy="signed" />
        <SubmitButton>Set the day</SubmitButton>
      </Form>
    </RoundForm>
  );
}
