import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { type Actor, mayAnywhere } from '../../identity/index.ts';
import { type ChallengeWork, listChallengeWork } from '../../moderation/index.ts';
import { scopesOf } from '../places-of-work.ts';

/** What can be challenged still by organisations that the person acts for, and where they check returns what was. */
export async function gatherChallenges({ database, pack, clock }: AppContext, actor: Actor): Promise<ChallengeWork[]> {
  const organisationIds = mayAnywhere(actor, 'assessment.challenge') ? [...scopesOf(actor, 'organisation').keys()] : [];
  const ofAll = mayAnywhere(actor, 'assessment.answer-challenge');
  return organisationIds.length > 0 || ofAll
    ? listChallengeWork({ database, pack }, { organisationIds, ofAll }, today(clock))
    : [];
}
