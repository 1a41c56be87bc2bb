import type pg from 'pg';

/** Invented people, each with this role in one of the trusts in turn. */
export async function addManyPeople(pool: pg.Pool, count: number, role: 'coordinator' | 'contributor'): Promise<void> {
  await pool.query(
    `insert into person (id, name, email, email_verified, job_title, is_persona)
     select 'reader-' || number, 'Reader', 'reader-' || number || '@example.invalid', true, '', false
     from generate_series(1, $1::integer) as number`,
    [count],
  );
  await pool.query(
    `with trust as (
       select organisation_id, row_number() over (order by organisation_id) - 1 as place, count(*) over () as count
       from (select distinct organisation_id from organisation_record
             where type_id = 'acute-trust' and valid @> '2016-06-30'::date) as each
     )
     insert into role_grant (person_id, role, scope_kind, scope_id)
     select 'reader-' || number, $2, 'organisation', trust.organisation_id
     from generate_series(1, $1::integer) as number join trust on trust.place = number % trust.count`,
    [count, role],
  );
}
