import type { SignedStanding } from '../../../return-documents/index.ts';
import type { NotesLink } from '../notes/notes-beside.tsx';
import { QueriesLine } from '../notes/queries-line.tsx';
import { ValidatedNote } from './validated-note.tsx';

interface ReviewedNoteProps {
  readonly signed: SignedStanding | null;
  /** Null for whoever may not read what is asked. */
  readonly queries: NotesLink | null;
}

/** On the result of an organisation: whether it is validated, and the way to what is asked about it. */
export function ReviewedNote({ signed, queries }: ReviewedNoteProps) {
  return (
    <>
      <ValidatedNote signed={signed} />
      <QueriesLine queries={queries} />
    </>
  );
}
