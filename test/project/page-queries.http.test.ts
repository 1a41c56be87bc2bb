import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../../src/paths.ts';
import { addGrants, addUploads } from '../builders/add-rows.ts';
import { copyFootprints } from '../builders/copy-footprints.ts';
import { QueryCounter } from '../database/query-counter.ts';
import { cloneDatabase, startTestService, type TestDatabase, type TestService } from '../database/test-service.ts';
import { Visitor } from '../database/visitor.ts';

/* A page reads what many rows need with a few queries: as many with three times the rows as before. */

const counter = new QueryCounter();
let clone: TestDatabase;
let service: TestService;

/** The pages with lists on them, and who reads them: signed in, so that nothing is answered from memory. */
const pages: readonly (readonly [who: string, address: string])[] = [
  ['persona-analyst', paths.home()],
  ['persona-analyst', paths.footprints()],
  ['persona-analyst', `${paths.footprints({ map: 'boundaries' })}`],
  ['persona-analyst', paths.footprint('doncaster')],
  ['persona-analyst', paths.publishedRoadmap('doncaster')],
  ['persona-analyst', paths.compareFootprints('doncaster', 'rotherham')],
  ['persona-analyst', paths.organisation('RP5')],
  ['persona-analyst', paths.organisations()],
  ['persona-analyst', paths.area('region', 'Y54')],
  ['persona-analyst', paths.search('doncaster')],
  ['persona-analyst', paths.insights()],
  ['persona-analyst', paths.exemplars()],
  ['persona-analyst', paths.data()],
  ['persona-analyst', paths.status()],
  ['persona-programme-manager', paths.workspace()],
  ['persona-executive', paths.workspace()],
  ['persona-ccg-executive', paths.workspace()],
  ['persona-lead', paths.workspace()],
  ['persona-reviewer', paths.workspace()],
  ['persona-programme-manager', paths.coverage()],
  ['persona-programme-manager', paths.planCoverage()],
  ['persona-programme-manager', paths.reviews()],
  ['persona-reviewer-london', paths.reviews()],
  ['persona-programme-manager', paths.formations()],
  ['persona-programme-manager', paths.successions()],
  ['persona-programme-manager', paths.imports()],
];

let before: number[];
let after: number[];

beforeAll(async () => {
  clone = await cloneDatabase('demo');
  service = await startTestService('demo', { database: counter.watch(clone.database) });
  await addRows(3);
  before = await countAll();
  await copyFootprints(clone.owner, 2);
  await addRows(27);
  after = await countAll();
}, 240_000);

afterAll(async () => {
  await service.close();
  await clone.close();
});

/** Files of the programme manager, and organisations for which two people act. */
async function addRows(count: number): Promise<void> {
  await addUploads(clone.owner, 'persona-programme-manager', count);
  await addGrants(clone.owner, 'persona-ccg-executive', 'executive', 'ccg', count);
  await addGrants(clone.owner, 'persona-executive', 'executive', 'acute-trust', count);
}

/** Each page is read twice, and the second time counts: what is remembered for all is remembered by then. */
async function countAll(): Promise<number[]> {
  const counts: number[] = [];
  for (const [who, address] of pages) {
    const visitor = new Visitor(service.app);
    await visitor.become(who);
    const read = async () => expect([address, (await visitor.get(address)).statusCode]).toEqual([address, 200]);
    await read();
    counts.push(await counter.during(read));
  }
  return counts;
}

describe('the number of queries does not grow with the rows of a page', () => {
  test.each(pages.map((page, index) => [...page, index] as const))('%s reads %s', (_who, _address, index) => {
    expect(before[index]).toBeGreaterThan(0);
    expect(after[index]).toBe(before[index]);
  });
});
