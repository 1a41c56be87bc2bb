import { z } from 'zod';
import type { Connection } from '../../../platform/database/database.ts';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import { isId } from '../../../platform/ids.ts';
import { type Activation, activationStates } from './activation.ts';

const stateShape = z.enum(activationStates);

function selectActivations(connection: Connection) {
  return connection
    .selectFrom('instrument_activation as activation')
    .leftJoin('person as proposer', 'proposer.id', 'activation.proposed_by')
    .leftJoin('person as settler', 'settler.id', 'activation.settled_by')
    .select([
      'activation.instrument_activation_id as activationId',
      'activation.instrument_id as id',
      'activation.version',
      'activation.digest',
      'activation.state',
      'proposer.name as proposedBy',
      'activation.proposed_by as proposedById',
      'activation.proposed_at as proposedAt',
      'settler.name as settledBy',
      'activation.settled_at as settledAt',
      'activation.reason',
    ])
    .orderBy('activation.proposed_at', 'desc')
    .orderBy('activation.instrument_activation_id', 'desc');
}

type ActivationRow = Awaited<ReturnType<ReturnType<typeof selectActivations>['execute']>>[number];

function activationOf(row: ActivationRow): Activation {
  return { ...row, state: stateShape.parse(row.state) };
}

/** Every activation and proposal, the newest first. */
export async function listActivations(connection: Connection): Promise<Activation[]> {
  return (await selectActivations(connection).execute()).map(activationOf);
}

export async function listOpenActivations(connection: Connection): Promise<Activation[]> {
  const open = await selectActivations(connection).where('activation.state', '=', 'proposed').execute();
  return open.map(activationOf);
}

/** An activation or proposal, held until the transaction ends so that it is settled once. */
export async function lockActivation(transaction: Connection, activationId: string): Promise<Activation | null> {
  const found = isId(activationId)
    ? await selectActivations(transaction)
        .where('activation.instrument_activation_id', '=', activationId)
        .forUpdate('activation')
        .executeTakeFirst()
    : undefined;
  return found === undefined ? null : activationOf(found);
}

/** Whether anything was ever activated or proposed here. */
export async function hasActivations(connection: Connection): Promise<boolean> {
  const found = await connection
    .selectFrom('instrument_activation')
    .select('instrument_activation_id')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A version that may be asked: it is active with the very text that is kept. */
export interface ActiveVersion {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** Of each instrument in the order in which they were kept. */
export async function listActiveVersions(connection: Connection): Promise<ActiveVersion[]> {
  return connection
    .selectFrom('instrument_activation as activation')
    .innerJoin('kept_instrument as kept', (join) =>
      join
        .onRef('kept.instrument_id', '=', 'activation.instrument_id')
        .onRef('kept.version', '=', 'activation.version')
        .onRef('kept.digest', '=', 'activation.digest'),
    )
    .select(['activation.instrument_id as id', 'activation.version', 'activation.digest'])
    .where('activation.state', '=', 'active')
    .orderBy('activation.instrument_id')
    .orderBy('kept.recorded_at')
    .orderBy('activation.version')
    .execute();
}

export interface NewActivation {
  readonly activationId: string;
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** False where the version is proposed already. */
export async function insertProposedActivation(
  transaction: Connection,
  { activationId, id, version, digest }: NewActivation,
  by: { readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('instrument_activation')
    .values({
      instrument_activation_id: activationId,
      instrument_id: id,
      version,
      digest,
      state: 'proposed',
      proposed_by: by.personId,
      proposed_at: by.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['instrument_id', 'version']).where('state', '=', 'proposed').doNothing(),
    )
    .returning('instrument_activation_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** What is there at the first start is active by that. */
export async function insertActiveAtStart(
  transaction: Connection,
  { activationId, id, version, digest }: NewActivation,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('instrument_activation')
    .values({
      instrument_activation_id: activationId,
      instrument_id: id,
      version,
      digest,
      state: 'active',
      proposed_at: at,
      settled_at: at,
    })
    .execute();
}

export interface SettledActivation {
  readonly state: 'active' | 'withdrawn' | 'lapsed';
  readonly reason: string;
}

/** `personId`: null where nobody settled it, because it lapsed. */
export async function updateSettledActivation(
  transaction: Connection,
  activationId: string,
  { state, reason }: SettledActivation,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('instrument_activation')
    .set({ state, settled_by: by.personId, settled_at: by.at, reason })
    .where('instrument_activation_id', '=', activationId)
    .executeTakeFirst();
  expectRows('a proposal is settled', 1, numUpdatedRows);
}
