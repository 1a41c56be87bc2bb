import type { ProgrammePack } from '../../programme/index.ts';

/** What the programme calls areas of a kind. */
export function kindLabel(pack: Pick<ProgrammePack, 'areaKinds'>, kind: string): string {
  return pack.areaKinds.find(({ id }) => id === kind)?.label ?? kind;
}
