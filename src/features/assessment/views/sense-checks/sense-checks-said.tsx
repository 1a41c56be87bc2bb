import type { SenseChecksView } from './sense-checks-view.ts';

/** What was asked about the answers and what is said to it, to read. */
export function SenseChecksSaid({ view }: { view: SenseChecksView }) {
  return view.checks.length === 0 ? (
    <p>Nothing in the answers needed a second look.</p>
  ) : (
    <ul>
      {view.checks.map(({ key, asks, link, note, said }) => (
        <li key={key}>
          {asks} <a href={link.href}>{link.text}</a>
          {said === null ? (
            <p>
              <strong>Nothing is said to it.</strong>
            </p>
          ) : (
            <>
              <p>
                <strong>Said {said}:</strong>
              </p>
              <p className="ldr-as-typed">{note}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same as a part of another page; null where the answers were not looked at so. */
export function SecondLookSection({ title, view }: { title: string; view: SenseChecksView | null }) {
  return (
    <section aria-labelledby="second-look">
      <h2 id="second-look">{title}</h2>
      {view === null ? (
        <p>The answers were not looked at in this way when this was sent to be signed.</p>
      ) : (
        <SenseChecksSaid view={view} />
      )}
    </section>
  );
}
