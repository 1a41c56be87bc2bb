import type { Standing } from '../../../programme/index.ts';

/** How the words of a question are known, as it follows a colon. */
export const standingWords: Readonly<Record<Standing, string>> = {
  official: 'published by the body responsible for the assessment',
  stated: 'subject found in a published source, words ours',
  inferred: 'ours, found in no published source',
};
