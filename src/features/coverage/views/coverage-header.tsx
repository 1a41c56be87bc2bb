import { countOf } from '../../../views/format.ts';
import { type AssessedWords, type Round, roundDeadlineInWords, roundState } from '../../programme/index.ts';

interface CoverageHeaderProps {
  readonly heading: string;
  readonly round: Round;
  /** The present day. */
  readonly today: string;
  readonly asked: number;
  /** What is asked: such as `provider` or `footprint`. */
  readonly thing: AssessedWords;
  /** Where the round is shown that is worked in now; null where it is this one. */
  readonly present: string | null;
  /** The page beside this one. */
  readonly other: { readonly href: string; readonly text: string };
}

/** Which round is shown, where it stands, and how many are asked in it. */
export function CoverageHeader({ heading, round, today, asked, thing, present, other }: CoverageHeaderProps) {
  return (
    <>
      <h1>{heading}</h1>
      <p>
        {round.label}: {whenDue(round, today)} {countOf(asked, thing.one, thing.many)} asked.{' '}
        {present !== null && (
          <>
            It is not <a href={present}>the round that is worked in now</a>.{' '}
          </>
        )}
        <a href={other.href}>{other.text}</a>
      </p>
    </>
  );
}

function whenDue(round: Round, today: string): string {
  const deadline = roundDeadlineInWords(round, today);
  switch (roundState(round, today)) {
    case 'planned':
      return `due at ${deadline}. The round has not opened.`;
    case 'open':
      return `due at ${deadline}.`;
    case 'closed':
      return `due on ${deadline}. The round is closed.`;
  }
}
