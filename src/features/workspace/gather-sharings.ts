import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { listSharingsAsked } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { type Actor, mayAnywhere } from '../identity/index.ts';
import { assessmentRounds, roundState } from '../programme/index.ts';
import { roundOfWork, scopesOf } from './places-of-work.ts';
import type { SharingFact } from './work-items.ts';

/** What organisations that the person acts for are asked by others of their groups, in every round that is open. */
export async function gatherSharings({ database, pack, clock }: AppContext, actor: Actor): Promise<SharingFact[]> {
  const organisations = scopesOf(actor, 'organisation');
  const ids = [...organisations.keys()];
  const day = today(clock);
  const open = assessmentRounds(pack).filter((round) => roundState(round, day) === 'open');
  if (ids.length === 0 || !mayAnywhere(actor, 'assessment.share')) {
    return [];
  }
  const asked = await Promise.all(
    open.map(async (round) =>
      (await listSharingsAsked(database, pack, round, ids, day)).map((each) => ({
        ...each,
        round: roundOfWork(round, day),
      })),
    ),
  );
  const found = asked.flat();
  const addressed = found.length === 0 ? null : await listAddressed(database, ids, pack.positionOn);
  return found.map((each) => ({
    ...each,
    addressKey: addressed?.get(each.organisationId)?.addressKey ?? each.organisationId,
    name: organisations.get(each.organisationId) ?? each.organisationId,
  }));
}
