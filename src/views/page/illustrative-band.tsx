/** Stands at the top of every page that shows invented answers or plans; says of which day it is, where that is not the reader's own. */
export function IllustrativeBand({ lookingAt }: { readonly lookingAt: string | null }) {
  return (
    <aside className="ldr-illustrative" aria-label="Illustrative data">
      <div className="nhsuk-width-container">
        <p>
          {lookingAt !== null && (
            <>
              You are looking at <strong>{lookingAt}</strong>.{' '}
            </>
          )}
          <strong>Illustrative data:</strong> the answers and plans here are invented, and say nothing about the
          organisations named.
        </p>
      </div>
    </aside>
  );
}
