import type { Connection } from '../../../../platform/database/database.ts';
import { getRound, instrumentOfRound, lineageOf, type ProgrammePack } from '../../../programme/index.ts';
import { FEWEST_ANSWERS_SHOWN, likeForLike } from '../../../scoring/index.ts';
import { type ComparedRound, type ComparisonView, comparisonView } from '../../views/two-rounds/comparison-view.ts';
import { listAnswersBehind } from '../list-answers-behind.ts';
import type { SubmittedAssessment } from '../score-repository.ts';

export interface TwoResults {
  readonly earlier: SubmittedAssessment;
  readonly later: SubmittedAssessment;
}

/**
 * Two results of one organisation side by side: as published, and on the questions that both rounds asked. Whoever does not see the
 * answers is told no change that rests on a few of them.
 */
export async function readComparison(
  connection: Connection,
  pack: ProgrammePack,
  { earlier, later }: TwoResults,
  withAnswers: boolean,
): Promise<ComparisonView> {
  const answers = await listAnswersBehind(connection, [earlier, later]);
  const roundOf = ({ roundId, careSetting, assessmentId, scores }: SubmittedAssessment) => ({
    round: getRound(pack, roundId),
    instrument: instrumentOfRound(pack, roundId),
    careSetting,
    scores,
    answers: answers.get(assessmentId) ?? [],
  });
  const rounds = { earlier: roundOf(earlier), later: roundOf(later) } satisfies Record<string, ComparedRound>;
  const lineage = lineageOf(pack, rounds.later.instrument, rounds.earlier.instrument);
  const scored = lineage === null ? null : likeForLike(lineage, rounds.earlier, rounds.later);
  const view = comparisonView(pack, rounds, scored, lineage?.standing ?? null);
  const isTooFew = scored !== null && scored.common.length < FEWEST_ANSWERS_SHOWN;
  return isTooFew && !withAnswers ? { ...view, headline: null, basis: [tooFewInWords] } : view;
}

const tooFewInWords = `Fewer than ${FEWEST_ANSWERS_SHOWN} questions were asked and answered in both rounds, so no change is shown: it would tell single answers.`;
