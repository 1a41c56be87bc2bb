import type { NotesLink } from './notes-beside.tsx';

/** The way to what is asked about a signed assessment, with how many queries are open. */
export function QueriesLine({ queries }: { readonly queries: NotesLink | null }) {
  return (
    queries !== null && (
      <p>
        <a href={queries.href}>Queries and validation ({queries.open === 0 ? 'none' : queries.open} open)</a>: what the
        region asks about what was signed, and what is replied.
      </p>
    )
  );
}
