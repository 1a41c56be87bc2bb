import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { listThreadPlaces, type ThreadPlace } from '../assessment/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../programme/index.ts';
import type { PlacedThread } from '../threads/index.ts';
import { isLeftOut } from './left-out.ts';

interface PlacesContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** A thread of private notes, and where it is read. */
export interface NotePlace extends Pick<ThreadPlace, 'thread' | 'organisationId' | 'name' | 'round'> {
  /** The id of the question. */
  readonly question: string;
  /** Whether it is about a care setting that the organisation answers for no more: then it waits for nobody, and is read on the page of all. */
  readonly isLeftOut: boolean;
  readonly href: string;
}

/** Where threads of private notes are read; one whose round or organisation is not to be found any more is left out. */
export async function listNotePlaces(context: PlacesContext, threads: readonly PlacedThread[]): Promise<NotePlace[]> {
  const places = await listThreadPlaces(context, threads);
  return places.map(({ thread, organisationId, addressKey, name, round, setting, settings }) => {
    const { key } = thread.subject;
    // Of an organisation that is asked no more nothing is left out: what it was asked is there to be read.
    const leftOut =
      settings.length > 0 && isLeftOut(thread.subject, instrumentOfRound(context.pack, round.id), settings);
    const href = leftOut
      ? paths.privateNotes(addressKey, round.id)
      : paths.questionNotes(addressKey, round.id, key, setting, thread.threadId);
    return { thread, organisationId, name, round, question: key, isLeftOut: leftOut, href };
  });
}
