import type { Standing } from '../../programme/index.ts';
import type { SourceRef } from '../directory.ts';

/** How a fact is known, as it is shown: one whose source was made up is called so, whatever else is said of it. */
export type ShownStanding = Standing | 'illustrative';

/** In words, from the surest on: each as one word, with what it means. The same wherever one of them stands. */
const words: Readonly<Record<ShownStanding, { readonly word: string; readonly meaning: string }>> = {
  official: { word: 'Official', meaning: 'published by the body responsible for it' },
  stated: { word: 'Stated', meaning: 'said in a published document, or by the organisation itself' },
  inferred: { word: 'Inferred', meaning: 'worked out by us; it may be wrong, and is not to be quoted as fact' },
  illustrative: { word: 'Illustrative', meaning: 'made up to show the service' },
};

export const shownStandings = Object.keys(words) as readonly ShownStanding[];

export function standingOf(standing: Standing, { illustrative }: Pick<SourceRef, 'illustrative'>): ShownStanding {
  return illustrative ? 'illustrative' : standing;
}

/** How far a fact may be trusted, as one word. */
export function standingWord(standing: ShownStanding): string {
  return words[standing].word;
}

/** What that word means, as it follows a colon. */
export function standingMeaning(standing: ShownStanding): string {
  return words[standing].meaning;
}
