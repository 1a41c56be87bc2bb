import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { timeZone } from '../../platform/days.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { RoundOnRecord, RoundPlan, RoundStep } from '../programme/index.ts';
import type { RoundAction } from './round-rules.ts';

/** A step with the round it is about. */
export interface RoundStepRow {
  readonly roundId: string;
  readonly step: RoundStep;
}

/** How a round stands while it is held. */
export interface StandingRound {
  readonly isWithdrawn: boolean;
  /** How many steps have been taken; they are only ever added. */
  readonly steps: number;
}

/** Holds a round until the transaction ends, so that of two people each sees what the other did. */
export function lockRound(connection: Connection, roundId: string): Promise<StandingRound> {
  return lockedRound(connection, roundId, false);
}

/** Keeps everybody waiting who would lock the round, until the transaction ends. */
export function lockRoundShared(connection: Connection, roundId: string): Promise<StandingRound> {
  return lockedRound(connection, roundId, true);
}

async function lockedRound(connection: Connection, roundId: string, isShared: boolean): Promise<StandingRound> {
  const { rows } = await sql<StandingRound>`select ${standingColumns} from ${holding(roundId, isShared)}`.execute(
    connection,
  );
  const [standing] = rows;
  if (standing === undefined) {
    throw new Error(`Nothing is said of the round ${roundId}`);
  }
  return standing;
}

/** The columns of `roundLocked`, as `StandingRound` names them. */
export const standingColumns = sql`standing.is_withdrawn as "isWithdrawn", standing.steps`;

/** What `lockRoundShared` reads from, for a statement that goes on to hold what lies in the round, which costs no question of its own then. */
export function roundLocked(roundId: string): RawBuilder<unknown> {
  return holding(roundId, true);
}

function holding(roundId: string, isShared: boolean): RawBuilder<unknown> {
  return sql`hold_round(${roundId}, ${isShared}) as standing`;
}

/** What was done about every round, or about one, in order. A place is called what it was called on the day of the step. */
export async function listRoundSteps(connection: Connection, roundId: string | null = null): Promise<RoundStepRow[]> {
  const { rows } = await sql<StoredStep>`
    select step.round_id as "roundId", step.number, step.kind, step.scope_kind as "scopeKind", step.scope_id as "scopeId",
      coalesce(organisation.name, area.name, '') as "scopeName", step.due_on as "dueOn", step.reason, step.made_at as "at",
      person.name as "by", step.label, step.opens_on as "opensOn", step.instrument_id as "instrument",
      step.baseline_round as "baselineRound", step.results_on as "resultsOn"
    from round_step as step join person on person.id = step.made_by
    cross join lateral (select (step.made_at at time zone ${timeZone})::date as day) as taken
    left join lateral organisation_on(step.scope_id, taken.day) as organisation on step.scope_kind = 'organisation'
    left join lateral area_on(step.scope_id, taken.day) as area on step.scope_kind in ('region', 'footprint')
    where ${roundId}::text is null or step.round_id = ${roundId}
    order by step.round_id, step.number`.execute(connection);
  return rows.map(({ roundId: id, ...stored }) => ({ roundId: id, step: stepOf(stored) }));
}

interface StoredStep {
  readonly roundId: string;
  readonly number: number;
  readonly kind: RoundStep['kind'];
  readonly scopeKind: 'all' | 'region' | 'footprint' | 'organisation';
  readonly scopeId: string;
  readonly scopeName: string;
  readonly dueOn: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
  /** Of one that puts a round right. */
  readonly label: string | null;
  readonly opensOn: string | null;
  readonly instrument: string | null;
  readonly baselineRound: string | null;
  /** Of one that sets the day of the results. */
  readonly resultsOn: string | null;
}

function stepOf(stored: Omit<StoredStep, 'roundId'>): RoundStep {
  const { kind, number, scopeKind, scopeId, scopeName, dueOn, reason, at, by } = stored;
  const onRecord = { number, reason, at, by };
  switch (kind) {
    case 'open':
    case 'close':
      return { kind, ...onRecord };
    case 'extend':
      return { kind, scope: { kind: scopeKind, id: scopeId, name: scopeName }, dueOn: dueOn ?? '', ...onRecord };
    case 'correct': {
      const { label, opensOn, instrument, baselineRound } = stored;
      const days = { opensOn: opensOn ?? '', dueOn: dueOn ?? '' };
      return { kind, label: label ?? '', ...days, instrument, baselineRound, ...onRecord };
    }
    case 'set-results-day':
      return { kind, resultsOn: stored.resultsOn ?? '', ...onRecord };
  }
}

