import type { EarlierSave } from './save-repository.ts';

/** A longer pause than this ends a sitting. */
export const SITTING_PAUSE_MINUTES = 30;

type Stamped = Pick<EarlierSave, 'personId' | 'savedAt' | 'content'>;

/** Saves of one thing that one person made, one after the other. */
export interface Sitting<Save> {
  /** With the text that the sitting left. */
  readonly last: Save;
  /** Those before it in the same sitting, newest first. */
  readonly earlier: readonly Save[];
}

/**
 * The saves of one thing by sittings, newest first as they come. A form saves itself many times while somebody writes; whoever looks back
 * wants to know who wrote when. Somebody else's save in between ends a sitting, as a long pause does. What was taken out stands alone, and so
 * does a save of which no person is recorded: nobody knows whether the next was by the same.
 */
export function sittingsOf<Save extends Stamped>(saves: readonly Save[]): Sitting<Save>[] {
  const sittings: Sitting<Save>[] = [];
  for (const save of saves) {
    const sitting = sittings.at(-1);
    if (sitting !== undefined && isOneSitting(save, sitting.earlier.at(-1) ?? sitting.last)) {
      sittings[sittings.length - 1] = { ...sitting, earlier: [...sitting.earlier, save] };
    } else {
      sittings.push({ last: save, earlier: [] });
    }
  }
  return sittings;
}

function isOneSitting(before: Stamped, after: Stamped): boolean {
  const pause = after.savedAt.getTime() - before.savedAt.getTime();
  const isOnePerson = before.personId !== null && before.personId === after.personId;
  return isOnePerson && before.content !== null && after.content !== null && pause <= SITTING_PAUSE_MINUTES * 60_000;
}
