import { formatPartialDate, type Source, standingWord } from '../../directory/index.ts';
import type { AreaNote } from '../timeline/past.ts';

interface AreaNotesProps {
  readonly notes: readonly AreaNote[];
  readonly sources: readonly Source[];
}

/** What is said of what came before or after, which is no event of its history: that must be plain to every reader. */
export function AreaNotes({ notes, sources }: AreaNotesProps) {
  if (notes.length === 0) {
    return null;
  }
  const titles = new Map(sources.map(({ sourceId, title }) => [sourceId, title]));
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">What may have come before or after</h2>
      <p>
        No document that was found records a merger of this footprint. These are notes, and nothing follows from them.
      </p>
      <ul>
        {notes.map(({ statement, datedOn, standing, sourceId, note }) => (
          <li key={statement}>
            {statement}
            {datedOn !== '' && ` (${formatPartialDate(datedOn)})`}.
            <span className="ldr-line-note">
              {standingWord(standing)}: {titles.get(sourceId) ?? sourceId}
              {note !== '' && `. ${note}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
