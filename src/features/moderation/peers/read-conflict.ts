import type { Connection } from '../../../platform/database/database.ts';
import type { SignedKey } from '../../return-documents/index.ts';
import { whyNotImpartial } from '../impartial.ts';
import { hasAnswered, hasSigned, listGroup } from '../moderation-repository.ts';

/** Whose return somebody would check, and by which roles they are bound. */
export interface ToBeImpartial {
  readonly signed: SignedKey;
  readonly roundId: string;
  /** Of the organisation whose return it is. */
  readonly name: string;
  readonly personId: string;
  /** How they are spoken of: to themselves, or to whoever would invite them. */
  readonly who: 'you' | 'they';
  /** The places for which they hold roles. */
  readonly scopeIds: readonly string[];
}

/** Why somebody may not check a return, as a sentence; empty where nothing binds them to it. */
export async function readConflict(
  connection: Connection,
  { signed, roundId, name, personId, who, scopeIds }: ToBeImpartial,
): Promise<string> {
  const group = await listGroup(connection, signed.organisationId);
  const organisationIds = [signed.organisationId, ...group];
  return whyNotImpartial({
    ...{ name, who },
    holdsRole: scopeIds.some((scopeId) => organisationIds.includes(scopeId)),
    hasSigned: await hasSigned(connection, signed, personId),
    hasAnswered: await hasAnswered(connection, organisationIds, { roundId, personId }),
  });
}
