import { type PlacedThread, waitsForSide } from '../threads/index.ts';

/** What a signed return waits for, in the order in which a list names them. */
export const returnWaits = ['to-validate', 'to-read', 'to-reply', 'validated'] as const;

export type ReturnWait = (typeof returnWaits)[number];

export const returnWaitLabels: Readonly<Record<ReturnWait, string>> = {
  'to-validate': 'To validate',
  'to-read': 'Reply to read',
  'to-reply': 'Waits for a reply',
  validated: 'Validated',
};

/** What a return waits for: with queries open it is looked at again as soon as one of them has a reply. */
export function returnWaitOf(isValidated: boolean, openQueries: readonly Pick<PlacedThread, 'steps'>[]): ReturnWait {
  if (isValidated) {
    return 'validated';
  }
  if (openQueries.length === 0) {
    return 'to-validate';
  }
  return openQueries.some((query) => waitsForSide(query) === 'asker') ? 'to-read' : 'to-reply';
}
