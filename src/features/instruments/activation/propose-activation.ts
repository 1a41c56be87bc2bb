import type { AppContext } from '../../../context.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { findKeptDigest } from '../kept/kept-instrument-repository.ts';
import { auditActivation } from './activation-audit.ts';
import { insertProposedActivation, listActiveVersions } from './activation-repository.ts';

export interface ProposeActivation {
  readonly id: string;
  readonly version: string;
  /** Of the text on the page. */
  readonly digest: string;
}

export type ProposeOutcome = { readonly kind: 'ok' } | { readonly kind: 'refused'; readonly reason: string };

/** Puts a version before a second person, who confirms that it may be asked. Nothing else changes. */
export function proposeActivation(
  { database, newId }: Pick<AppContext, 'database' | 'newId'>,
  proposal: ProposeActivation,
  by: ActingPerson,
): Promise<ProposeOutcome> {
  return database.transaction().execute(async (transaction): Promise<ProposeOutcome> => {
    const { id, version, digest } = proposal;
    if ((await findKeptDigest(transaction, proposal)) !== digest) {
      return { kind: 'refused', reason: 'The version was changed since you opened the page' };
    }
    const active = await listActiveVersions(transaction);
    if (active.some((each) => each.id === id && each.version === version)) {
      return { kind: 'refused', reason: 'This version is active already' };
    }
    const activation = { activationId: newId(), id, version, digest };
    if (!(await insertProposedActivation(transaction, activation, by))) {
      return { kind: 'refused', reason: 'This version is proposed already' };
    }
    await auditActivation(transaction, 'instrument.propose', activation, by);
    return { kind: 'ok' };
  });
}
