import { today } from '../../platform/days.ts';
import { readStanding } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { surveyTitle } from '../polling/index.ts';
import { findPoll } from '../polls/index.ts';
import { findRound, instrumentOfRound, sectionsOf, wholeOrganisation } from '../programme/index.ts';
import type { Happening } from './happening.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { DraftContext } from './notices-context.ts';
import { pollNotices } from './poll-notices.ts';

/** What people are to be told of something that happened to a poll; nothing while it is about a care setting that is left out. */
export async function readPollNotices(
  { connection, pack, clock }: DraftContext,
  happening: Happening,
): Promise<NoticeDraft[]> {
  const { organisation: organisationId = '', roundId = '' } = happening.detail;
  const round = findRound(pack, roundId);
  const poll = await findPoll(connection, { organisationId, pollId: happening.id }, today(clock));
  if (round === undefined || poll === null) {
    return [];
  }
  const [standing] = await readStanding(connection, pack, round, [organisationId]);
  const settings = (standing?.settings ?? []).map(({ careSetting }) => careSetting);
  const isOfAll = poll.careSetting === wholeOrganisation;
  if (!isOfAll && !settings.includes(poll.careSetting)) {
    return [];
  }
  const addressed = await listAddressed(connection, [organisationId], pack.positionOn);
  const { addressKey = organisationId, name = organisationId } = addressed.get(organisationId) ?? {};
  const section = sectionsOf(instrumentOfRound(pack, roundId)).find(({ id }) => id === poll.sectionId);
  const about = poll.openToken === null ? (section?.title ?? poll.sectionId) : surveyTitle;
  const setting = settings.length > 1 && !isOfAll ? poll.careSetting : null;
  return pollNotices(happening, { poll, addressKey, name, round, setting, about });
}
