import type { AppContext } from '../../../context.ts';
import { recordedUntil } from '../../../platform/days.ts';
import { listSubmittedScores, scoresByOrganisation } from '../../assessment/index.ts';
import type { ReadDay } from '../../directory/index.ts';
import type { ProviderResults } from '../../map/index.ts';
import { instrumentOfRound, programmeRecordedBy, resultsDay, resultsRound } from '../../programme/index.ts';

/** What the self-assessments of a round came to by a day, for maps, and who had submitted; null where the programme has no round. */
export async function readProviderResults(
  { database, pack, clock }: Pick<AppContext, 'database' | 'pack' | 'clock'>,
  day: ReadDay,
): Promise<ProviderResults | null> {
  const recordedOn = recordedUntil(day.recordedBy, clock);
  const programme = programmeRecordedBy(pack, day.recordedBy);
  const round = resultsRound(programme, recordedOn);
  if (round === undefined) {
    return null;
  }
  const { isPublic } = resultsDay(programme, round, recordedOn);
  const recorded = await listSubmittedScores(database, round.id, day.recordedBy);
  const { scale } = instrumentOfRound(pack, round.id).scoring;
  const shown = isPublic ? recorded : recorded.map((each) => ({ ...each, sections: {}, themes: {}, overall: null }));
  return { roundTitle: round.label, scale, areScoresPublic: isPublic, results: scoresByOrganisation(shown) };
}
