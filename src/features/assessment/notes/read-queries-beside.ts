import type { AppContext } from '../../../context.ts';
import { countThreads } from '../../threads/index.ts';
import { queriesHref } from '../queries-href.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { NotesBeside, NotesLink } from '../views/notes/notes-beside.tsx';
import { notesScope } from './notes-here.ts';

/** How much is asked about each part of a signed assessment, by the key of the part; null before it is signed, and for whoever may not read it. */
export function readQueriesBeside(
  { database }: Pick<AppContext, 'database'>,
  assessed: AssessedOrganisation,
): Promise<NotesBeside | null> {
  const { round, careSetting } = assessed;
  return queriesHref(assessed) === null
    ? Promise.resolve(null)
    : countThreads(database, notesScope(assessed), { kind: 'query', roundId: round.id, parts: [careSetting] });
}

/** The way to all of them, with how many are open; null as above. */
export async function readQueriesLink(
  context: Pick<AppContext, 'database'>,
  assessed: AssessedOrganisation,
): Promise<NotesLink | null> {
  const [href, beside] = [queriesHref(assessed), await readQueriesBeside(context, assessed)];
  const open = [...(beside?.values() ?? [])].reduce((sum, count) => sum + count.open, 0);
  return href === null ? null : { href, open };
}
