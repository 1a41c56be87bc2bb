import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { formatDate } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { RadiosField, TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { fewestShown, type PollChoice } from '../../polls/index.ts';
import { answerField, commentField } from '../parse-poll-forms.ts';

export interface BallotLine {
  readonly id: string;
  readonly question: string;
  readonly help: string;
  readonly choices: readonly PollChoice[];
}

export interface BallotView {
  readonly organisation: string;
  readonly round: string;
  readonly section: string;
  readonly runsUntil: string;
  /** How many people are asked; null where it is a survey of everybody on the staff. */
  readonly invited: number | null;
  readonly message: string;
  readonly questions: readonly BallotLine[];
}

interface BallotPageProps {
  readonly view: BallotView;
  readonly token: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** What somebody answers who was sent a link. */
export function BallotPage({ view, token, typed, errors }: BallotPageProps) {
  const { organisation, round, section, runsUntil, invited, message, questions } = view;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>
          <span className="nhsuk-caption-l">
            {organisation}
            <span className="nhsuk-u-visually-hidden">: </span>
          </span>
          What would you answer?
        </h1>
        <p>
          Your organisation answers “{round}” and asks{' '}
          {invited === null ? 'everybody who works there' : `${invited} people, of whom you are one,`} about {section}.
          Say what is so where you work. The last day is {formatDate(runsUntil)}.
        </p>
        <div className="nhsuk-inset-text">
          <p>
            Your name is not asked and not kept with your answers. People of {organisation} see how the answers of all
            spread, once {invited === null ? 'the survey' : 'the poll'} is closed and if at least {fewestShown} people
            answered.{' '}
            {invited === null
              ? 'It is not published.'
              : 'Comments are shown as you write them, apart from your answer: leave out what would tell who you are.'}
          </p>
          {invited === null && (
            <p>
              Please answer once. This browser keeps a cookie so that it answers once alone; nothing else stops anybody
              from answering again, and those who read the answers are told so.
            </p>
          )}
        </div>
        {message !== '' && <p className="ldr-as-typed">{message}</p>}
        <Form>
          <input type="hidden" name="token" value={token} />
          {questions.map(({ id, question, help, choices }) => (
            <div className="ldr-question" key={id}>
              <RadiosField
                name={answerField(id)}
                label={question}
                hint={invited === null ? '' : help}
                choices={choices.map(({ value, label, hint }, index) => ({
                  value,
                  label,
                  ...(hint === '' ? {} : { hint }),
                  ...(index === choices.length - 1 ? { divider: 'or' } : {}),
                }))}
                value={typedText(typed, answerField(id))}
                errors={errors}
              />
              {invited !== null && (
                <TextAreaField
                  name={commentField(id)}
                  label={`Comment on ${id} (optional)`}
                  hint="Up to 1,000 characters."
                  rows={2}
                  value={typedText(typed, commentField(id))}
                  errors={errors}
                />
              )}
            </div>
          ))}
          <p>You can send your answers once. They cannot be changed afterwards, since nobody knows which are yours.</p>
          <SubmitButton>Send my answers</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

export type LinkOver = 'used' | 'answered' | 'over' | 'withdrawn' | 'unknown';

const overWords: Readonly<Record<LinkOver, { readonly title: string; readonly text: string }>> = {
  used: {
    title: 'This link has been used',
    text: 'If you have just sent your answers by it, they are counted. Each link takes answers once. If somebody else used yours, tell whoever sent it to you.',
  },
  answered: {
    title: 'This browser has answered already',
    text: 'Its answers are counted, and need nothing more. If somebody else answered by it, answer by a browser of your own.',
  },
  over: {
    title: 'This poll is closed',
    text: 'It takes no more answers. If you have something to say, tell whoever sent you the link.',
  },
  withdrawn: {
    title: 'This poll was withdrawn',
    text: 'It takes no answers, and those that were given are deleted. You need do nothing.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'Check that the whole link was copied. If you got a later e-mail with another link, use that one. Otherwise ask whoever sent it to you.',
  },
};

export function titleOfOver(kind: LinkOver): string {
  return overWords[kind].title;
}

/** Why a link takes no answers; of the poll it tells nothing. */
export function LinkOverPage({ kind }: { readonly kind: LinkOver }) {
  const { title, text } = overWords[kind];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    </div>
  );
}

/** Says that a vote was counted. */
export function VotedPage() {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <div className="nhsuk-panel">
          <h1 className="nhsuk-panel__title">Your answers are counted</h1>
        </div>
        <p>Thank you. You need do nothing more, and can close this page. They cannot be sent again from here.</p>
      </div>
    </div>
  );
}
