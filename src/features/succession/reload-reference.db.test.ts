import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { programmeFolder, projectFolder } from '../../project-folder.ts';
import type { ActingPerson } from '../identity/index.ts';
import { loadReference } from '../reference-facts/index.ts';
import { confirmSuccession } from './confirm-succession.ts';
import { proposeSuccession } from './propose-succession.ts';
import type { ProposedEvent } from './proposed-event.ts';

let service: TestService;
let folder: string;
const at = new Date('2016-11-01T12:00:00Z');

beforeAll(async () => {
  service = await startTestService('demo');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-reload-'));
  await cp(projectFolder('reference'), folder, { recursive: true });
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function person(personId: string): ActingPerson {
  return { personId, name: personId, role: 'Programme manager', onBehalfOf: 'Programme manager, national team', at };
}

async function apply(event: ProposedEvent): Promise<string> {
  const proposed = await proposeSuccession(service.context, event, person('persona-programme-manager'));
  if (proposed.kind !== 'ok') {
    throw new Error(`Not sound: ${JSON.stringify(proposed.plan.check.blockers)}`);
  }
  const { proposalId, plan } = proposed;
  const command = { proposalId, digest: plan.digest };
  const confirmed = await confirmSuccession(service.context, command, person('persona-administrator'));
  if (confirmed.kind !== 'ok') {
    throw new Error(`Not confirmed: ${JSON.stringify(confirmed)}`);
  }
  return confirmed.eventId;
}

/** Loads the facts with another town for one organisation, so that they differ from what is loaded. */
async function reload(town: string): Promise<void> {
  const file = path.join(folder, 'organisations.csv');
  const text = await readFile(path.join(projectFolder('reference'), 'organisations.csv'), 'utf8');
  const changed = text.replace(/^06A,([^,\n]*),ccg,official,[^,]*,/m, `06A,$1,ccg,official,${town},`);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
  const { database, pack, register } = service.context;
  expect(
    await loadReference(database, [folder, path.join(programmeFolder, 'reference')], pack, at, register),
  ).toMatchObject({ kind: 'loaded' });
}

async function periodsOf(code: string): Promise<[valid: string, endedBy: string | null, town: string][]> {
  const { rows } = await sql<{ valid: string; endedBy: string | null; town: string }>`
    select valid::text as valid, ended_source_id as "endedBy", town from organisation_record
    where code = ${code} order by organisation_record.valid`.execute(service.database);
  return rows.map(({ valid, endedBy, town }) => [valid, endedBy, town]);
}

it('leaves ended what a merger has ended, corrects it all the same, and lets go on what was given back', async () => {
  const [shipped] = await periodsOf('06A');
  const start = shipped?.[0].slice(1, 11);
  const later = (await periodsOf('06A')).slice(1);
  const eventId = await apply({
    kind: 'organisation-merge',
    predecessors: ['06A', '11M'],
    successor: { code: 'X9X', name: 'Severn CCG' },
    effectiveOn: '2016-12-01',
    reason: 'To try it',
  });
  const ended = [`[${start},2016-12-01)`, 'succession-illustrative'];
  expect(await periodsOf('06A')).toEqual([[...ended, shipped?.[2]], ...later]);

  await reload('Oxley');
  expect(await periodsOf('06A')).toEqual([[...ended, 'Oxley'], ...later]);
  // This one has become something else by 2022, which the event leaves as it is.
  expect((await periodsOf('11M')).map(([valid, endedBy]) => [valid, endedBy])).toEqual([
    ['[2013-04-01,2016-12-01)', 'succession-illustrative'],
    ['[2022-07-01,)', null],
  ]);
  expect((await periodsOf('X9X')).map(([valid]) => valid)).toEqual(['[2016-12-01,)']);

  await apply({ kind: 'undo', eventId, effectiveOn: '2017-04-01', reason: 'It did not work' });
  const daysOf = async () => {
    const each = await Promise.all(['06A', '11M', 'X9X'].map(periodsOf));
    return each.map((periods) => periods.map(([valid, endedBy]) => [valid, endedBy]));
  };
  const back = await daysOf();
  expect(back).toEqual([
    [ended, ['[2017-04-01,2021-04-01)', null]],
    [
      ['[2013-04-01,2016-12-01)', 'succession-illustrative'],
      ['[2017-04-01,2022-07-01)', null],
      ['[2022-07-01,)', null],
    ],
    [['[2016-12-01,2017-04-01)', 'succession-illustrative']],
  ]);
  await reload('Tettenhall');
  expect(await daysOf()).toEqual(back);
});
