import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { RoundStep } from '../programme/index.ts';
import type { RoundAction } from './round-rules.ts';

/** A step with the round it is about. */
export interface RoundStepRow {
  readonly roundId: string;
  readonly step: RoundStep;
}

/** What was done about every round, or about one, in order. */
export async function listRoundSteps(connection: Connection, roundId: string | null = null): Promise<RoundStepRow[]> {
  const { rows } = await sql<StoredStep>`
    select step.round_id as "roundId", step.number, step.kind, step.scope_kind as "scopeKind", step.scope_id as "scopeId",
      coalesce(organisation.name, area.name, '') as "scopeName", step.due_on as "dueOn", step.reason, step.made_at as "at",
      person.name as "by"
    from round_step as step join person on person.id = step.made_by
    left join lateral organisation_latest(step.scope_id) as organisation on step.scope_kind = 'organisation'
    left join lateral area_latest(step.scope_id) as area on step.scope_kind in ('region', 'footprint')
    where ${roundId}::text is null or step.round_id = ${roundId}
    order by step.round_id, step.number`.execute(connection);
  return rows.map(({ roundId: id, ...stored }) => ({ roundId: id, step: stepOf(stored) }));
}

interface StoredStep {
  readonly roundId: string;
  readonly number: number;
  readonly kind: RoundAction['kind'];
  readonly scopeKind: 'all' | 'region' | 'footprint' | 'organisation';
  readonly scopeId: string;
  readonly scopeName: string;
  readonly dueOn: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

function stepOf(stored: Omit<StoredStep, 'roundId'>): RoundStep {
  const { kind, number, scopeKind, scopeId, scopeName, dueOn, reason, at, by } = stored;
  if (kind !== 'extend') {
    return { kind, number, reason, at, by };
  }
  return { kind, number, scope: { kind: scopeKind, id: scopeId, name: scopeName }, dueOn: dueOn ?? '', reason, at, by };
}

export interface NewRoundStep {
  readonly roundId: string;
  readonly number: number;
  readonly action: RoundAction;
  readonly at: Date;
  readonly personId: string;
}

/** False where somebody else has taken a step of this number. */
export async function insertRoundStep(
  connection: Connection,
  { roundId, number, action, at, personId }: NewRoundStep,
): Promise<boolean> {
  const scope = action.kind === 'extend' ? action.scope : { kind: 'all', id: '' };
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('round_step')
    .values({
      round_id: roundId,
      number,
      kind: action.kind,
      scope_kind: scope.kind,
      scope_id: scope.id,
      due_on: action.kind === 'extend' ? action.dueOn : null,
      reason: action.reason,
      made_at: at,
      made_by: personId,
    })
    .onConflict((conflict) => conflict.columns(['round_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
