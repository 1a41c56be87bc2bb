import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';
import { listBegun } from './begun-repository.ts';
import { listNamedReturns } from './list-named-returns.ts';

/** A moderation that somebody has a part in and that is not finished. */
export interface OpenModeration {
  /** Of the organisation whose return it is. */
  readonly name: string;
  readonly roundLabel: string;
  readonly regionIds: readonly string[];
  /** How many answers are checked so far, by whomever. */
  readonly checked: number;
  readonly href: string;
}

/** The moderations of what is signed now in which somebody has checked answers; of a round that is not to be found any more none. */
export async function listOpenModerations(
  { database, pack }: { readonly database: Connection; readonly pack: ProgrammePack },
  personId: string,
): Promise<OpenModeration[]> {
  const begun = (await listBegun(database, personId)).flatMap((row) => {
    const round = findRound(pack, row.roundId);
    return round === undefined ? [] : [{ ...row, round }];
  });
  const named = await listNamedReturns({ database, pack }, begun);
  return named.map(({ name, round, regionIds, checked, addressKey, setting }) => ({
    ...{ name, regionIds, checked },
    roundLabel: round.label,
    href: paths.moderation(addressKey, round.id, setting),
  }));
}
