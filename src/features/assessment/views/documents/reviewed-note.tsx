import type { SignedStanding } from '../../../return-documents/index.ts';
import { ValidatedNote } from './validated-note.tsx';

interface ReviewedNoteProps {
  readonly signed: SignedStanding | null;
  /** Null for whoever may not read what is asked. */
  readonly href: string | null;
}

/** On the result of an organisation: whether it is validated, and the way to what is asked about it. */
export function ReviewedNote({ signed, href }: ReviewedNoteProps) {
  return (
    <>
      <ValidatedNote signed={signed} />
      {href !== null && (
        <p>
          <a href={href}>Queries and validation</a>: what the region asks about it, and what is replied.
        </p>
      )}
    </>
  );
}
