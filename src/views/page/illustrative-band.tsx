/** Stands at the top of every page that shows invented answers or plans. */
export function IllustrativeBand() {
  return (
    <aside className="ldr-illustrative" aria-label="Illustrative data">
      <div className="nhsuk-width-container">
        <p>
          <strong>Illustrative data.</strong> The answers and plans on this page are invented to show the service. They
          say nothing about the organisations named.
        </p>
      </div>
    </aside>
  );
}
