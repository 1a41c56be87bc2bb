import { z } from 'zod';
import { count, list, text } from '../../../platform/document-shapes.ts';
import { storedJson } from '../../../platform/stored-json.ts';
import type { StoredScore } from '../../scoring/index.ts';

/** One score as the moderation found it, with what it says of the one that was signed. */
const foundScore = z.strictObject({
  level: z.enum(['section', 'theme', 'overall']),
  key: text,
  score: z.number().nullable(),
  answered: count,
  /** Of the answers behind it those that stand as they were signed and rest on evidence. */
  evidenced: count,
  applicable: count,
  notApplicable: count,
  missing: count,
  /** Of the answers behind it those that were checked, be it that they stand or were put in place of what was signed. */
  checked: count,
  /** Those that were checked, or rest on evidence, or both. */
  borneOut: count,
  /** The same of the answers behind the score that was signed: of these, checked and found the same. */
  signed: z.strictObject({ confirmed: count, borneOut: count }),
});

const outcomeShape = z.strictObject({
  /** Scored questions that were answered in what was signed. */
  answers: count,
  /** Of these the ones that were checked. */
  checked: count,
  /** Of these the ones to which another answer was found. */
  changed: count,
  scores: list(foundScore),
});

export type FoundScore = z.infer<typeof foundScore>;

/** What a finished moderation comes to. It names no answer, and holds no word that anybody wrote. */
export type ModerationOutcome = Readonly<z.infer<typeof outcomeShape>>;

export const storedOutcome = storedJson<ModerationOutcome>('moderation_outcome.outcome', outcomeShape);

/** Who has checked answers: the region or the national team, peers of other organisations who were invited, or both. */
export const checkers = ['programme', 'peers', 'both'] as const;

export type Checkers = (typeof checkers)[number];

/** As a column of the database says it. */
export function checkersIn(stored: string): Checkers {
  return checkers.find((each) => each === stored) ?? 'programme';
}

/** A moderation that is finished, and since when. */
export interface FinishedModeration {
  readonly outcome: ModerationOutcome;
  readonly checkedBy: Checkers;
  /** When it was finished first, be it worked out anew since. */
  readonly finishedAt: Date;
  /** Whether its organisation has challenged something of it, and nobody has answered that. */
  readonly isChallenged: boolean;
}

/** Scores that were signed, each with how many of the answers behind it were checked and found the same. */
export function withChecks<Score extends Pick<StoredScore, 'level' | 'key'>>(
  scores: readonly Score[],
  outcome: ModerationOutcome | null,
): (Score & Pick<StoredScore, 'checks'>)[] {
  return scores.map((score) => {
    const found = outcome?.scores.find(({ level, key }) => level === score.level && key === score.key);
    return found === undefined ? score : { ...score, checks: found.signed };
  });
}
