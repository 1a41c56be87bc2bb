import { Details } from '../../../views/details.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import type { Poll, PolledQuestion } from '../poll.ts';
import type { PollChoice } from '../poll-choices.ts';
import { cannotSay, fewestShown } from '../spread.ts';

interface QuestionPolledProps {
  readonly poll: Poll;
  readonly question: PolledQuestion;
  readonly choices: readonly PollChoice[];
  readonly href: string;
}

/** Beside the answer to a question: what colleagues said about it, or why that is not to be seen, and who does not agree. */
export function QuestionPolled({ poll, question, choices, href }: QuestionPolledProps) {
  const { questionId, result, dissent } = question;
  return (
    <Details summary={`${poll.openToken === null ? 'Colleagues' : 'Staff'} on ${questionId}: ${inShort(question)}`}>
      {result.kind === 'shown' ? (
        <ul>
          {choices
            .filter(({ value }) => value !== cannotSay)
            .map(({ value, label }) => (
              <li key={value}>{`${label}: ${result.spread.votes.get(value) ?? 0} of ${result.spread.answers}`}</li>
            ))}
        </ul>
      ) : (
        <p>
          {result.kind === 'open'
            ? `They are asked until ${formatDate(poll.runsUntil)}. What they answer is shown once that is over.`
            : `Fewer than ${fewestShown} gave an answer, so nothing is shown.`}
        </p>
      )}
      {dissent !== null && dissent.body !== '' && (
        <>
          <p className="nhsuk-u-margin-bottom-1">
            <strong>Does not agree</strong> (written by {dissent.by} on {formatDate(dissent.at)}):
          </p>
          <p className="ldr-as-typed">{dissent.body}</p>
        </>
      )}
      <p>
        <a href={href}>
          Open the poll<span className="nhsuk-u-visually-hidden"> about {questionId}</span>
        </a>
      </p>
    </Details>
  );
}

function inShort({ result, dissent }: PolledQuestion): string {
  const disagrees = dissent !== null && dissent.body !== '' ? ', one view differs' : '';
  switch (result.kind) {
    case 'shown':
      return `${countOf(result.spread.answers, 'answer')}${disagrees}`;
    case 'open':
      return 'being asked';
    default:
      return `too few answers to show${disagrees}`;
  }
}
