import type { AppContext } from '../../context.ts';
import { type Actor, mayAnywhere } from '../identity/index.ts';
import { listNotePlaces, type NotePlace } from '../private-notes/index.ts';
import { listThreadsWithMentions, openMentions } from '../threads/index.ts';
import { scopesOf } from './places-of-work.ts';

/** The open threads of private notes in the organisations that the person acts for in which they are mentioned; for several people together, any of them. */
export async function gatherMentions({ database, pack }: AppContext, actor: Actor): Promise<NotePlace[]> {
  const ids = [...scopesOf(actor, 'organisation').keys()];
  if (ids.length === 0 || !mayAnywhere(actor, 'private-note.read')) {
    return [];
  }
  const threads = await listThreadsWithMentions(database, ids);
  // Whoever stands for several people has no id: what is gathered for them is what any of them needs.
  const isTheirs = (mentioned: string) => actor.personId === '' || mentioned === actor.personId;
  const own = threads.filter((thread) => openMentions(thread).some(({ personId }) => isTheirs(personId)));
  const places = await listNotePlaces({ database, pack }, own);
  return places.filter(({ isLeftOut }) => !isLeftOut);
}
