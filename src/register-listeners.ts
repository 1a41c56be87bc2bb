import { heedMembersOfForms } from './features/formation/index.ts';
import type { ProgrammePack } from './features/programme/index.ts';
import { heedMembersOfRoadmaps } from './features/roadmap/index.ts';
import type { RegisterKeeping } from './register-keeping.ts';

/**
 * Everybody who rests on who is a member of a footprint. The directory knows none of them: they are handed to its one writer,
 * which does nothing without.
 */
export function keepRegister({ positionOn }: Pick<ProgrammePack, 'positionOn'>): RegisterKeeping {
  return { positionOn, listeners: [heedMembersOfRoadmaps, heedMembersOfForms] };
}
