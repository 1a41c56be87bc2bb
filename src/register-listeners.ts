import { heedMembersOfForms } from './features/formation/index.ts';
import type { ProgrammePack } from './features/programme/index.ts';
import { heedMembersOfRoadmaps } from './features/roadmap/index.ts';
import { updateSearchEntries } from './features/search/index.ts';
import type { RegisterKeeping } from './register-keeping.ts';

/**
 * Everybody who rests on who is a member of a footprint, and whoever follows the records. The directory knows none of them: they
 * are handed to its one writer, which does nothing without.
 */
export function keepRegister(pack: Pick<ProgrammePack, 'positionOn'>): RegisterKeeping {
  const listeners = [heedMembersOfRoadmaps, heedMembersOfForms];
  return {
    get positionOn() {
      return pack.positionOn;
    },
    listeners,
    recordListeners: [updateSearchEntries],
  };
}
