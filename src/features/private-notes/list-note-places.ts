import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { inSentence } from '../../views/format.ts';
import { answersForSeveral, careSettingName } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { findRound, type ProgrammePack, type Round, wholeOrganisation } from '../programme/index.ts';
import type { PlacedThread } from '../threads/index.ts';

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
      const answersSeveral = await answersForSeveral(database, pack, round, organisationId);
      places.push(
        ...own.map((thread) => placeOf(pack, { organisationId, addressKey, name, round, answersSeveral }, thread)),
      );
    }
  }
  return places;
}

interface AnsweringOrganisation extends Pick<NotePlace, 'organisationId' | 'name' | 'round'> {
  readonly addressKey: string;
  readonly answersSeveral: boolean;
}

function placeOf(
  pack: ProgrammePack,
  { organisationId, addressKey, name, round, answersSeveral }: AnsweringOrganisation,
  thread: PlacedThread,
): NotePlace {
  const { part, key } = thread.subject;
  const setting = answersSeveral && part !== wholeOrganisation ? part : null;
  return {
    thread,
    organisationId,
    name: setting === null ? name : `${name} (${inSentence(careSettingName(pack, setting))})`,
    round,
    question: key,
    href: paths.questionNotes(addressKey, round.id, key, setting, thread.threadId),
  };
}
