import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { listThreadPlaces, type ThreadPlace } from '../assessment/index.ts';
import { listPlacements } from '../directory/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../programme/index.ts';
import type { PlacedThread } from '../threads/index.ts';
import { everythingIn } from './about-return.ts';

interface PlacesContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** A query, and where it is read. */
export interface QueryPlace extends Pick<ThreadPlace, 'thread' | 'organisationId' | 'name' | 'round'> {
  /** What it is about, within a sentence. */
  readonly about: string;
  readonly regionIds: readonly string[];
  readonly href: string;
}

/** Where queries are read; one whose round or organisation is not to be found any more is left out. */
export async function listQueryPlaces(
  { database, pack }: PlacesContext,
  queries: readonly PlacedThread[],
): Promise<QueryPlace[]> {
  const places = await listThreadPlaces({ database, pack }, queries);
  const ids = [...new Set(places.map(({ organisationId }) => organisationId))];
  const placements = ids.length === 0 ? new Map() : await listPlacements(database, ids, pack.positionOn);
  return places.map(({ thread, organisationId, addressKey, name, round, setting }) => {
    const { key, part } = thread.subject;
    const named = everythingIn(instrumentOfRound(pack, round.id), part).find((each) => each.key === key);
    const href = paths.queriesAbout(addressKey, round.id, key, setting, thread.threadId);
    const regionIds = placements.get(organisationId)?.regionIds ?? [];
    return { thread, organisationId, name, round, about: named?.label ?? key, regionIds, href };
  });
}
