import type { ReactNode } from 'react';

interface IllustrativeBandProps {
  /** What is looked at, where that is not the reader's own day. */
  readonly lookingAt: ReactNode;
}

/** Stands at the top of every page that shows invented answers or plans. */
export function IllustrativeBand({ lookingAt }: IllustrativeBandProps) {
  return (
    <aside className="ldr-illustrative" aria-label="Illustrative data">
      <div className="nhsuk-width-container">
        <p>
          {lookingAt}
          {lookingAt !== null && ' '}
          <strong>Illustrative data:</strong> the answers and plans here are invented, and say nothing about the
          organisations named.
        </p>
      </div>
    </aside>
  );
}
