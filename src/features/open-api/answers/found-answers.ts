import { z } from 'zod';
import { checkers, type FinishedModeration } from '../../return-documents/index.ts';
import { classOfScore, type StoredScore } from '../../scoring/index.ts';

export const claimClass = z.enum(['asserted', 'evidenced', 'peer-checked']).nullable();

export const foundAnswer = z
  .object({
    score: z.number().nullable().describe('Of the answers as they were found, by the same method; not rounded.'),
    checked: z
      .int()
      .describe('Of the answers behind it those that were checked; the others count as they were signed.'),
    class: claimClass.describe(
      'How far what was found is borne out, as the weakest answer behind it: `peer-checked` where every one was checked.',
    ),
  })
  .nullable()
  .describe(
    'What a check from outside found beside what the organisation signed. Null where nothing is told: nothing was checked, it can be challenged still or a challenge is not answered, or it would tell fewer than three answers.',
  );

export const moderationAnswer = z
  .object({
    finishedAt: z.iso.datetime(),
    checkedBy: z
      .enum(checkers)
      .describe('The region or the national team, people of other organisations as peers, or both.'),
    answers: z.int().describe('Scored questions answered in what was signed.'),
    checked: z.int().describe('Of these the ones that were checked.'),
    changed: z.int().describe('Of these the ones that would be answered otherwise.'),
  })
  .nullable()
  .describe(
    'The check from outside of what stands, from the day on which it can be challenged no more and every challenge is answered; null before that, and where there was none.',
  );

/** What was found of a score, as far as everybody may read it. */
export function foundOf(
  stored: Pick<StoredScore, 'level' | 'key'>,
  moderation: FinishedModeration | null,
): z.infer<typeof foundAnswer> {
  const found = moderation?.outcome.scores.find(({ level, key }) => level === stored.level && key === stored.key);
  if (found === undefined) {
    return null;
  }
  const { score, checked, borneOut } = found;
  return { score, checked, class: classOfScore({ ...found, checks: { confirmed: checked, borneOut } }) };
}

export function moderationOf(moderation: FinishedModeration | null): z.infer<typeof moderationAnswer> {
  if (moderation === null) {
    return null;
  }
  const { answers, checked, changed } = moderation.outcome;
  const { finishedAt, checkedBy } = moderation;
  return { finishedAt: finishedAt.toISOString(), checkedBy, answers, checked, changed };
}
