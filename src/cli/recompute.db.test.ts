import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase, testSecret } from '../../test/database/test-service.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('demo');
});
afterAll(() => clone.close());

async function recompute(...args: string[]) {
  const environment = { DATABASE_URL: clone.url, DATABASE_OWNER_URL: clone.ownerUrl, SESSION_SECRET: testSecret };
  const terminal = recordingTerminal({ environment });
  const exitCode = await runLdr(['recompute', ...args], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

it('finds every score of the illustrative nation the same', async () => {
  const { rows } = await sql<{ scores: number; assessments: number }>`
    select count(*) as scores, count(distinct assessment_id) as assessments from assessment_score`.execute(clone.owner);
  const [{ scores, assessments } = { scores: 0, assessments: 0 }] = rows;
  const count = (number: number) => number.toLocaleString('en-GB');
  expect(scores).toBeGreaterThan(3000);
  const outcomes = await sql<{ found: number; moderations: number }>`
    select sum(jsonb_array_length(outcome -> 'scores'))::integer as found, count(*)::integer as moderations
    from moderation_outcome`.execute(clone.owner);
  const [{ found, moderations } = { found: 0, moderations: 0 }] = outcomes.rows;
  expect(moderations).toBeGreaterThan(0);
  expect(await recompute()).toEqual({
    exitCode: 0,
    printed: `SAME: ${count(scores + found)} scores of ${count(assessments)} assessments and ${count(moderations)} finished moderations were worked out anew.`,
    complained: '',
  });
});

it('names a score that was changed, an answer that was, and a questionnaire that is there no more', async () => {
  const { rows } = await sql<{ id: string; assessment: string }>`
    select organisation_id as id, assessment_id as assessment from assessment
    where state = 'submitted' and round_id = 'dmsa-2015' order by organisation_id limit 3`.execute(clone.owner);
  const [one, two, three] = rows.map(({ id }) => id);
  const [first, second, third] = rows.map(({ assessment }) => assessment);
  const changed = sql`
    update assessment_score set score = score + 0.000001 where assessment_id = ${first} and level = 'overall'`;
  const other = sql`update assessment set instrument_version = '0' where assessment_id = ${second}`;
  const taken = sql`update answer set option_id = 'no-such' where assessment_id = ${third} and question_id = 'SA1'`;
  for (const statement of [changed, other, taken]) {
    expect((await statement.execute(clone.owner)).numAffectedRows).toBe(1n);
  }
  const { exitCode, printed } = await recompute('dmsa-2015');
  expect(exitCode).toBe(1);
  const lines = printed.split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\w+, dmsa-2015, overall: kept \d+\.\d+ \(\d+ of \d+ answered.*\), anew \d+(\.\d+)? \(/);
  expect(lines[0]).toContain(`${one}, `);
  expect(lines[1]).toBe(
    `${two}, dmsa-2015: could not be worked out, the pack has no version 0 of the questionnaire dmsa-2015`,
  );
  expect(lines[2]).toContain(`${three}, dmsa-2015: could not be worked out, Answers do not fit the instrument: SA1`);
  expect(lines[3]).toMatch(/^NOT THE SAME: /);
});

it('names what a moderation found that comes out otherwise', async () => {
  // As by a rule that has changed since: what was kept stays, and is told.
  await sql`set session_replication_role = replica`.execute(clone.owner);
  await sql`
    update moderation_outcome set outcome = jsonb_set(outcome, '{scores,0,score}', '1')`.execute(clone.owner);
  const { exitCode, printed } = await recompute();
  expect(exitCode).toBe(1);
  expect(printed).toMatch(/, moderation, \w+.*: kept 1 \(.*\), \d+ checked, anew /);
});

it('names the rounds there are where another is asked for', async () => {
  const { exitCode, complained } = await recompute('ldr-2016');
  expect([exitCode, complained]).toEqual([2, expect.stringContaining('There are: dmsa-2015')]);
});
