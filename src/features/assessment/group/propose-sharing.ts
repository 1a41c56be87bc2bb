import type { Database } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { instrumentOfRound } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { readStanding } from '../settings/read-standing.ts';
import { beginTaking } from './begin-taking.ts';
import { hindranceOf, type Sharing, type SharingHindrance } from './sharing.ts';
import { auditSharing } from './sharing-audit.ts';
import { insertSharing, listSharings, lockSharings, updateAgreed } from './sharing-repository.ts';
import { isAnswering, type SharingStep, sectionsNotAlike } from './sharing-step.ts';

export interface ProposeSharing extends SharingStep {
  readonly sharingId: string;
  readonly takerId: string;
  readonly giverId: string;
  readonly sectionIds: readonly string[];
  /** The same person in their role for the other organisation, where they hold one that may agree; null where the other is asked. */
  readonly other: ActingPerson | null;
}

export type ProposeOutcome =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'closed' }
  /** All of the taker's assessment was sent to be signed. */
  | { readonly kind: 'sent' }
  /** Of these sections one of them is asked nothing, or the taker something that the giver is not. */
  | { readonly kind: 'not-alike'; readonly sectionIds: readonly string[] }
  | SharingHindrance;

/**
 * Proposes that one organisation takes the answers to some sections from another. Somebody who may speak for both agrees with it; in the
 * record they stand once for each.
 */
export function proposeSharing(
  database: Database,
  { pack, round, actingFor, other, ...wanted }: ProposeSharing,
  by: ActingPerson,
): Promise<ProposeOutcome> {
  return database.transaction().execute(async (transaction): Promise<ProposeOutcome> => {
    const { isOpen } = await holdForStep(transaction, round, by.at);
    if (!isOpen) {
      return { kind: 'closed' };
    }
    const both = [wanted.takerId, wanted.giverId];
    await lockSharings(transaction, round.id, both);
    const standing = (await listSharings(transaction, round.id, both)).filter(({ ended }) => ended === null);
    const refusedOrSaid = saidBefore(standing, { ...wanted, actingFor }) ?? hindranceOf(wanted, standing);
    if (refusedOrSaid !== null) {
      return refusedOrSaid;
    }
    const standings = await readStanding(transaction, pack, round, both);
    const taker = standings.find(({ organisationId }) => organisationId === wanted.takerId);
    const giver = standings.find(({ organisationId }) => organisationId === wanted.giverId);
    if (taker === undefined || !isAnswering(taker)) {
      return { kind: 'sent' };
    }
    const instrument = instrumentOfRound(pack, round.id);
    const sectionIds = sectionsNotAlike(instrument, wanted.sectionIds, { taker, giver });
    if (sectionIds.length > 0) {
      return { kind: 'not-alike', sectionIds };
    }

    const sharing = { ...wanted, roundId: round.id, proposedFor: actingFor };
    await insertSharing(transaction, sharing, by);
    await auditSharing(transaction, sharing, 'sharing.propose', by);
    if (other === null) {
      return { kind: 'proposed' };
    }
    await updateAgreed(transaction, sharing, by);
    await beginTaking(transaction, instrument, taker, sharing.sectionIds);
    await auditSharing(transaction, sharing, 'sharing.agree', other);
    return { kind: 'agreed' };
  });
}

/** What came of the same proposal where it stands already: a form that is sent twice says nothing new. */
function saidBefore(
  standing: readonly Sharing[],
  { takerId, giverId, sectionIds, actingFor }: Omit<ProposeSharing, 'pack' | 'round' | 'other'>,
): ProposeOutcome | null {
  const same = standing.find(
    (each) =>
      each.takerId === takerId &&
      each.giverId === giverId &&
      each.proposedFor === actingFor &&
      each.sectionIds.length === sectionIds.length &&
      each.sectionIds.every((id) => sectionIds.includes(id)),
  );
  if (same === undefined) {
    return null;
  }
  return { kind: same.agreed === null ? 'proposed' : 'agreed' };
}
