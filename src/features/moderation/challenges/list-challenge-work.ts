import { paths } from '../../../paths.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { findRound, type ProgrammePack } from '../../programme/index.ts';
import { challengedBefore } from '../../return-documents/index.ts';
import { listNamedReturns } from '../list-named-returns.ts';
import { listUnsettled, type Unsettled } from './unsettled-repository.ts';

/** A finished moderation of which something waits, or can be challenged still. */
export interface ChallengeWork extends Pick<Unsettled, 'organisationId' | 'unchallenged'> {
  readonly name: string;
  readonly roundLabel: string;
  readonly regionIds: readonly string[];
  readonly href: string;
  /** The day from which nothing of it can be challenged; null where that is over. */
  readonly before: string | null;
  readonly open: readonly (Unsettled['open'][number] & { readonly href: string })[];
}

/**
 * What waits of finished moderations: of these organisations what they can challenge still, and, for whoever answers challenges, everything that is not
 * answered. Of one whose round is not to be found any more nothing.
 */
export async function listChallengeWork(
  { database, pack }: { readonly database: Connection; readonly pack: ProgrammePack },
  asked: { readonly organisationIds: readonly string[]; readonly ofAll: boolean },
  day: string,
): Promise<ChallengeWork[]> {
  const rows = (await listUnsettled(database, asked)).flatMap((row) => {
    const round = findRound(pack, row.roundId);
    const before = challengedBefore(pack, row.roundId, row);
    const isInTime = before !== null && day < before && row.unchallenged > 0;
    return round === undefined || (!isInTime && row.open.length === 0)
      ? []
      : [{ ...row, round, before: isInTime ? before : null }];
  });
  const named = await listNamedReturns({ database, pack }, rows);
  return named.map(({ organisationId, name, round, regionIds, addressKey, setting, open, unchallenged, before }) => ({
    ...{ organisationId, unchallenged, name, regionIds, before },
    roundLabel: round.label,
    href: paths.moderation(addressKey, round.id, setting),
    open: open.map((each) => ({ ...each, href: paths.challenge(addressKey, round.id, each.questionId, setting) })),
  }));
}
