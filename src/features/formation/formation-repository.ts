import { sql } from 'kysely';
import { z } from 'zod';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import type { FormContent } from './formation.ts';
import { type FormState, formStates } from './forms/form-state.ts';
import { storedBase } from './forms/stored-form.ts';

/** How one footprint comes about and changes. */
export interface FormationRow {
  readonly formationId: string;
  /** Null until the region has endorsed the first form. */
  readonly footprintId: string | null;
  readonly slug: string;
  readonly illustrative: boolean;
}

/** A first form, or a request to change what an earlier one said. */
export interface FormRow {
  readonly formId: string;
  readonly formationId: string;
  /** The round that was planned in as it was begun; null where there was none. */
  readonly roundId: string | null;
  readonly number: number;
  readonly state: FormState;
  /** What held when it was begun; null for a footprint that is new. */
  readonly base: FormContent | null;
  readonly digest: string | null;
  readonly illustrative: boolean;
  readonly acceptedAt: Date | null;
  /** True while no form before this one was accepted. */
  readonly isFirst: boolean;
}

function selectFormations(connection: Connection) {
  return connection
    .selectFrom('formation')
    .select([
      'formation.formation_id as formationId',
      'formation.footprint_id as footprintId',
      'formation.slug',
      'formation.illustrative',
    ]);
}

function selectForms(connection: Connection) {
  return connection
    .selectFrom('footprint_form')
    .select([
      'footprint_form.form_id as formId',
      'footprint_form.formation_id as formationId',
      'footprint_form.round_id as roundId',
      'footprint_form.number',
      'footprint_form.state',
      'footprint_form.base',
      'footprint_form.digest',
      'footprint_form.illustrative',
      'footprint_form.accepted_at as acceptedAt',
      sql<boolean>`not exists (
        select from footprint_form as earlier
        where earlier.formation_id = footprint_form.formation_id and earlier.number < footprint_form.number
          and earlier.state = 'accepted')`.as('isFirst'),
    ])
    .orderBy('footprint_form.number', 'desc');
}

type StoredForm = Awaited<ReturnType<ReturnType<typeof selectForms>['execute']>>[number];

function formOf(row: StoredForm): FormRow {
  return { ...row, state: formState.parse(row.state), base: storedBase.read(row.base) };
}

const formState = z.enum(formStates);

export async function findFormation(connection: Connection, slug: string): Promise<FormationRow | null> {
  return (await selectFormations(connection).where('formation.slug', '=', slug).executeTakeFirst()) ?? null;
}

