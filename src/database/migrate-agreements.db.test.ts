import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earlierDatabase } from '../../test/database/earlier-database.ts';
import type { TestDatabase } from '../../test/database/test-service.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { projectFolder } from '../project-folder.ts';

/* What a database of 0.2.0 holds of agreements, and what becomes of it. Organisations, people and words are made up. */

const versionId = '00000000-0000-7000-8000-000000000001';

let store: TestDatabase;

beforeAll(async () => {
  store = await earlierDatabase();
  await sql.raw(held).execute(store.database);
  await migrateToLatest(store.database, projectFolder('migrations'));
});
afterAll(() => store.close());

const documentOf = (...codes: string[]) => JSON.stringify({ members: codes.map((code) => ({ code, role: 'core' })) });

// The codes T1, D1 and N1 were given to another organisation later; nobody ever had the code GONE.
const held = `
  insert into person (id, name, email) values
    ('one', 'One', 'one@example.nhs.uk'), ('other', 'Other', 'other@example.nhs.uk');
  insert into source (source_id, title, publisher, licence) values ('s', 'A list', 'Nobody', 'None');
  insert into area (area_id) values ('footprint:f');
  insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing)
    values ('footprint:f', 'footprint', 'f', 'Northvale', 'northvale', '[2016-06-30,)', 's', 'stated');
  insert into organisation (organisation_id, code) values
    ('C1', 'C1'), ('T1', 'T1'), ('T1-later', 'T1'), ('D1', 'D1'), ('D1-later', 'D1'), ('N1', 'N1'), ('N1-later', 'N1'), ('S1', 'S1');
  insert into organisation_record (organisation_id, code, name, type_id, type_standing, valid, seen, source_id, standing)
    select organisation_id, code, organisation_id, 'acute-trust', 'stated',
      case when organisation_id like '%-later' then daterange('2018-01-01', null) else daterange('2010-01-01', '2017-01-01') end,
      array[date '2016-06-30'], 's', 'stated' from organisation;
  insert into membership (area_id, organisation_id, role, valid, source_id, standing) values
    ('footprint:f', 'C1', 'lead', '[2016-06-30,)', 's', 'stated'), ('footprint:f', 'T1', 'core', '[2016-06-30,2016-09-01)', 's', 'stated');
  insert into roadmap (roadmap_id, footprint_id, round_id, created_at)
    values ('00000000-0000-7000-8000-000000000000', 'footprint:f', 'round', '2016-07-01Z');
  insert into roadmap_version (version_id, roadmap_id, number, state, illustrative, created_at, frozen_at, document, digest)
    values ('${versionId}', '00000000-0000-7000-8000-000000000000', 1, 'endorsement', false, '2016-07-01Z', '2016-08-02Z',
      '${documentOf('C1', 'T1', 'T1', 'D1', 'N1', 'GONE')}', 'second');
  insert into withdrawn_document (version_id, digest, document, frozen_at, withdrawn_at, reason)
    values ('${versionId}', 'first', '${documentOf('C1', 'D1')}', '2016-08-01Z', '2016-08-02Z', 'A wrong figure');
  insert into endorsement
    (endorsement_id, version_id, organisation_id, person_name, person_role, decision, digest, decided_at, illustrative)
    select gen_random_uuid(), '${versionId}', organisation_id, 'Sam', 'Chief executive', 'endorse', digest, '2016-08-03Z', false
    from (values ('C1', 'first'), ('C1', 'second'), ('D1', 'second'), ('S1', 'second')) as decided (organisation_id, digest);

  insert into succession_proposal
    (succession_proposal_id, event, plan, digest, touches, state, illustrative, proposed_by, proposed_at, settled_at, reason)
    select id::uuid, event::jsonb, '{}', 'd', '{}', state, false, by, at::timestamptz,
      case when state = 'proposed' then null else now() end, case when state = 'proposed' then '' else 'No' end
    from (values
      ('00000000-0000-0000-0000-000000000001', '{"kind": "closure", "footprint": "f"}', 'withdrawn', 'one', '2016-08-01Z'),
      ('00000000-0000-0000-0000-000000000002', '{"kind": "closure", "footprint": "f"}', 'proposed', 'one', '2016-08-02Z'),
      ('00000000-0000-0000-0000-000000000003', '{"footprint": "f", "kind": "closure"}', 'proposed', 'one', '2016-08-03Z'),
      ('00000000-0000-0000-0000-000000000004', '{"kind": "closure", "footprint": "f"}', 'proposed', 'one', '2016-08-03Z'),
      ('00000000-0000-0000-0000-000000000005', '{"kind": "closure", "footprint": "f"}', 'proposed', 'other', '2016-08-04Z'),
      ('00000000-0000-0000-0000-000000000006', '{"kind": "closure", "footprint": "g"}', 'proposed', 'one', '2016-08-05Z')
    ) as proposal (id, event, state, by, at);

  insert into import_upload
    (import_upload_id, file_name, layout, dated_on, byte_count, content, state, finding, differences, uploaded_by, uploaded_at, decided_at)
    select id::uuid, 'f.csv', layout, day::date, 1, content::bytea, case when content is null then 'imported' else 'waiting' end, '{}', '',
      by, at::timestamptz, case when content is null then now() end
    from (values
      ('00000000-0000-0000-0000-000000000001', 'ord', '2016-08-01', null, 'one', '2016-08-01Z'),
      ('00000000-0000-0000-0000-000000000002', 'ord', '2016-08-01', 'a', 'one', '2016-08-02Z'),
      ('00000000-0000-0000-0000-000000000003', 'ord', '2016-08-01', 'a', 'one', '2016-08-02Z'),
      ('00000000-0000-0000-0000-000000000004', 'ord', '2016-08-01', 'a', 'one', '2016-08-03Z'),
      ('00000000-0000-0000-0000-000000000005', 'ord', '2016-08-01', 'a', 'other', '2016-08-04Z'),
      ('00000000-0000-0000-0000-000000000006', 'fhir', '2016-08-01', 'a', 'one', '2016-08-05Z'),
      ('00000000-0000-0000-0000-000000000007', 'ord', '2016-08-02', 'a', 'one', '2016-08-06Z'),
      ('00000000-0000-0000-0000-000000000008', 'ord', '2016-08-01', 'b', 'one', '2016-08-07Z')
    ) as upload (id, layout, day, content, by, at);`;

