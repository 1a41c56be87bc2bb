import type { Connection } from '../../../platform/database/database.ts';
import { inSentence } from '../../../views/format.ts';
import { listAddressed } from '../../directory/index.ts';
import { findRound, type ProgrammePack, type Round, wholeOrganisation } from '../../programme/index.ts';
import type { PlacedThread } from '../../threads/index.ts';
import { readStanding } from '../settings/read-standing.ts';
import { careSettingName } from '../views/result-view.ts';

interface PlacesContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** A thread about answers, with the assessment that they are of. */
export interface ThreadPlace {
  readonly thread: PlacedThread;
  readonly organisationId: string;
  readonly addressKey: string;
  /** Of the organisation, with the care setting where it is one of several. */
  readonly name: string;
  readonly round: Round;
  /** The one of several care settings, as addresses name it; null where there is one alone, and for what is answered once. */
  readonly setting: string | null;
  /** Those that the organisation answers for; none where it is asked no more. */
  readonly settings: readonly string[];
}

/** Of which assessments threads are; one whose round or organisation is not to be found any more is left out. */
export async function listThreadPlaces(
  { database, pack }: PlacesContext,
  threads: readonly PlacedThread[],
): Promise<ThreadPlace[]> {
  const ids = [...new Set(threads.map(({ scopeId }) => scopeId))];
  if (ids.length === 0) {
    return [];
  }
  const organisations = await listAddressed(database, ids, pack.positionOn);
  const places: ThreadPlace[] = [];
  const pairs = Map.groupBy(threads, ({ scopeId, subject }) => `${scopeId} ${subject.roundId}`);
  for (const own of pairs.values()) {
    const { scopeId: organisationId = '', subject } = own[0] ?? {};
    const round = findRound(pack, subject?.roundId ?? '');
    const organisation = organisations.get(organisationId);
    if (round !== undefined && organisation !== undefined) {
      const { name, addressKey } = organisation;
      const [standing] = await readStanding(database, pack, round, [organisationId]);
      const settings = standing?.settings.map(({ careSetting }) => careSetting) ?? [];
      places.push(...own.map((thread) => placeOf(pack, { organisationId, addressKey, name, round, settings }, thread)));
    }
  }
  return places;
}

function placeOf(
  pack: ProgrammePack,
  place: Omit<ThreadPlace, 'thread' | 'setting'>,
  thread: PlacedThread,
): ThreadPlace {
  const { part } = thread.subject;
  const { settings } = place;
  const isNamed = settings.length > 1 || (settings.length > 0 && !settings.includes(part));
  const setting = isNamed && part !== wholeOrganisation ? part : null;
  const name = setting === null ? place.name : `${place.name} (${inSentence(careSettingName(pack, setting))})`;
  return { ...place, thread, name, setting };
}
