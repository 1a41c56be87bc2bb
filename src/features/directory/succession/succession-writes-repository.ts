import { sql } from 'kysely';
import { expectRows } from '../../../platform/database/statements/affected-rows.ts';
import type { MembershipRole, Standing } from '../directory.ts';
import { type RegisterTransaction, tellOfRecords } from '../register/register-lock-repository.ts';

/* What an event of succession changes in the directory: facts begin on its day, or end with the day before. Nothing is removed. */

/** The day of the event, and who says so. */
export interface SuccessionDay {
  /** First day of what begins, first day without what ends. */
  readonly on: string;
  readonly sourceId: string;
  readonly standing: Standing;
  readonly note: string;
}

export interface AreaKeys {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

/** A footprint begins to be called so: a new one, one that had ended, or one that gets another name. */
export async function beginFootprintRecord(
  transaction: RegisterTransaction,
  area: AreaKeys,
  day: SuccessionDay,
): Promise<void> {
  const { areaId, code, name, slug } = area;
  await sql`insert into area (area_id) values (${areaId}) on conflict (area_id) do nothing`.execute(transaction);
  await sql`
    insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing, note)
    values (${areaId}, 'footprint', ${code}, ${name}, ${slug}, daterange(${day.on}::date, null), ${day.sourceId}, ${day.standing}, ${day.note})`.execute(
    transaction,
  );
  await tellOfRecords(transaction, { areaIds: [areaId] });
}

export async function endFootprintRecord(
  transaction: RegisterTransaction,
  areaId: string,
  { on, sourceId }: SuccessionDay,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update area_record set valid = daterange(lower(area_record.valid), ${on}::date), ended_source_id = ${sourceId}
    where area_record.area_id = ${areaId} and area_record.valid @> ${on}::date`.execute(transaction);
  expectRows('a footprint ends', 1, numAffectedRows);
  await tellOfRecords(transaction, { areaIds: [areaId] });
}

export interface PlaceInFootprint {
  readonly areaId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  /** First day after, where an end lies ahead; null for none. */
  readonly to: string | null;
}

export async function beginMembership(
  transaction: RegisterTransaction,
  { areaId, organisationId, role, to }: PlaceInFootprint,
  { on, sourceId, standing, note }: SuccessionDay,
): Promise<void> {
  await sql`
    insert into membership (area_id, organisation_id, role, valid, source_id, standing, note)
    values (${areaId}, ${organisationId}, ${role}, daterange(${on}::date, ${to}::date), ${sourceId}, ${standing}, ${note})`.execute(
    transaction,
  );
}

export async function endMembership(
  transaction: RegisterTransaction,
  { areaId, organisationId, role }: PlaceInFootprint,
  { on, sourceId }: SuccessionDay,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update membership set valid = daterange(lower(membership.valid), ${on}::date), ended_source_id = ${sourceId}
    where membership.area_id = ${areaId} and membership.organisation_id = ${organisationId} and membership.role = ${role}
      and membership.valid @> ${on}::date`.execute(transaction);
  expectRows('a membership ends', 1, numAffectedRows);
}

export interface AreaInArea {
  readonly childAreaId: string;
  readonly parentAreaId: string;
  readonly relation: 'within' | 'spans';
  readonly to: string | null;
}

export async function beginAreaLink(
  transaction: RegisterTransaction,
  { childAreaId, parentAreaId, relation, to }: AreaInArea,
  { on, sourceId, standing, note }: SuccessionDay,
): Promise<void> {
  await sql`
    insert into area_link (child_area_id, parent_area_id, relation, valid, source_id, standing, note)
    values (${childAreaId}, ${parentAreaId}, ${relation}, daterange(${on}::date, ${to}::date), ${sourceId}, ${standing}, ${note})`.execute(
    transaction,
  );
}

export async function endAreaLink(
  transaction: RegisterTransaction,
  { childAreaId, parentAreaId }: AreaInArea,
  { on, sourceId }: SuccessionDay,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update area_link set valid = daterange(lower(area_link.valid), ${on}::date), ended_source_id = ${sourceId}
    where area_link.child_area_id = ${childAreaId} and area_link.parent_area_id = ${parentAreaId}
      and area_link.valid @> ${on}::date`.execute(transaction);
  expectRows('a link of areas ends', 1, numAffectedRows);
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
  await tellOfRecords(transaction, { organisationIds: [organisationId] });
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
  await tellOfRecords(transaction, { organisationIds: [organisationId] });
}

/** Puts an organisation into a region or STP from the day on. */
export async function beginOrganisationPlace(
  transaction: RegisterTransaction,
  { organisationId, areaId }: { readonly organisationId: string; readonly areaId: string },
  { on, sourceId, standing, note }: SuccessionDay,
): Promise<void> {
  await sql`
    insert into organisation_area (organisation_id, area_id, valid, source_id, standing, note)
    values (${organisationId}, ${areaId}, daterange(${on}::date, null), ${sourceId}, ${standing}, ${note})`.execute(
    transaction,
  );
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
