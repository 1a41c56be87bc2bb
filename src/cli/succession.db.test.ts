import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';
import { findOrganisation, listMembers } from '../features/directory/index.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('demo');
});
afterAll(() => clone.close());

async function ldr(input: string, ...args: string[]) {
  const terminal = recordingTerminal({
    input,
    environment: { DATABASE_URL: clone.url, SESSION_SECRET: 'x'.repeat(40) },
  });
  const exitCode = await runLdr(['succession', ...args], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const two = [
  '--proposed-by',
  'persona-programme-manager@example.invalid',
  '--confirmed-by',
  'persona-administrator@example.invalid',
];

const common = 'effectiveOn: 2016-12-01\nreason: To try it\n';
const organisationMerge = `kind: organisation-merge\npredecessors: [06A, 11M]\nsuccessor: { code: X9X, name: Severn CCG }\n${common}`;
const move = `kind: boundary-change\nfrom: wolverhampton\nto: gloucestershire\norganisations: [RL4]\n${common}`;

const codesOf = async (areaId: string, asAt: string) =>
  (await listMembers(clone.database, areaId, asAt)).map(({ code }) => code);

it('says what an event would do, and what is wrong with a file', async () => {
  const plan = await ldr(move, 'plan', '-');
  expect(plan).toMatchObject({ exitCode: 0, complained: '' });
  expect(plan.printed).toContain('Together, each organisation once');
  expect(await ldr(move.replace('wolverhampton', 'nowhere'), 'plan', '-')).toMatchObject({ exitCode: 1 });
  const faulty = await ldr('kind: merge\n', 'plan', '-');
  expect(faulty.exitCode).toBe(2);
  expect(faulty.complained).toContain('Choose at least two footprints');
  expect((await ldr('', 'apply', '--help')).printed).toContain('--confirmed-by');
});

it('applies one only with two persons who may, and takes it back', async () => {
  const [, proposer = ''] = two;
  expect(
    (await ldr(organisationMerge, 'apply', '-', '--proposed-by', proposer, '--confirmed-by', proposer)).exitCode,
  ).toBe(2);
  const outsider = await ldr(organisationMerge, 'apply', '-', ...two.slice(0, 3), 'persona-lead@example.invalid');
  expect(outsider).toMatchObject({ exitCode: 2 });
  expect(outsider.complained).toContain('does not have the role');
  expect((await ldr(organisationMerge, 'apply', '-', ...two, '--dry-run')).printed).toContain('Nothing was changed');
  expect(await findOrganisation(clone.database, 'X9X', '2016-12-01')).toBeNull();

  const before = [
    await findOrganisation(clone.database, '06A', '2016-11-30'),
    await findOrganisation(clone.database, '11M', '2016-11-30'),
  ];
  const patients = before.reduce((total, one) => total + (one?.registeredPatients?.value ?? 0), 0);
  const applied = await ldr(organisationMerge, 'apply', '-', ...two);
  expect(applied).toMatchObject({ exitCode: 0, complained: '' });
  const events = await clone.database.selectFrom('succession_proposal').select('illustrative').execute();
  // The database is a demonstration, though nobody told the command so.
  expect(events).toEqual([{ illustrative: true }]);
  const successor = await findOrganisation(clone.database, 'X9X', '2016-12-01');
  expect(successor).toMatchObject({ name: 'Severn CCG', typeId: 'ccg', registeredPatients: { value: patients } });
  expect(await findOrganisation(clone.database, '06A', '2016-12-01')).toBeNull();
  expect(await codesOf('footprint:wol', '2016-12-01')).toContain('X9X');
  expect(await codesOf('footprint:wol', '2016-11-30')).toContain('06A');

  const [, eventId = ''] = /as event (\S+)\./.exec(applied.printed) ?? [];
  const undo = `kind: undo\neventId: ${eventId}\neffectiveOn: 2017-01-01\nreason: To go back\n`;
  expect(await ldr(undo, 'apply', '-', ...two)).toMatchObject({ exitCode: 0, complained: '' });
  expect(await codesOf('footprint:wol', '2017-01-01')).toContain('06A');
  expect(await codesOf('footprint:wol', '2017-01-01')).not.toContain('X9X');
  expect(await findOrganisation(clone.database, '06A', '2017-01-01')).toMatchObject({ town: before[0]?.town });
  expect(await ldr(undo, 'apply', '-', ...two)).toMatchObject({ exitCode: 1 });
});
