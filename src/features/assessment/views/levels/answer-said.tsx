import type { AnswerRead } from '../answer-words.ts';

interface AnswerSaidProps {
  readonly said: AnswerRead & {
    /** What is to be reached by the next round; null where nobody says. */
    readonly desired: string | null;
  };
}

/** An answer to read; of one by elements all that was ticked, and what level that makes. */
export function AnswerSaid({ said: { answer, reason, met, desired } }: AnswerSaidProps) {
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
      {desired !== null && <p className="ldr-level-reason">Desired by the next round: {desired}</p>}
    </>
  );
}