/** The formation of a footprint of the directory; null where none was recorded. */
export async function findFormationOf(connection: Connection, footprintId: string): Promise<FormationRow | null> {
  const query = selectFormations(connection).where('formation.footprint_id', '=', footprintId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function listFormations(connection: Connection): Promise<FormationRow[]> {
  return selectFormations(connection).orderBy('formation.slug').execute();
}

/** Holds the formation until the transaction ends, so that nothing about its forms changes underneath a decision. */
export async function lockFormation(transaction: Connection, formationId: string): Promise<FormationRow> {
  return selectFormations(transaction)
    .where('formation.formation_id', '=', formationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/**
 * Keeps everybody else who proposes a footprint waiting until this transaction ends: whether a name is free is told by what is
 * there, and a proposal that is being made is not there yet.
 */
export async function lockProposals(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('proposals of footprints'))`.execute(transaction);
}

export interface NewFormation extends FormationRow {
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** Adds a formation, unless the slug or the footprint has one already. */
export async function insertFormation(transaction: Connection, formation: NewFormation): Promise<void> {
  await transaction
    .insertInto('formation')
    .values({
      formation_id: formation.formationId,
      footprint_id: formation.footprintId,
      slug: formation.slug,
      illustrative: formation.illustrative,
      created_at: formation.createdAt,
      created_by: formation.createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Proposals, not yet in the directory, that a person began. */
export async function listProposalsOf(connection: Connection, personId: string): Promise<FormationRow[]> {
  return selectFormations(connection)
    .where('formation.created_by', '=', personId)
    .where('formation.footprint_id', 'is', null)
    .execute();
}

export async function updateFootprint(
  transaction: Connection,
  formationId: string,
  footprintId: string,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('formation')
    .set({ footprint_id: footprintId })
    .where('formation.formation_id', '=', formationId)
    .executeTakeFirst();
  expectRows('a formation gets its footprint', 1, numUpdatedRows);
}

/** The forms of a formation, newest first. */
export async function listForms(connection: Connection, formationId: string): Promise<FormRow[]> {
  const forms = await selectForms(connection).where('footprint_form.formation_id', '=', formationId).execute();
  return forms.map(formOf);
}

export interface AcceptedForm {
  readonly formId: string;
  readonly digest: string;
  readonly illustrative: boolean;
  readonly acceptedAt: Date;
}

/**
 * The accepted forms of a footprint of the directory, newest first: what everybody may see rests on these alone, and on nothing
 * of a form that is being written.
 */
export async function listAcceptedForms(connection: Connection, footprintId: string): Promise<AcceptedForm[]> {
  return connection
    .selectFrom('footprint_form')
    .innerJoin('formation', 'formation.formation_id', 'footprint_form.formation_id')
    .select([
      'footprint_form.form_id as formId',
      'footprint_form.digest',
      'footprint_form.illustrative',
      'footprint_form.accepted_at as acceptedAt',
    ])
    .where('formation.footprint_id', '=', footprintId)
    .where('footprint_form.state', '=', 'accepted')
    .orderBy('footprint_form.number', 'desc')
    .$narrowType<{ digest: string; acceptedAt: Date }>()
    .execute();
}

/** The newest form of every formation, by formation. */
export async function listNewestForms(connection: Connection): Promise<Map<string, FormRow>> {
  const forms = await selectForms(connection)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('footprint_form as newer')
            .select('newer.form_id')
            .whereRef('newer.formation_id', '=', 'footprint_form.formation_id')
            .whereRef('newer.number', '>', 'footprint_form.number'),
        ),
      ),
    )
    .execute();
  return new Map(forms.map((form) => [form.formationId, formOf(form)]));
}

/** The newest form; null where there is none yet. */
export async function findNewestForm(connection: Connection, formationId: string): Promise<FormRow | null> {
  const query = selectForms(connection).where('footprint_form.formation_id', '=', formationId).limit(1);
  const form = await query.executeTakeFirst();
  return form === undefined ? null : formOf(form);
}

/** The forms that wait for their commissioners or for the region. */
export async function listWaitingForms(connection: Connection): Promise<FormRow[]> {
  const forms = await selectForms(connection)
    .where('footprint_form.state', 'in', ['with-ccgs', 'with-region'])
    .execute();
  return forms.map(formOf);
}

export interface NewForm
  extends Pick<FormRow, 'formId' | 'formationId' | 'roundId' | 'number' | 'base' | 'illustrative'> {
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export async function insertForm(transaction: Connection, form: NewForm): Promise<void> {
  await transaction
    .insertInto('footprint_form')
    .values({
      form_id: form.formId,
      formation_id: form.formationId,
      round_id: form.roundId,
      number: form.number,
      state: 'writing',
      base: form.base === null ? null : storedBase.write(form.base),
      illustrative: form.illustrative,
      created_at: form.createdAt,
      created_by: form.createdBy,
    })
    .execute();
}

export interface FormMove {
  readonly state: FormState;
  readonly digest: string | null;
  readonly acceptedAt: Date | null;
}

export async function updateForm(transaction: Connection, formId: string, move: FormMove): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('footprint_form')
    .set({ state: move.state, digest: move.digest, accepted_at: move.acceptedAt })
    .where('footprint_form.form_id', '=', formId)
    .executeTakeFirst();
  expectRows('a form moves on', 1, numUpdatedRows);
}
