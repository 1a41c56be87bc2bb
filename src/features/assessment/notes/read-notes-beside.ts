import type { AppContext } from '../../../context.ts';
import { can } from '../../identity/index.ts';
import { countThreads } from '../../threads/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { NotesBeside } from '../views/notes/notes-beside.tsx';
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