export interface NewRoundStep {
  readonly roundId: string;
  readonly number: number;
  readonly action: Exclude<RoundAction, { kind: 'withdraw' }>;
  readonly at: Date;
  readonly personId: string;
}

/** False where somebody else has taken a step of this number. */
export async function insertRoundStep(
  connection: Connection,
  { roundId, number, action, at, personId }: NewRoundStep,
): Promise<boolean> {
  const scope = action.kind === 'extend' ? action.scope : { kind: 'all', id: '' };
  const corrected = action.kind === 'correct' ? action : null;
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('round_step')
    .values({
      round_id: roundId,
      number,
      kind: action.kind,
      scope_kind: scope.kind,
      scope_id: scope.id,
      due_on: action.kind === 'extend' ? action.dueOn : (corrected?.dueOn ?? null),
      label: corrected?.label ?? null,
      opens_on: corrected?.opensOn ?? null,
      instrument_id: corrected?.instrument ?? null,
      baseline_round: corrected?.baselineRound ?? null,
      results_on: action.kind === 'set-results-day' ? action.resultsOn : null,
      reason: action.reason,
      made_at: at,
      made_by: personId,
    })
    .onConflict((conflict) => conflict.columns(['round_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Every round that was planned on screen, also those that were withdrawn, as it was said then; what was done about it since is no part of it. */
export async function listPlannedRounds(connection: Connection): Promise<RoundOnRecord[]> {
  const rows = await connection
    .selectFrom('planned_round')
    .leftJoin('withdrawn_round', 'withdrawn_round.round_id', 'planned_round.round_id')
    .select([
      'planned_round.round_id',
      'label',
      'opens_on',
      'due_on',
      'instrument_id',
      'baseline_round',
      'planned_at',
      'withdrawn_at',
    ])
    .orderBy('opens_on')
    .orderBy('planned_round.round_id')
    .execute();
  return rows.map((row) => ({
    round: {
      id: row.round_id,
      kind: row.instrument_id === null ? 'roadmap' : 'assessment',
      label: row.label,
      opensOn: row.opens_on,
      dueOn: row.due_on,
      baselineRound: row.baseline_round,
      instrument: row.instrument_id,
      isPlannedHere: true,
      waitsForActivation: false,
      steps: [],
    },
    plannedAt: row.planned_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** Every id that a round planned on screen has, or had before it was withdrawn. */
export async function listUsedRoundIds(connection: Connection): Promise<Set<string>> {
  const rows = await connection.selectFrom('planned_round').select('round_id').execute();
  return new Set(rows.map(({ round_id: id }) => id));
}

/** Lets names of rounds be given by one person at a time, until the transaction ends. */
export async function lockRoundNames(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('names of rounds', 0))`.execute(transaction);
}

export interface NewRound extends RoundPlan {
  readonly id: string;
}

export async function insertPlannedRound(
  connection: Connection,
  { id, label, opensOn, dueOn, instrument, baselineRound }: NewRound,
  by: Pick<ActingPerson, 'personId' | 'at'>,
): Promise<void> {
  await connection
    .insertInto('planned_round')
    .values({
      round_id: id,
      label,
      opens_on: opensOn,
      due_on: dueOn,
      instrument_id: instrument,
      baseline_round: baselineRound,
      planned_at: by.at,
      planned_by: by.personId,
    })
    .execute();
}

/** False where it was withdrawn already. */
export async function insertWithdrawnRound(
  connection: Connection,
  { roundId, reason }: { readonly roundId: string; readonly reason: string },
  by: Pick<ActingPerson, 'personId' | 'at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto('withdrawn_round')
    .values({ round_id: roundId, reason, withdrawn_at: by.at, withdrawn_by: by.personId })
    .onConflict((conflict) => conflict.column('round_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
