import type { ReactNode } from 'react';

/** What on a page is invented: answers or plans, or nobody but the people that it lists. */
export type Invented = 'answers' | 'people';

const words: Readonly<Record<Invented, string>> = {
  answers: 'the answers and plans here are invented, and say nothing about the organisations named.',
  people: 'the people who come with this demonstration are invented, and hold no office in the organisations named.',
};

interface IllustrativeBandProps {
  readonly invented: Invented;
  /** What is looked at, where that is not the reader's own day. */
  readonly lookingAt: ReactNode;
}

/** Stands at the top of every page that shows something invented. */
export function IllustrativeBand({ invented, lookingAt }: IllustrativeBandProps) {
  return (
    <aside className="ldr-illustrative" aria-label="Illustrative data">
      <div className="nhsuk-width-container">
        <p>
          {lookingAt}
          {lookingAt !== null && ' '}
          <strong>Illustrative data:</strong> {words[invented]}
        </p>
      </div>
    </aside>
  );
}
