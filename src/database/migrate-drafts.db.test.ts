import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { earlierDatabase } from '../../test/database/earlier-database.ts';
import type { TestDatabase } from '../../test/database/test-service.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { projectFolder } from '../project-folder.ts';

/* What a draft said in a database of 0.2.0, in its history and in the tables of the latest, is in the history afterwards. */

const versionId = '00000000-0000-7000-8000-000000000001';
const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;

const deployment = (last: number, title: string) => ({
  id: id(last),
  groupId: 'medicines',
  title,
  organisationIds: ['T1', 'C1'],
  yearId: '2017-18',
  status: 'planned',
  owner: '',
  supplier: '',
  costPounds: 2400000,
  fundingSource: '',
  fundingState: 'bid',
  supports: ['I', 'A'],
});

const trajectory = [
  { groupId: 'records', targets: [{ yearId: '2017-18', target: 62.5, fallReason: '' }], rationale: 'Why' },
  { groupId: 'medicines', targets: [], rationale: '' },
];

const plan = {
  capabilityId: 'A',
  baseline: 'Half',
  ambitions: [
    { yearId: '2017-18', text: 'All' },
    { yearId: '2016-17', text: 'Most' },
  ],
  solution: null,
  localSolution: '',
  activities: [],
  evidence: '',
};

const saves: readonly [subject: string, revision: number, content: unknown][] = [
  ['part:vision', 1, { partId: 'vision', body: 'One', localHeading: '' }],
  ['part:vision', 2, { partId: 'vision', body: 'Two', localHeading: '' }],
  ['part:readiness', 1, { partId: 'readiness', body: 'As it was saved', localHeading: '' }],
  ['trajectory', 1, trajectory],
  ['universal-plan:A', 1, plan],
  [`deployment:${id(2)}`, 1, deployment(2, 'Prescribing')],
  [`deployment:${id(3)}`, 1, deployment(3, 'Removed by its editor')],
  [`deployment:${id(3)}`, 2, null],
  [`deployment:${id(4)}`, 1, deployment(4, 'Taken out by hand')],
];

let store: TestDatabase;

beforeAll(async () => {
  store = await earlierDatabase();
  const { database } = store;
  await sql
    .raw(`
      insert into area (area_id) values ('footprint:f');
      insert into roadmap (roadmap_id, footprint_id, round_id, created_at) values ('${id(0)}', 'footprint:f', 'round', '2016-07-01Z');
      insert into roadmap_version (version_id, roadmap_id, number, state, illustrative, created_at)
        values ('${versionId}', '${id(0)}', 1, 'draft', false, '2016-07-01Z');
      insert into roadmap_part values
        ('${versionId}', 'vision', 'Two', ''), ('${versionId}', 'readiness', 'As it was put right by hand', ''),
        ('${versionId}', 'baseline', 'Never in the history', '');
      insert into trajectory_target values ('${versionId}', 'records', '2017-18', 62.5, '');
      insert into trajectory_rationale values ('${versionId}', 'medicines', ''), ('${versionId}', 'records', 'Why');
      insert into universal_plan (version_id, capability_id, baseline, ambitions)
        values ('${versionId}', 'A', 'Half', '{"2016-17": "Most", "2017-18": "All"}');
      insert into deployment (version_id, deployment_id, group_id, title, organisation_ids, year_id, status, cost_pounds, funding_state, supports)
        values ('${versionId}', '${id(2)}', 'medicines', 'Prescribing', '{C1,T1}', '2017-18', 'planned', 2400000, 'bid', '{A,I}')`)
    .execute(database);
  for (const [subject, revision, content] of saves) {
    await sql`insert into roadmap_history (version_id, subject, revision, content, saved_at)
      values (${versionId}, ${subject}, ${revision}, ${JSON.stringify(content)}, '2016-07-01Z')`.execute(database);
  }
  await migrateToLatest(database, projectFolder('migrations'));
});
afterAll(() => store.close());

it('keeps every save, and makes one of what only the tables said', async () => {
  const { rows } = await sql<{ subject: string; revision: number; content: unknown; shape_version: number }>`
    select subject, revision, content, shape_version from roadmap_history order by subject, revision`.execute(
    store.database,
  );
  const added: typeof saves = [
    ['part:baseline', 1, { partId: 'baseline', body: 'Never in the history', localHeading: '' }],
    ['part:readiness', 2, { partId: 'readiness', body: 'As it was put right by hand', localHeading: '' }],
    [`deployment:${id(4)}`, 2, null],
  ];
  const expected = [...saves, ...added]
    .map(([subject, revision, content]) => ({ subject, revision, content, shape_version: 1 }))
    .toSorted((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.revision - b.revision));
  expect(rows).toEqual(expected);
});
