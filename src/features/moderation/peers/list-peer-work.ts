import { paths } from '../../../paths.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { findRound, type ProgrammePack } from '../../programme/index.ts';
import { listNamedReturns } from '../list-named-returns.ts';
import { listPeerTasks } from './peer-task-repository.ts';

/** That somebody is invited to check a signed return, and has not done so. */
export interface PeerWork {
  readonly personId: string;
  readonly invitationId: string;
  /** Of the organisation whose return it is. */
  readonly name: string;
  readonly roundLabel: string;
  readonly inviterName: string;
  /** Whether they have accepted. */
  readonly isAccepted: boolean;
  /** To the invitation, or to the answers once it is accepted. */
  readonly href: string;
}

/** What each of these people is invited to check of what is signed now and not finished; of a round that is not to be found any more nothing. */
export async function listPeerWork(
  { database, pack }: { readonly database: Connection; readonly pack: ProgrammePack },
  personIds: readonly string[],
): Promise<PeerWork[]> {
  const tasks = (await listPeerTasks(database, personIds)).flatMap((task) => {
    const round = findRound(pack, task.roundId);
    return round === undefined ? [] : [{ ...task, round }];
  });
  const named = await listNamedReturns({ database, pack }, tasks);
  return named.map(({ personId, invitationId, isAccepted, inviterName, name, round, addressKey, setting }) => ({
    ...{ personId, invitationId, name, inviterName, isAccepted },
    roundLabel: round.label,
    href: isAccepted
      ? paths.moderation(addressKey, round.id, setting)
      : paths.peer(addressKey, round.id, invitationId, setting),
  }));
}
