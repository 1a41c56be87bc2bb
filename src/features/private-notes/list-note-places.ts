import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { inSentence } from '../../views/format.ts';
import { careSettingName, readStanding } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { findRound, instrumentOfRound, type ProgrammePack, type Round, wholeOrganisation } from '../programme/index.ts';
import type { PlacedThread } from '../threads/index.ts';
import { isLeftOut } from './left-out.ts';

interface PlacesContext {
  readonly database: Connection;
  readonly pack: ProgrammePack;
}

/** A thread of private notes, and where it is read. */
export interface NotePlace {
  readonly thread: PlacedThread;
  readonly organisationId: string;
  /** Of the organisation, with the care setting where it is one of several. */
  readonly name: string;
  readonly round: Round;
  /** The id of the question. */
  readonly question: string;
  /** Whether it is about a care setting that the organisation answers for no more: then it waits for nobody, and is read on the page of all. */
  readonly isLeftOut: boolean;
  readonly href: string;
}

/** Where threads of private notes are read; one whose round or organisation is not to be found any more is left out. */
export async function listNotePlaces(
  { database, pack }: PlacesContext,
  threads: readonly PlacedThread[],
): Promise<NotePlace[]> {
  const ids = [...new Set(threads.map(({ scopeId }) => scopeId))];
  if (ids.length === 0) {
    return [];
  }
  const organisations = await listAddressed(database, ids, pack.positionOn);
  const places: NotePlace[] = [];
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

interface AnsweringOrganisation extends Pick<NotePlace, 'organisationId' | 'name' | 'round'> {
  readonly addressKey: string;
  readonly settings: readonly string[];
}

function placeOf(
  pack: ProgrammePack,
  { organisationId, addressKey, name, round, settings }: AnsweringOrganisation,
  thread: PlacedThread,
): NotePlace {
  const { part, key } = thread.subject;
  // Of an organisation that is asked no more nothing is left out: what it was asked is there to be read.
  const leftOut = settings.length > 0 && isLeftOut(thread.subject, instrumentOfRound(pack, round.id), settings);
  const setting = (leftOut || settings.length > 1) && part !== wholeOrganisation ? part : null;
  return {
    thread,
    organisationId,
    name: setting === null ? name : `${name} (${inSentence(careSettingName(pack, setting))})`,
    round,
    question: key,
    isLeftOut: leftOut,
    href: leftOut
      ? paths.privateNotes(addressKey, round.id)
      : paths.questionNotes(addressKey, round.id, key, setting, thread.threadId),
  };
}
