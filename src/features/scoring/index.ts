export type { Answer, AnswerValue } from './answers/answer.ts';
export { findAnswerProblems, InvalidAnswersError } from './answers/answer-problems.ts';
export {
  type Completeness,
  checkCompleteness,
  isReadyForAuthorisation,
  type SectionCompleteness,
} from './answers/completeness.ts';
export { answersThatCount, questionsAsked } from './answers/questions-asked.ts';
export {
  type AnswerRevision,
  type AssessmentKey,
  givenAnswers,
  type SavedAnswer,
  type Stamp,
  withEvidence,
} from './answers/saved-answer.ts';
export { classOfAnswer, classOfScore } from './claims/claim.ts';
export { claimClassWords, classOfPublished } from './claims/claim-class.ts';
export { classInWords, classSentence } from './claims/claim-words.ts';
export { compareScores, type ScoreDifference } from './compare-scores.ts';
export { type CorrectedScore, correctedScores, type PublishedScore } from './corrected-scores.ts';
export { type EarlierAnswers, earlierAnswerTo } from './earlier-answers.ts';
export { desiredOf, desiredThatCount, type LevelGap, levelGaps } from './level-gaps.ts';
export { type LevelReached, type LevelTally, levelReached } from './level-reached.ts';
export { comparisonOf, type LikeForLike, likeForLike, type RoundAnswers } from './like-for-like.ts';
export { optionReached } from './option-reached.ts';
export { type ComparedScore, overviewOfResult, type ResultOverview } from './result-overview.ts';
export {
  type AssessmentScore,
  type AssessmentScorer,
  assessmentScorer,
  type SectionScore,
  scoreAssessment,
} from './score-assessment.ts';
export { type OutsideSum, type ScoreLevel, type ScoreNode, type Sum, scoreTree } from './score-tree.ts';
export type { Benchmark } from './spread/benchmark.ts';
export {
  type Distribution,
  type HistogramBin,
  histogram,
  smallestGroup,
  spreadShown,
  summarise,
} from './spread/distribution.ts';
export { mean } from './spread/mean.ts';
export { meanOfScores } from './spread/mean-of-scores.ts';
export { type StoredScore, storedScores } from './stored-score.ts';
export { sumsOfScores } from './sums-of-scores.ts';
export { unaskedParts } from './unasked-parts.ts';
export { FEWEST_ANSWERS_SHOWN, withheldSections, withheldTogether } from './withheld-sections.ts';
