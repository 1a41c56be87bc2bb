import { z } from 'zod';
import { storedJson } from '../../../platform/stored-json.ts';
import type { ReviewLetter } from '../review.ts';

const text = z.string();

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('heading'), text }),
  z.strictObject({
    kind: z.literal('points'),
    points: z.array(z.strictObject({ title: text, rating: text, comment: text })),
  }),
]);

const letter: z.ZodType<ReviewLetter> = z.strictObject({ subject: text, blocks: z.array(block) });

/** Null until the review is settled. */
export const storedLetter = storedJson('review.letter', letter.nullable());
