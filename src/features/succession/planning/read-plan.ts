import type { AppContext } from '../../../context.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ProposedEvent } from '../proposed-event.ts';
import type { PlannedEvent } from './plan.ts';
import { planDigest } from './plan-digest.ts';
import { planSuccession } from './plan-succession.ts';
import { readSituation } from './read-situation.ts';

export interface ReadPlan extends PlannedEvent {
  /** SHA-256 of the facts of the plan, by which a second person confirms exactly them. */
  readonly digest: string;
}

/** What an event would do as things stand. Changes nothing. `own`: the proposal that asks, so that it does not wait for itself. */
export async function readPlan(
  context: Pick<AppContext, 'pack' | 'clock'>,
  connection: Connection,
  event: ProposedEvent,
  own: string | null = null,
): Promise<ReadPlan> {
  const planned = planSuccession(event, await readSituation(context, connection, event, own));
  // As it will be read back from the database: what is left out there must not count here.
  const plan: PlannedEvent['plan'] = JSON.parse(JSON.stringify(planned.plan));
  return { ...planned, plan, digest: planDigest(plan) };
}
