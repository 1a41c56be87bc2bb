import { type SourceRef, standingOf, standingWord } from '../../directory/index.ts';
import type { Standing } from '../../programme/index.ts';

interface ProvenanceProps {
  readonly standing: Standing;
  readonly source: SourceRef;
  readonly note?: string;
}

/** How far a fact may be trusted, and who says so. */
export function Provenance({ standing, source, note = '' }: ProvenanceProps) {
  return (
    <>
      {standingWord(standingOf(standing, source))}:{' '}
      {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
      {note !== '' && <span className="ldr-line-note">{note}</span>}
    </>
  );
}
