import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/** Files that were sent to be brought into the directory and put aside, as a list of them shows them. */
export async function addUploads(owner: Database, by: string, count: number): Promise<void> {
  await sql`
    insert into import_upload (import_upload_id, file_name, layout, dated_on, byte_count, state, uploaded_by, uploaded_at,
                               queued_at, decided_by, decided_at)
    select gen_random_uuid(), 'file-' || number || '.csv', 'eccg', '2016-06-30', 1, 'withdrawn', ${by}, now(), now(), ${by}, now()
    from generate_series(1, ${count}) as number`.execute(owner);
}

/** A role at organisations of a type, the first by code that the person does not have it at. */
export async function addGrants(
  owner: Database,
  person: string,
  role: string,
  typeId: string,
  count: number,
): Promise<void> {
  await sql`
    insert into role_grant (person_id, role, scope_kind, scope_id)
    select ${person}, ${role}, 'organisation', organisation.organisation_id from organisation_record as organisation
    where organisation.type_id = ${typeId} and organisation.valid @> date '2016-06-30' and not exists (
      select from role_grant where role_grant.person_id = ${person} and role_grant.scope_id = organisation.organisation_id)
    order by organisation.code limit ${count}`.execute(owner);
}
