import type { Standing } from '../directory.ts';

const words: Readonly<Record<Standing, string>> = {
  official: 'Official',
  stated: 'Stated',
  inferred: 'Inferred',
};

/** How far a fact may be trusted, as one word. */
export function standingWord(standing: Standing): string {
  return words[standing];
}
