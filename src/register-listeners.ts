import type { RegisterKeeping } from './features/directory/index.ts';
import type { ProgrammePack } from './features/programme/index.ts';

/**
 * Everybody who rests on who is a member of a footprint. The directory knows none of them: they are handed to its one writer,
 * which does nothing without.
 */
export function keepRegister({ positionOn }: Pick<ProgrammePack, 'positionOn'>): RegisterKeeping {
  return { positionOn, listeners: [] };
}
