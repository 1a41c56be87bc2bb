import { nextTimeAt } from '../../../platform/days.ts';
import { type LetterKind, letterKinds } from '../../programme/index.ts';

export const askingChoices = ['at-once', 'daily'] as const;
export const tellingChoices = ['at-once', 'daily', 'never'] as const;

/** When somebody wants letters: about what asks them to act, which cannot be turned off, and about what only informs. */
export interface LetterChoice {
  readonly asking: (typeof askingChoices)[number];
  readonly telling: (typeof tellingChoices)[number];
}

/** Of whoever has chosen nothing. */
export const usualChoice: LetterChoice = { asking: 'at-once', telling: 'at-once' };

/** The hour of the day, where the programme is, at which the daily letter goes out. */
export const DAILY_HOUR = 7;

/** When somebody is told of something that has come to notice now; null for never. */
export function dueAt(kind: LetterKind, choice: LetterChoice, now: Date): Date | null {
  switch (letterKinds[kind].asks ? choice.asking : choice.telling) {
    case 'at-once':
      return now;
    case 'daily':
      return nextTimeAt(now, DAILY_HOUR);
    case 'never':
      return null;
  }
}
