import type { Answer } from '../answers/answer.ts';
import type { SavedAnswer } from '../answers/saved-answer.ts';
import type { OwnClass, ScoreClass } from './claim-class.ts';

/**
 * The class of an answer: observed where a published figure bears it out, evidenced where it rests on a file or link that is kept and counts
 * on the day, asserted otherwise, whatever its note says. Nobody but the organisation has looked at either of the last two.
 */
export function classOfAnswer({
  isEvidenced = false,
  isObserved = false,
}: Pick<Answer, 'isEvidenced'> & Pick<SavedAnswer, 'isObserved'>): OwnClass {
  return isObserved ? 'observed' : isEvidenced ? 'evidenced' : 'asserted';
}

/** How many of the answers behind a score were borne out by a check from outside. */
export interface CheckedAnswers {
  readonly confirmed: number;
  /** Those that were, or rest on evidence, or both. */
  readonly borneOut: number;
}

/** Answers behind a score, and how many of them are evidenced; null where it was scored before that was counted. */
export interface ClaimBasis {
  readonly answered: number;
  readonly evidenced: number | null;
  /** Left out where nothing was checked. */
  readonly checks?: CheckedAnswers;
}

/** The class of a score is that of the weakest answer behind it; null where there is none. */
export function classOfScore({ answered, evidenced, checks }: ClaimBasis): ScoreClass | null {
  if (answered === 0) {
    return null;
  }
  if (checks?.confirmed === answered) {
    return 'peer-checked';
  }
  return evidenced === answered || checks?.borneOut === answered ? 'evidenced' : 'asserted';
}
