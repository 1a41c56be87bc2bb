import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { countOf } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import type { AssessedWords, Round } from '../../programme/index.ts';
import { type CoverageRow, hasReminded } from '../coverage.ts';
import { type CoverageQuery, partsOf } from '../coverage-query.ts';
import type { WhomToRing } from '../read-whom-to-ring.ts';
import { ByHand } from './by-hand.tsx';

/** Why nobody can be reminded, and where that is mended if it can be. */
export interface RemindProblem {
  readonly message: string;
  readonly mend?: { readonly href: string; readonly text: string };
}

interface RemindPageProps {
  readonly query: CoverageQuery;
  readonly round: Round;
  /** What those are called who are asked. */
  readonly words: AssessedWords;
  readonly reminded: readonly CoverageRow[];
  /** Whom to ring or write to by hand; null where the service can write. */
  readonly byHand: readonly WhomToRing[] | null;
  /** Null where somebody can be reminded. */
  readonly problem: RemindProblem | null;
  readonly errors: readonly FieldError[];
}

export const problemAnchor = 'problem';

/** Asks once more before people are written to. */
export function RemindPage({ query, round, words, reminded, byHand, problem, errors }: RemindPageProps) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <ErrorSummary errors={errors} />
          <h1>Remind {words.many}</h1>
          {problem === null ? (
            <>
              <p>
                {countOf(reminded.length, words.one, words.many)} of those you asked for{' '}
                {reminded.length === 1 ? 'has' : 'have'} not submitted for “{round.label}”. Coordinators and those who
                sign there are written to, each once a day at most.
              </p>
              <NobodyThere reminded={reminded} />
              <Form>
                <SubmitButton>Write to them</SubmitButton>
              </Form>
            </>
          ) : (
            <p id={problemAnchor}>
              {problem.message}.{problem.mend !== undefined && ' '}
              {problem.mend !== undefined && <a href={problem.mend.href}>{problem.mend.text}</a>}
            </p>
          )}
        </div>
      </div>
      {byHand !== null && <ByHand query={query} people={byHand} />}
      <p>
        <a href={paths.coverage(partsOf(query))}>
          {byHand === null ? 'Change nothing and go back' : 'Back to coverage'}
        </a>
      </p>
    </>
  );
}

function NobodyThere({ reminded }: Pick<RemindPageProps, 'reminded'>) {
  const count = reminded.filter((row) => !hasReminded(row)).length;
  return count === 0 ? null : (
    <p>
      {count} of them {count === 1 ? 'has' : 'have'} neither a coordinator nor anybody to sign, so nobody there is told.{' '}
      <a href={paths.inviteMany()}>Invite people</a> first.
    </p>
  );
}
