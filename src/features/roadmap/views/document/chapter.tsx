import { Narrative } from '../../../../views/text/narrative.tsx';
import { eachKind } from '../../content/content-kinds.ts';
import type { ChapterTable, DocumentChapter } from '../../documents/document-chapters.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { MembersTable } from './members-table.tsx';
import { type Signature, SignaturesTable } from './signatures-table.tsx';
import { Withheld } from './withheld.tsx';

interface ChapterProps {
  readonly chapter: DocumentChapter;
  readonly document: RoadmapDocument;
  /** Null where signatures are not to be shown, as in a draft. */
  readonly signatures: readonly Signature[] | null;
}

/** One part of a roadmap as it is read: its text, then its tables. */
export function Chapter({ chapter, document, signatures }: ChapterProps) {
  const { id, number, heading, templateTitle, visibility, body, tables } = chapter;
  return (
    <section className="ldr-chapter" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {number === null ? '' : `${number}. `}
        {heading}
      </h2>
      {templateTitle !== '' && <p className="ldr-figure-note">In the national template: {templateTitle}</p>}
      {visibility === 'assured' && body !== null && (
        <p className="ldr-figure-note">For the regional reviewer; left out of the public edition.</p>
      )}
      <ChapterText chapter={chapter} />
      {tables.map((table) => (
        // A list of what changed links to the table itself, which shares the chapter's id where it stands outside any part.
        <div key={table} {...(table === id ? {} : { id: table })}>
          <ChapterTableView table={table} document={document} signatures={signatures} />
        </div>
      ))}
    </section>
  );
}

function ChapterText({ chapter: { body, digest, tables } }: { chapter: DocumentChapter }) {
  if (body === null) {
    return <Withheld digest={digest} />;
  }
  if (body !== '') {
    return <Narrative text={body} headingLevel={3} />;
  }
  return tables.length > 0 ? null : <p className="ldr-empty">Nothing was written for this part.</p>;
}

interface ChapterTableViewProps extends Omit<ChapterProps, 'chapter'> {
  readonly table: ChapterTable;
}

function ChapterTableView({ table, document, signatures }: ChapterTableViewProps) {
  if (table === 'members') {
    return <MembersTable document={document} />;
  }
  if (table === 'sign-up') {
    return signatures === null ? null : <SignaturesTable document={document} signatures={signatures} />;
  }
  return eachKind(({ section, table: written }) =>
    written !== null && section.kind === table ? <written.Reading key={section.kind} document={document} /> : null,
  );
}
