import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { can } from '../../identity/index.ts';
import { questionsFor } from '../../programme/index.ts';
import { countThreads } from '../../threads/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { NotesBeside, NotesLink, PollsLink } from '../views/notes/notes-beside.tsx';
import { notesAbout, notesScope } from './notes-here.ts';

/** How much the people of an organisation tell each other about each answer, to stand beside it; null for whoever may not read it. */
export function readNotesBeside(
  { database }: Pick<AppContext, 'database'>,
  assessed: AssessedOrganisation,
): Promise<NotesBeside | null> {
  return can(assessed.actor, 'private-note.read', assessed.subject)
    ? countThreads(database, notesScope(assessed), notesAbout(assessed))
    : Promise.resolve(null);
}

/** The way to all private notes of a page, with how many threads are open there; null for whoever may not read them. */
export async function readNotesLink(
  context: Pick<AppContext, 'database'>,
  assessed: AssessedOrganisation,
): Promise<(NotesLink & PollsLink) | null> {
  const beside = await readNotesBeside(context, assessed);
  if (beside === null) {
    return null;
  }
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const counts = questionsFor(instrument, careSetting).map(({ id }) => beside.get(id)?.open ?? 0);
  const polls = paths.polls(addressKey, round.id, setting);
  return {
    polls,
    href: paths.privateNotes(addressKey, round.id, setting),
    open: counts.reduce((sum, open) => sum + open, 0),
  };
}
