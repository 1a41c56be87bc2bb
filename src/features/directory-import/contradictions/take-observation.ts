import type { AppContext } from '../../../context.ts';
import { digestOf } from '../../../platform/canonical-json.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import {
  type ChangeMade,
  handOnRecords,
  listClosings,
  listStored,
  organisationTypes,
  type RegisterAction,
  type RegisterTransaction,
  updateHistoryRows,
} from '../../register/index.ts';
import { type BatchPlan, planBatch } from '../take-in/plan-batch.ts';
import { decisionsFor, opensAgain } from './contradiction.ts';
import { findObservation, type KeptContradiction } from './contradiction-repository.ts';

/* What to take what a file says comes to: the same when it is tried and when it is done. */

/** The change of the register that it is, as those read it whose decisions lapse. */
export function actionOfTaking(code: string, by: ActingPerson): RegisterAction {
  const because = `what a directory file says of ${code} was taken, though the directory knew otherwise`;
  return { because, by, lasts: 'short' };
}

/**
 * What the file says, taken in although others are on record in the place of the organisation; null where it would not hold, because a
 * newer source, or another end, is known since.
 */
export async function planTaking(
  connection: Connection,
  { pack }: Pick<AppContext, 'pack'>,
  contradiction: KeptContradiction,
): Promise<BatchPlan | null> {
  const { contradictionId, kind, code, sourceId, datedOn } = contradiction;
  const observation = await findObservation(connection, contradictionId);
  if (observation === null || !decisionsFor(kind).includes('take')) {
    return null;
  }
  const plan = planBatch(
    await listStored(connection, [code]),
    { organisations: [observation], relations: [] },
    { sourceId, datedOn },
    organisationTypes(pack.organisationTypes),
    { closings: await listClosings(connection, [code]), reopened: new Set([code]) },
  );
  return opensAgain(plan.differences) ? plan : null;
}

/**
 * What a person confirms who takes it: every fact of what changes and of what follows, and none of the words in which the page tells
 * them. The same when it is tried and when it is done, unless something has changed in between.
 */
export function digestOfTaking({ result, footprints, takenBack }: ChangeMade<BatchPlan>): string {
  return digestOf({
    format: 'taking/1',
    differences: result.differences,
    footprints: footprints.map(({ footprintId, before, after }) => ({
      footprintId,
      before: before.map(keysOf),
      after: after.map(keysOf),
    })),
    takenBack,
  });
}

function keysOf({
  organisationId,
  role,
  validFrom = null,
}: ChangeMade<unknown>['footprints'][number]['after'][number]) {
  return { organisationId, role, validFrom };
}

export async function takeIn(register: RegisterTransaction, plan: BatchPlan): Promise<void> {
  await updateHistoryRows(register, plan.rows);
  await handOnRecords(register, { organisationIds: plan.renewedIds });
}
