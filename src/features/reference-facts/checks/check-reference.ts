import type { LocatedReference, ReferenceFault } from '../reading/reference-fault.ts';
import { checkAreaCodes } from './check-area-codes.ts';
import { checkKeys } from './check-keys.ts';
import { checkMentions } from './check-mentions.ts';
import { checkPeriods } from './check-periods.ts';
import { checkPlaces } from './check-places.ts';
import { checkSuccessions } from './check-successions.ts';

/** What the rows of the reference files say about each other that cannot all be true. */
export function checkReference(reference: LocatedReference): ReferenceFault[] {
  return [checkAreaCodes, checkKeys, checkMentions, checkPeriods, checkPlaces, checkSuccessions].flatMap((check) =>
    check(reference),
  );
}
