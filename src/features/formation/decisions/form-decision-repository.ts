import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { parsePlainDecision, type SaidEndorsement } from '../../agreement/index.ts';
import type { FormEndorsement } from './form-endorsement.ts';

/** Every decision made on a form, lapsed ones included, oldest first. */
export async function listFormEndorsements(connection: Connection, formId: string): Promise<FormEndorsement[]> {
  return (await listFormEndorsementsOf(connection, [formId])).get(formId) ?? [];
}

/** The same of several forms, by form. */
export async function listFormEndorsementsOf(
  connection: Connection,
  formIds: readonly string[],
): Promise<ReadonlyMap<string, FormEndorsement[]>> {
  const rows = await connection
    .selectFrom('footprint_form_endorsement as endorsement')
    .select([
      'endorsement.form_id',
      'endorsement.organisation_id',
      'endorsement.digest',
      'endorsement.decision',
      'endorsement.reason',
      'endorsement.person_name',
      'endorsement.person_role',
      'endorsement.decided_at',
    ])
    .where(sql<boolean>`endorsement.form_id = any(${formIds}::uuid[])`)
    .orderBy('endorsement.decided_at')
    .orderBy('endorsement.endorsement_id')
    .execute();
  const ofForm = Map.groupBy(rows, ({ form_id }) => form_id);
  return new Map([...ofForm].map(([formId, own]) => [formId, own.map(endorsementOf)]));
}

function endorsementOf(row: {
  readonly organisation_id: string;
  readonly digest: string;
  readonly decision: string;
  readonly reason: string;
  readonly person_name: string;
  readonly person_role: string;
  readonly decided_at: Date;
}): FormEndorsement {
  return {
    organisationId: row.organisation_id,
    digest: row.digest,
    decision: parsePlainDecision(row.decision),
    conditions: row.reason,
    person: { name: row.person_name, role: row.person_role },
    at: row.decided_at,
  };
}

export interface NewFormEndorsement {
  readonly endorsementId: string;
  readonly formId: string;
  readonly personId: string | null;
  readonly illustrative: boolean;
  readonly endorsement: FormEndorsement;
}

export async function insertFormEndorsement(transaction: Connection, row: NewFormEndorsement): Promise<void> {
  const { endorsement } = row;
  await transaction
    .insertInto('footprint_form_endorsement')
    .values({
      endorsement_id: row.endorsementId,
      form_id: row.formId,
      digest: endorsement.digest,
      organisation_id: endorsement.organisationId,
      person_id: row.personId,
      person_name: endorsement.person.name,
      person_role: endorsement.person.role,
      decision: endorsement.decision,
      reason: endorsement.conditions,
      decided_at: endorsement.at,
      illustrative: row.illustrative,
    })
    .execute();
}

/** The decision of a commissioner about a document that stands, and whose it was; null where there is none. */
export async function findStandingDecision(
  connection: Connection,
  formId: string,
  { organisationId, digest }: Pick<FormEndorsement, 'organisationId' | 'digest'>,
): Promise<SaidEndorsement | null> {
  const row = await connection
    .selectFrom('footprint_form_endorsement as endorsement')
    .select(['endorsement.person_id', 'endorsement.person_name', 'endorsement.decision', 'endorsement.reason'])
    .where('endorsement.form_id', '=', formId)
    .where('endorsement.organisation_id', '=', organisationId)
    .where('endorsement.digest', '=', digest)
    .orderBy('endorsement.decided_at', 'desc')
    .orderBy('endorsement.endorsement_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        personId: row.person_id,
        personName: row.person_name,
        decision: parsePlainDecision(row.decision),
        conditions: row.reason,
      };
}

export type StepAction = 'begin' | 'put' | 'complete' | 'take-back' | 'send-back' | 'accept' | 'withdraw';

/** What was done to a form. */
export interface FormStep {
  readonly stepId: number;
  readonly number: number;
  readonly action: StepAction;
  readonly digest: string | null;
  readonly reason: string;
  readonly by: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Everything that was done to the forms of a formation, oldest first. */
export async function listSteps(connection: Connection, formationId: string): Promise<FormStep[]> {
  return connection
    .selectFrom('footprint_form_step as step')
    .innerJoin('footprint_form', 'footprint_form.form_id', 'step.form_id')
    .select([
      'step.footprint_form_step_id as stepId',
      'footprint_form.number',
      'step.action',
      'step.digest',
      'step.reason',
      'step.person_name as by',
      'step.on_behalf_of as onBehalfOf',
      'step.at',
    ])
    .where('footprint_form.formation_id', '=', formationId)
    .orderBy('step.footprint_form_step_id')
    .$castTo<FormStep>()
    .execute();
}

/** The newest step of a form, and whose it was; null before there is one. */
export async function findNewestStep(
  connection: Connection,
  formId: string,
): Promise<(Pick<FormStep, 'action' | 'digest' | 'reason'> & { readonly personId: string | null }) | null> {
  const step = await connection
    .selectFrom('footprint_form_step as step')
    .select(['step.action', 'step.digest', 'step.reason', 'step.person_id as personId'])
    .where('step.form_id', '=', formId)
    .orderBy('step.footprint_form_step_id', 'desc')
    .limit(1)
    .$castTo<Pick<FormStep, 'action' | 'digest' | 'reason'> & { readonly personId: string | null }>()
    .executeTakeFirst();
  return step ?? null;
}

export interface NewStep extends Pick<FormStep, 'action' | 'digest' | 'reason' | 'by' | 'onBehalfOf' | 'at'> {
  readonly formId: string;
  readonly personId: string | null;
}

export async function insertStep(transaction: Connection, step: NewStep): Promise<void> {
  await transaction
    .insertInto('footprint_form_step')
    .values({
      form_id: step.formId,
      action: step.action,
      digest: step.digest,
      reason: step.reason,
      person_id: step.personId,
      person_name: step.by,
      on_behalf_of: step.onBehalfOf,
      at: step.at,
    })
    .execute();
}
