import type { AppContext } from '../../../context.ts';
import { listSubmittedScores } from '../../assessment/index.ts';
import { isRecordedBy, type ReadDay } from '../../directory/index.ts';
import type { ProviderResults } from '../../map/index.ts';
import { assessmentRounds } from '../../programme/index.ts';

/** What the self-assessments of the newest round came to by a day, for maps; null where the programme has no round. */
export async function readProviderResults(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  day: ReadDay,
): Promise<ProviderResults | null> {
  const round = assessmentRounds(pack).at(-1);
  if (round === undefined) {
    return null;
  }
  const scores = await listSubmittedScores(database, round.id);
  const recorded = scores.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
  return { roundTitle: round.label, results: new Map(recorded.map((score) => [score.organisationId, score])) };
}
