import type { AppContext } from '../../../context.ts';
import type { TakenBack } from '../../../register-keeping.ts';
import { listFootprintKeys } from '../../directory/index.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { compareMembers, type Difference, differenceInWords, tryChange } from '../../register/index.ts';
import type { KeptContradiction } from './contradiction-repository.ts';
import { actionOfTaking, digestOfTaking, planTaking, takeIn } from './take-observation.ts';

/** What would follow if somebody took what the file says. */
export type Taking =
  /** The register is being changed: nothing can be said meanwhile. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'does-not-hold' }
  | {
      readonly kind: 'holds';
      /** Of all that follows: what is taken is what was shown. */
      readonly digest: string;
      readonly differences: readonly Difference[];
      readonly footprints: readonly { readonly name: string; readonly change: string }[];
      readonly takenBack: readonly (Pick<TakenBack, 'what' | 'lapsedCount'> & { readonly name: string })[];
    };

/** Tries it, with all that follows, and takes it back: what is shown is what `decideContradiction` does. */
export async function readTaking(
  { database, pack, register: keeping }: Pick<AppContext, 'database' | 'pack' | 'register'>,
  contradiction: KeptContradiction,
  by: ActingPerson,
): Promise<Taking> {
  const tried = await tryChange(database, keeping, actionOfTaking(contradiction.code, by), async (register) => {
    const plan = await planTaking(register, { pack }, contradiction);
    if (plan !== null) {
      await takeIn(register, plan);
    }
    return plan;
  });
  if (tried === null) {
    return { kind: 'busy' };
  }
  const { result: plan, footprints, takenBack } = tried;
  if (plan === null) {
    return { kind: 'does-not-hold' };
  }
  const digest = digestOfTaking({ result: plan, footprints, takenBack });
  const names = new Map((await listFootprintKeys(database)).map(({ areaId, name }) => [areaId, name]));
  const nameOf = (footprintId: string) => names.get(footprintId) ?? footprintId;
  return {
    kind: 'holds',
    digest,
    differences: plan.differences,
    footprints: footprints.map(({ footprintId, before, after }) => ({
      name: nameOf(footprintId),
      change: differenceInWords(compareMembers(before, after)),
    })),
    takenBack: takenBack.map(({ what, footprintId, footprintName, lapsedCount }) => ({
      what,
      lapsedCount,
      name: footprintId === null || footprintName !== '' ? footprintName : nameOf(footprintId),
    })),
  };
}