async function rowsOf(query: string): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`select ${sql.raw(query)}`.execute(store.database);
  return rows.map(({ row }) => row);
}

describe('documents that were frozen before it was kept whom they name', () => {
  it('name those who were members, who decided, or who had the code last; in what was withdrawn too', async () => {
    const named = `concat_ws(' ', digest, code, organisation_id) as row from document_member where version_id = '${versionId}' order by 1`;
    expect(await rowsOf(named)).toEqual([
      'first C1 C1',
      // Nobody of that code decided on this document or was a member.
      'first D1 D1-later',
      'second C1 C1',
      'second D1 D1',
      'second N1 N1-later',
      'second T1 T1',
    ]);
  });

  it('keep every decision, also of somebody they do not name, who can decide no more', async () => {
    const decided = "concat_ws(' ', digest, organisation_id) as row from endorsement order by 1";
    expect(await rowsOf(decided)).toEqual(['first C1', 'second C1', 'second D1', 'second S1']);
    const decide = (organisationId: string) =>
      sql`insert into endorsement
        (endorsement_id, version_id, organisation_id, person_name, person_role, decision, digest, decided_at, illustrative)
        values (gen_random_uuid(), ${versionId}, ${organisationId}, 'Sam', 'Chief executive', 'endorse', 'second', now(), false)`.execute(
        store.database,
      );
    await expect(decide('S1')).rejects.toThrow(/endorsement_by_a_named_member/);
    await expect(decide('T1-later')).rejects.toThrow(/endorsement_by_a_named_member/);
    await decide('T1');
  });

  it('cannot be made to name anybody else', async () => {
    await expect(sql`delete from document_member`.execute(store.database)).rejects.toThrow();
  });
});

describe('what was sent twice before it was kept once', () => {
  const last = (id: string) => Number(id.slice(-2));

  it('leaves the first of the proposals that one person made of one event', async () => {
    const waiting = "succession_proposal_id as row from succession_proposal where state = 'proposed' order by 1";
    expect((await rowsOf(waiting)).map(last)).toEqual([2, 5, 6]);
    const withdrawn =
      "reason as row from succession_proposal where state = 'withdrawn' order by succession_proposal_id";
    const twice = 'Proposed twice: the same proposal was there already';
    expect(await rowsOf(withdrawn)).toEqual(['No', twice, twice]);
  });

  it('leaves the first of the files that wait with the same bytes, layout and day of one person', async () => {
    const waiting = "import_upload_id as row from import_upload where state = 'waiting' order by 1";
    expect((await rowsOf(waiting)).map(last)).toEqual([2, 5, 6, 7, 8]);
    const settled = `concat_ws(' ', right(import_upload_id::text, 1), state, content is null, decided_at is not null) as row
      from import_upload where state <> 'waiting' order by 1`;
    expect(await rowsOf(settled)).toEqual(['1 imported t t', '3 withdrawn t t', '4 withdrawn t t']);
  });
});
