import type { ComponentProps } from 'react';
import { QuestionPolled } from '../../../polls/index.ts';

export interface StaffLine {
  readonly question: string;
  /** What the organisation answers, in words. */
  readonly agreed: string;
  readonly polled: ComponentProps<typeof QuestionPolled>;
}

/** Before whoever signs: what staff said in the survey, beside what is answered for them; nothing where they were not asked. */
export function StaffSaid({ lines }: { lines: readonly StaffLine[] }) {
  return lines.length === 0 ? null : (
    <>
      <h2>What staff say</h2>
      <p>
        Anybody who had the address of the survey could answer it, so it is a hint and no count. It is for people of
        your organisation, is no part of what is signed and is not published.
      </p>
      {lines.map(({ question, agreed, polled }) => (
        <section key={polled.question.questionId} aria-labelledby={`staff-${polled.question.questionId}`}>
          <h3 className="nhsuk-heading-s" id={`staff-${polled.question.questionId}`}>
            {question}
          </h3>
          <p>
            <strong>Answered for your organisation:</strong> {agreed}
          </p>
          <QuestionPolled {...polled} />
        </section>
      ))}
    </>
  );
}
