import { sql } from 'kysely';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import type { Standing } from '../../programme/index.ts';
import { handOnRecords, type RegisterTransaction } from '../hand-on-records.ts';

/* What an event of succession changes of organisations themselves: facts begin on its day, or end with the day before. Nothing is removed. */

/** The day of the event, and who says so. */
export interface SuccessionDay {
  /** First day of what begins, first day without what ends. */
  readonly on: string;
  readonly sourceId: string;
  readonly standing: Standing;
  readonly note: string;
}

export interface OrganisationKeys {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
  readonly to: string | null;
}

/**
 * An organisation begins, or goes on after it had ended. What is not known of a new one (where it is, its region) is taken from
 * the file that first describes it; of one that goes on, from its last record.
 */
export async function beginOrganisationRecord(
  transaction: RegisterTransaction,
  { organisationId, code, name, typeId, to }: OrganisationKeys,
  { on, sourceId, standing, note }: SuccessionDay,
): Promise<void> {
  await sql`
    insert into organisation (organisation_id, code) values (${organisationId}, ${code})
    on conflict (organisation_id) do nothing`.execute(transaction);
  await sql`
    insert into organisation_record
      (organisation_id, code, name, type_id, type_standing, status, address, town, postcode, phone, region_code,
       geography_code, valid, seen, source_id, standing, note)
    select ${organisationId}, ${code}, ${name}, ${typeId}, ${standing}, '', coalesce(last.address, ''), coalesce(last.town, ''),
           coalesce(last.postcode, ''), coalesce(last.phone, ''), coalesce(last.region_code, ''),
           coalesce(last.geography_code, ''), daterange(${on}::date, ${to}::date), array[${on}::date], ${sourceId}, ${standing}, ${note}
    from (values (1)) as one left join organisation_latest(${organisationId}) as last on true`.execute(transaction);
  await handOnRecords(transaction, { organisationIds: [organisationId] });
}

export async function endOrganisationRecord(
  transaction: RegisterTransaction,
  organisationId: string,
  { on, sourceId }: SuccessionDay,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update organisation_record
    set valid = daterange(lower(organisation_record.valid), ${on}::date), ended_source_id = ${sourceId}
    where organisation_record.organisation_id = ${organisationId} and organisation_record.valid @> ${on}::date`.execute(
    transaction,
  );
  expectRows('an organisation ends', 1, numAffectedRows);
  await handOnRecords(transaction, { organisationIds: [organisationId] });
}

/** The registered patients of what an organisation took over, added up: inferred, whoever counted the parts. */
export async function insertCarriedPatients(
  transaction: RegisterTransaction,
  figure: { readonly organisationId: string; readonly value: number; readonly measuredOn: string },
  { sourceId, note }: SuccessionDay,
): Promise<void> {
  await sql`
    insert into organisation_measure (organisation_id, measure, measured_on, value, source_id, standing, note)
    values (${figure.organisationId}, 'registered_patients', ${figure.measuredOn}, ${figure.value}, ${sourceId}, 'inferred', ${note})
    on conflict (organisation_id, measure, measured_on) do nothing`.execute(transaction);
}
