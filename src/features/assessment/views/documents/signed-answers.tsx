import type { ReactNode } from 'react';
import type { AnswerRead } from '../answer-words.ts';
import { AnswerSaid } from '../levels/answer-said.tsx';

/** An answer as a document holds it, to each element that was ticked and every note: they are signed too. */
export interface AnswerToRead extends AnswerRead {
  readonly id: string;
  readonly question: string;
  readonly desired: string | null;
  readonly note: string;
  /** That another organisation gave it; null where it is its own. */
  readonly from: string | null;
}

interface SignedAnswersProps {
  readonly answers: readonly AnswerToRead[];
  /** What stands under an answer beside what was signed; left out where nothing does. */
  readonly beside?: (id: string) => ReactNode;
}

export function SignedAnswers({ answers, beside }: SignedAnswersProps) {
  return answers.map((each) => (
    <div className="ldr-signed-answer" key={each.id}>
      {asked(each.question)} <AnswerSaid said={each} />
      {each.from !== null && <p className="ldr-level-reason">Given by {each.from}</p>}
      {each.note !== '' && <p className="ldr-as-typed">{each.note}</p>}
      {beside?.(each.id)}
    </div>
  ));
}

/** Most questions are sentences and end as such. */
function asked(question: string): string {
  return /[.?!]$/.test(question) ? question : `${question}:`;
}
