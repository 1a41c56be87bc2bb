import { Details } from '../../../../views/details.tsx';
import { SubmitButton } from '../../../../views/forms/button.tsx';

/** How many threads of private notes there are about each answer, by question, for whoever may read them. */
export type NotesBeside = ReadonlyMap<string, { readonly total: number; readonly open: number }>;

/** The way to all private notes of a page. */
export interface NotesLink {
  readonly href: string;
  /** How many of their threads are open. */
  readonly open: number;
}

/** The way to the polls of colleagues, for those who read private notes. */
export interface PollsLink {
  readonly polls: string;
}

/** What the posted value of the button begins with that saves the answers and goes on to the private notes about one of them. */
export const notesAfter = 'notes:';

/** `3, 1 open`. */
export function notesInWords(beside: NotesBeside, questionId: string): string {
  const { total, open } = beside.get(questionId) ?? { total: 0, open: 0 };
  return total === 0 ? 'none' : `${total}, ${open} open`;
}

/** Beside a question to answer: how much is said about it, and the way there, which saves the page first so that nothing typed is lost. */
export function QuestionNotes({ questionId, beside }: { questionId: string; beside: NotesBeside }) {
  return (
    <Details summary={`Private notes for ${questionId} (${notesInWords(beside, questionId)})`}>
      <p>Read by people of your organisation alone, also after signing. Mention a colleague to ask them.</p>
      <SubmitButton secondary name="after" value={`${notesAfter}${questionId}`}>
        Save and open private notes<span className="nhsuk-u-visually-hidden"> for {questionId}</span>
      </SubmitButton>
    </Details>
  );
}

/** That there are private notes about what a page shows, how many are open, and where colleagues are asked. */
export function NotesLine({ notes }: { notes: (NotesLink & PollsLink) | null }) {
  return (
    notes !== null && (
      <>
        <p>
          <a href={notes.href}>Private notes ({notes.open === 0 ? 'none' : notes.open} open)</a> of your organisation
          about the answers. They are no part of what is signed.
        </p>
        <p>
          <a href={notes.polls}>Polls of colleagues</a>: what others in your organisation would answer, without their
          names.
        </p>
      </>
    )
  );
}
