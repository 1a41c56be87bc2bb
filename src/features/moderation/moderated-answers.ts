import { type Instrument, questionsFor, scaleOf } from '../programme/index.ts';
import type { FoundScore, ModerationOutcome } from '../return-documents/index.ts';
import { type Answer, assessmentScorer, type StoredScore, storedScores } from '../scoring/index.ts';
import { checkedOnes, type Finding, type SavedFinding } from './finding.ts';

/** What a moderation is worked out from. */
export interface ToModerate {
  readonly instrument: Instrument;
  readonly careSetting: string;
  /** As they were signed, with whether each rests on evidence. */
  readonly signed: readonly Answer[];
  readonly findings: readonly Pick<SavedFinding, 'questionId' | 'finding'>[];
}

/** Ids of the signed answers that can be checked: those that count in a score. */
export function answersToCheck({ instrument, careSetting, signed }: Omit<ToModerate, 'findings'>): string[] {
  const scored = new Set(
    questionsFor(instrument, careSetting)
      .filter((question) => scaleOf(instrument, question).scored)
      .map(({ id }) => id),
  );
  return signed.flatMap(({ questionId }) => (scored.has(questionId) ? [questionId] : []));
}

/**
 * Scores the answers as they were found, by the engine and method that made the signed ones: what was found otherwise in place of what was
 * signed, and everything else, checked or not, as it was signed. The signed scores are not touched.
 */
export function moderationOutcome(input: ToModerate): ModerationOutcome {
  const { instrument, careSetting, signed } = input;
  const toCheck = answersToCheck(input);
  const verdicts = verdictsOf(input.findings);
  const scoresOf = scorerOf(instrument, careSetting);
  const found = signed.map((answer) => asFound(answer, verdicts.get(answer.questionId)));
  const isChecked = ({ questionId }: Answer) => verdicts.has(questionId);
  const isConfirmed = ({ questionId }: Answer) => verdicts.get(questionId)?.verdict === 'same';
  const isEvidenced = ({ isEvidenced: evidenced = false }: Answer) => evidenced;
  const counts = {
    checked: scoresOf(found, isChecked),
    borneOut: scoresOf(found, (answer) => isChecked(answer) || isEvidenced(answer)),
    signedConfirmed: scoresOf(signed, isConfirmed),
    signedBorneOut: scoresOf(signed, (answer) => isConfirmed(answer) || isEvidenced(answer)),
  };
  const scores = [...scoresOf(found, isEvidenced).values()].map(
    ({ checks: _, evidenced, ...score }): FoundScore => ({
      ...score,
      evidenced: evidenced ?? 0,
      checked: countIn(counts.checked, score),
      borneOut: countIn(counts.borneOut, score),
      signed: { confirmed: countIn(counts.signedConfirmed, score), borneOut: countIn(counts.signedBorneOut, score) },
    }),
  );
  const checked = toCheck.flatMap((id) => verdicts.get(id) ?? []);
  return {
    answers: toCheck.length,
    checked: checked.length,
    changed: checked.filter(({ verdict }) => verdict === 'other').length,
    scores,
  };
}

function verdictsOf(findings: ToModerate['findings']): ReadonlyMap<string, Finding> {
  return new Map(checkedOnes(findings).map(({ questionId, finding }) => [questionId, finding]));
}

/** Nobody has shown what another answer would rest on. */
function asFound(answer: Answer, finding: Finding | undefined): Answer {
  return finding?.verdict === 'other' ? { ...answer, value: finding.value, isEvidenced: false } : answer;
}

type Scores = ReadonlyMap<string, StoredScore>;

/** The scores of answers, where `evidenced` counts those that a rule is true of. */
function scorerOf(instrument: Instrument, careSetting: string) {
  const score = assessmentScorer(instrument, careSetting);
  return (answers: readonly Answer[], counts: (answer: Answer) => boolean): Scores => {
    const marked = answers.map((answer) => ({ ...answer, isEvidenced: counts(answer) }));
    return new Map(storedScores(score(marked)).map((each) => [nameOf(each), each]));
  };
}

function countIn(scores: Scores, score: Pick<StoredScore, 'level' | 'key'>): number {
  return scores.get(nameOf(score))?.evidenced ?? 0;
}

function nameOf({ level, key }: Pick<StoredScore, 'level' | 'key'>): string {
  return `${level} ${key}`;
}
