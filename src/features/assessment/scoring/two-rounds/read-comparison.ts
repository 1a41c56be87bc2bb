import type { Connection } from '../../../../platform/database/database.ts';
import { getRound, instrumentOfRound, lineageOf, type ProgrammePack } from '../../../programme/index.ts';
import { type Answer, FEWEST_ANSWERS_SHOWN, likeForLike } from '../../../scoring/index.ts';
import { givenBefore } from '../../given-before.ts';
import { type ComparedRound, type ComparisonView, comparisonView } from '../../views/two-rounds/comparison-view.ts';
import { listAnswersBehind } from '../list-answers-behind.ts';
import { listResults, type SubmittedAssessment } from '../score-repository.ts';

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
  const withItsAnswers = (result: SubmittedAssessment) => ({
    ...result,
    answers: answers.get(result.assessmentId) ?? [],
  });
  const { view, commonCount } = compare(pack, { earlier: withItsAnswers(earlier), later: withItsAnswers(later) });
  const isTooFew = commonCount !== null && commonCount < FEWEST_ANSWERS_SHOWN;
  return isTooFew && !withAnswers ? { ...view, headline: null, basis: [tooFewInWords] } : view;
}

/** What waits to be signed. */
export type ToSign = Pick<SubmittedAssessment, 'organisationId' | 'roundId' | 'careSetting' | 'scores'> & {
  readonly answers: readonly Answer[];
};

/** What would be signed beside the organisation's own result of the round before; null where there is none. For whoever signs alone, with every part. */
export async function readChangeToSign(
  connection: Connection,
  pack: ProgrammePack,
  toSign: ToSign,
): Promise<ComparisonView | null> {
  const earlier = givenBefore(pack, await listResults(connection, toSign.organisationId, null), toSign);
  if (earlier === undefined) {
    return null;
  }
  const answers = await listAnswersBehind(connection, [earlier]);
  const before = { ...earlier, answers: answers.get(earlier.assessmentId) ?? [] };
  return compare(pack, { earlier: before, later: toSign }).view;
}

type GivenInRound = Pick<SubmittedAssessment, 'roundId' | 'careSetting' | 'scores'> & {
  readonly answers: readonly Answer[];
};

/** With how many questions both rounds asked; null where the one does not go back to the other. */
function compare(pack: ProgrammePack, given: { readonly earlier: GivenInRound; readonly later: GivenInRound }) {
  const roundOf = ({ roundId, careSetting, scores, answers }: GivenInRound): ComparedRound => ({
    round: getRound(pack, roundId),
    instrument: instrumentOfRound(pack, roundId),
    careSetting,
    scores,
    answers,
  });
  const rounds = { earlier: roundOf(given.earlier), later: roundOf(given.later) };
  const lineage = lineageOf(pack, rounds.later.instrument, rounds.earlier.instrument);
  const scored = lineage === null ? null : likeForLike(lineage, rounds.earlier, rounds.later);
  const view = comparisonView(pack, rounds, scored, lineage?.standing ?? null);
  return { view, commonCount: scored?.common.length ?? null };
}

const tooFewInWords = `Fewer than ${FEWEST_ANSWERS_SHOWN} questions were asked and answered in both rounds, so no change is shown: it would tell single answers.`;
