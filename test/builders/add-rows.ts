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

/** People with a role at one and the same organisation. */
export async function addPeople(owner: Database, role: string, code: string, count: number): Promise<void> {
  await sql`
    with added as (
      insert into person (id, name, email)
      select 'added-' || key, 'Person ' || key, key || '@example.invalid'
      from (select gen_random_uuid() as key from generate_series(1, ${count})) as added
      returning id
    )
    insert into role_grant (person_id, role, scope_kind, scope_id)
    select added.id, ${role}, 'organisation', organisation.organisation_id
    from added, organisation_record as organisation
    where organisation.code = ${code} and organisation.valid @> date '2016-06-30'`.execute(owner);
}

/** Messages that wait for an answer. */
export async function addMessages(owner: Database, count: number): Promise<void> {
  await sql`
    insert into contact_message (message_id, sender_name, sender_email, topic, message, received_at, mail_state)
    select gen_random_uuid(), 'Sender ' || number, 'sender@example.invalid', 'data', 'A question', now(), 'stored'
    from generate_series(1, ${count}) as number`.execute(owner);
}

/**
 * Further versions of the roadmap that a footprint has now, one after another: each frozen, decided on and reviewed as the last one is,
 * with a document of its own, so that whatever was decided about the others stands no longer.
 */
export async function addFrozenVersions(owner: Database, slug: string, count: number): Promise<void> {
  for (let added = 0; added < count; added += 1) {
    await owner.transaction().execute(async (trx) => {
      await sql`create temporary table following on commit drop as
        select version.version_id as before_id, gen_random_uuid() as version_id,
               encode(sha256(gen_random_uuid()::text::bytea), 'hex') as digest
        from roadmap_version as version join roadmap on roadmap.roadmap_id = version.roadmap_id
        join area_record on area_record.area_id = roadmap.footprint_id
        where area_record.slug = ${slug} order by version.number desc limit 1`.execute(trx);
      const rows = [
        [
          'roadmap_version',
          sql`'based_on', original.version_id, 'number', original.number + 1, 'digest', following.digest`,
        ],
        ['document_member', sql`'digest', following.digest`],
        ['endorsement', sql`'endorsement_id', gen_random_uuid(), 'digest', following.digest`],
        ['review', sql`'review_id', gen_random_uuid()`],
      ] as const;
      for (const [table, own] of rows) {
        await sql`insert into ${sql.table(table)}
          select (jsonb_populate_record(original, jsonb_build_object('version_id', following.version_id, ${own}))).*
          from ${sql.table(table)} as original join following on following.before_id = original.version_id`.execute(
          trx,
        );
      }
    });
  }
}
