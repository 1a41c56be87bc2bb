import type { OwnClass } from '../../programme/index.ts';
import type { Answer } from '../assessment.ts';

/**
 * The class of an answer: evidenced where the note with it says what it rests on, asserted otherwise. Nobody but the organisation has looked
 * at either.
 */
export function classOfAnswer({ comment }: Pick<Answer, 'comment'>): OwnClass {
  return comment.trim() === '' ? 'asserted' : 'evidenced';
}

/** Answers behind a score, and how many of them are evidenced; null where it was scored before that was counted. */
export interface ClaimBasis {
  readonly answered: number;
  readonly evidenced: number | null;
}

/** The class of a score is that of the weakest answer behind it; null where there is none. */
export function classOfScore({ answered, evidenced }: ClaimBasis): OwnClass | null {
  if (answered === 0) {
    return null;
  }
  return evidenced === answered ? 'evidenced' : 'asserted';
}
