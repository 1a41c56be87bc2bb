import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { QrCode } from '../../../views/qr-code.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';
import { PageHead } from '../../assessment/index.ts';
import { fewestShown, type Poll, type PollChoice, type PollState, QuestionSpread } from '../../polls/index.ts';
import { dissentField, dissentRevisionField } from '../parse-poll-forms.ts';
import { stateLabels, votedInWords } from './poll-words.ts';

export interface QuestionLine {
  readonly id: string;
  readonly sectionHref: string;
  readonly question: string;
  readonly choices: readonly PollChoice[];
  readonly result: Poll['questions'][number]['result'];
  readonly dissent: Poll['questions'][number]['dissent'];
  /** What the organisation has answered by now. */
  readonly agreed: string;
}

interface PollPageProps {
  readonly organisation: string;
  readonly section: string;
  readonly poll: Poll;
  readonly state: PollState;
  /** Of a survey of staff that is open: where anybody answers it. */
  readonly address: string | null;
  /** Who opened it and what was done since, as sentences. */
  readonly steps: readonly string[];
  readonly questions: readonly QuestionLine[];
  /** Whether the reader may write who does not agree. */
  readonly mayWrite: boolean;
  /** Null for whoever only reads it, and once it has ended. */
  readonly manage: { readonly sendsMail: boolean } | null;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly all: string;
}

/** A poll: how it stands and, once it is closed, how the answers spread. */
export function PollPage(props: PollPageProps) {
  const { organisation, section, address, poll, state, steps, questions, mayWrite, manage, errors, all } = props;
  const { text, colour } = stateLabels[state];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={poll.openToken === null ? `Poll: ${section}` : section} />
        <SummaryList
          rows={[
            { key: 'State', value: <Tag text={text} colour={colour} /> },
            { key: 'Last day', value: formatDate(poll.runsUntil) },
            { key: 'Answered', value: votedInWords(poll, state) },
            { key: 'What was done', value: <Lines lines={steps} /> },
            ...(poll.message === '' ? [] : [{ key: 'Message', value: <p className="ldr-as-typed">{poll.message}</p> }]),
          ]}
        />
        {poll.openToken !== null && (
          <p>
            Anybody who has the address can answer: once from each browser, and as often as they have browsers. Take
            what comes of it for a hint of what people meet at work, not for a count of them.
          </p>
        )}
        {address !== null && <Address organisation={organisation} address={address} />}
        <p>
          Who chose what is known to nobody. How the answers spread is for people of your organisation alone, also after
          signing, and is no part of what is signed.
        </p>
        {questions.map((line) => (
          <section key={line.id} aria-labelledby={`polled-${line.id}`}>
            <h2 className="nhsuk-heading-m" id={`polled-${line.id}`}>
              {line.question}
            </h2>
            <QuestionSpread questionId={line.id} choices={line.choices} result={line.result} />
            <p>
              <strong>Answered for your organisation by now:</strong> {line.agreed}.{' '}
              <a href={`${line.sectionHref}#question-${line.id}`}>
                Go to the question<span className="nhsuk-u-visually-hidden"> {line.id}</span>
              </a>
            </p>
            {line.dissent !== null && line.dissent.body !== '' && (
              <>
                <p className="nhsuk-u-margin-bottom-1">
                  <strong>Does not agree</strong> (written by {line.dissent.by} on {formatDate(line.dissent.at)}):
                </p>
                <p className="ldr-as-typed">{line.dissent.body}</p>
              </>
            )}
          </section>
        ))}
        {mayWrite && <Dissents {...props} />}
        {manage !== null && <Manage {...props} manage={manage} />}
        <p>
          <a href={all}>Back to the polls</a>
        </p>
      </div>
    </div>
  );
}

/** To hand on, or to print and put up where people pass. */
function Address({ organisation, address }: { readonly organisation: string; readonly address: string }) {
  return (
    <section className="ldr-poster" aria-labelledby="survey-address">
      <h2 className="nhsuk-heading-m" id="survey-address">
        What would you answer?
      </h2>
      <p>
        {organisation} asks everybody who works there. It takes two minutes, and nobody is asked who they are. Open this
        address, or scan the code with a phone:
      </p>
      <p className="ldr-typed">{address}</p>
      <QrCode text={address} label="The address of the survey as a code to scan" />
      <p className="ldr-on-screen">Print this page to put it up: this part alone comes on paper.</p>
    </section>
  );
}

/** Written after the poll, beside what was agreed: nobody is outvoted without a word. */
function Dissents({ questions, typed, errors }: Pick<PollPageProps, 'questions' | 'typed' | 'errors'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Who does not agree?</h2>
      <p>
        Write what somebody still sees differently once you have agreed on an answer, and why. It stands beside the
        answer for people of your organisation, and is no part of what is signed. Leave out names of people who did not
        give theirs.
      </p>
      <Form>
        {questions.map(({ id, dissent }) => (
          <div key={id}>
            <TextAreaField
              name={dissentField(id)}
              label={`Does not agree on ${id} (optional)`}
              hint="Up to 1,000 characters."
              rows={2}
              value={dissentField(id) in typed ? typedText(typed, dissentField(id)) : (dissent?.body ?? '')}
              errors={errors}
            />
            <input type="hidden" name={dissentRevisionField(id)} value={dissent?.revision ?? 0} />
          </div>
        ))}
        <SubmitButton secondary name="step" value="dissent">
          Save who does not agree
        </SubmitButton>
      </Form>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="nhsuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Manage({
  poll,
  manage,
  typed,
  errors,
}: PollPageProps & { readonly manage: NonNullable<PollPageProps['manage']> }) {
  const isWaiting = manage.sendsMail && poll.mailed > 0 && poll.voted < poll.invited;
  return (
    <>
      {isWaiting && (
        <>
          <h2 className="nhsuk-heading-m">Remind those who have not answered</h2>
          <p>
            Everybody whose link was not used gets an e-mail with a new one; the earlier one works no more. You are not
            told who they are. Nobody is reminded twice within a day.
          </p>
          <Form>
            <SubmitButton secondary name="step" value="remind">
              Send a reminder
            </SubmitButton>
          </Form>
        </>
      )}
      <h2 className="nhsuk-heading-m">Close the poll</h2>
      <p>
        It closes by itself after its last day. Closed, it takes no more answers, and is not opened again: its answers
        are shown where at least {fewestShown} were given, and deleted where there are fewer.
      </p>
      <Form>
        <SubmitButton name="step" value="close">
          Close the poll now
        </SubmitButton>
      </Form>
      <h2 className="nhsuk-heading-m">Withdraw the poll</h2>
      <p>If it was opened by mistake: nothing of it is shown, and every answer is deleted.</p>
      <Form>
        <TextAreaField
          name="reason"
          label="Why is it withdrawn?"
          hint="It stands on this page."
          rows={2}
          value={typedText(typed, 'reason')}
          errors={errors}
        />
        <SubmitButton warning name="step" value="withdraw">
          Withdraw the poll
        </SubmitButton>
      </Form>
    </>
  );
}
