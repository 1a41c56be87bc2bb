import { type AreaRef, type Day, planningWords } from '../../directory/index.ts';

/** What stands before the areas in which something lies: `STP area`, or `STP areas`. */
export function planningKey({ stps }: { readonly stps: readonly AreaRef[] }, { asAt }: Pick<Day, 'asAt'>): string {
  const { area, areas } = planningWords(asAt);
  return stps.length > 1 ? areas : area;
}
