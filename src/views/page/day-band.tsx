/** Stands on every page of a demonstration whose time is not the reader's own. */
export function DayBand({ lookingAt }: { readonly lookingAt: string }) {
  return (
    <aside className="ldr-day-band" aria-label="Day of the demonstration">
      <div className="nhsuk-width-container">
        <p>
          You are looking at <strong>{lookingAt}</strong>. The clock of this demonstration runs on from there.
        </p>
      </div>
    </aside>
  );
}
