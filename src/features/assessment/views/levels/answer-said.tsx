import type { AnswerRead } from '../answer-words.ts';

/** An answer to read; of one by elements all that was ticked, and what level that makes. */
export function AnswerSaid({ said: { answer, reason, met } }: { said: AnswerRead }) {
  return (
    <>
      <strong>{answer}</strong>
      {reason !== null && <p className="ldr-level-reason">{reason}</p>}
      {met.length > 0 && (
        <ul className="ldr-level-met">
          {met.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}
