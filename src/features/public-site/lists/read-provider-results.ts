import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { listSubmittedScores, scoresByOrganisation } from '../../assessment/index.ts';
import { isRecordedBy, type ReadDay } from '../../directory/index.ts';
import type { ProviderResults } from '../../map/index.ts';
import { instrumentOfRound, programmeRecordedBy, resultsDay, resultsRound } from '../../programme/index.ts';

/** What the self-assessments of a round came to by a day, for maps; null where the programme has no round, or none whose results are public. */
export async function readProviderResults(
  { database, pack, clock }: Pick<AppContext, 'database' | 'pack' | 'clock'>,
  day: ReadDay,
): Promise<ProviderResults | null> {
  const recordedOn = day.recordedBy ?? today(clock);
  const programme = programmeRecordedBy(pack, day.recordedBy);
  const round = resultsRound(programme, recordedOn);
  if (round === undefined || !resultsDay(programme, round, recordedOn).isPublic) {
    return null;
  }
  const scores = await listSubmittedScores(database, round.id);
  const recorded = scores.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
  const { scale } = instrumentOfRound(pack, round.id).scoring;
  return { roundTitle: round.label, scale, results: scoresByOrganisation(recorded) };
}
