import type { Answer } from '../answers/answer.ts';
import type { OwnClass } from './claim-class.ts';

/**
 * The class of an answer: evidenced where it rests on a file or link that is kept and counts on the day, asserted otherwise, whatever its note
 * says. Nobody but the organisation has looked at either.
 */
export function classOfAnswer({ isEvidenced = false }: Pick<Answer, 'isEvidenced'>): OwnClass {
  return isEvidenced ? 'evidenced' : 'asserted';
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
export function classOfScore({ answered, evidenced, checks }: ClaimBasis): OwnClass | null {
  if (answered === 0) {
    return null;
  }
  if (checks?.confirmed === answered) {
    return 'peer-checked';
  }
  return evidenced === answered || checks?.borneOut === answered ? 'evidenced' : 'asserted';
}
