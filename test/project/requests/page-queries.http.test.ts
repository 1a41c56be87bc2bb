import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/compose.ts';
import { paths } from '../../../src/paths.ts';
import { addFrozenVersions, addGrants, addMessages, addPeople, addUploads } from '../../builders/add-rows.ts';
import { copyFootprints } from '../../builders/copy-footprints.ts';
import { QueryCounter } from '../../database/query-counter.ts';
import { startTestService, type TestService, testSecret } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';

/*
 * A page reads what many rows need with a few queries: as many with three times the rows as before. What the service keeps in memory
 * it keeps for the whole test, as nobody tells it of a change and no time passes: else the count would depend on how busy the machine is.
 */

const counter = new QueryCounter();
let service: TestService;
let app: FastifyInstance;

/** A footprint whose roadmap was sent back, so that further versions of it follow. */
const ofManyVersions = 'bristol-north-somerset-and-south-gloucestershire';

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
  ['persona-lead-changes', paths.roadmap(ofManyVersions)],
  ['persona-lead-changes', paths.agreement(ofManyVersions)],
  ['persona-programme-manager', paths.review(ofManyVersions)],
  ['persona-programme-manager', paths.messages()],
  ['persona-administrator', paths.people()],
  ['persona-administrator', paths.audit()],
];

const [assessed, round] = ['RL4', 'dmsa-2017'] as const;

/** Pages that people are on while they work, and how often each may ask the database: most of what a page costs is that it asks. */
const workingPages: readonly (readonly [who: string, address: string, most: number])[] = [
  ['persona-coordinator', paths.workspace(), 12],
  ['persona-contributor', paths.assessment(assessed, round), 9],
  ['persona-coordinator', paths.assessmentSection(assessed, round, 'strategic-alignment'), 10],
  ['persona-coordinator-signed', paths.organisationReport('R1E', round), 13],
  ['persona-editor-gloucestershire', paths.roadmap('gloucestershire'), 7],
];

let working: number[];
let before: number[];
let after: number[];

beforeAll(async () => {
  const now = new Date();
  service = await startTestService('demo', { clock: () => now });
  const context = { ...service.context, database: counter.watch(service.database) };
  app = await buildApp(context, testSecret, { revision: () => 1 });
  working = await countAll(workingPages);
  await addRows(3);
  before = await countAll(pages);
  await copyFootprints(service.owner, 2);
  await addRows(27);
  after = await countAll(pages);
}, 240_000);

afterAll(async () => {
  await app.close();
  await service.close();
});

/** Files of the programme manager, organisations for which two people act, people, messages, and versions of one roadmap. */
async function addRows(count: number): Promise<void> {
  await addUploads(service.owner, 'persona-programme-manager', count);
  await addGrants(service.owner, 'persona-ccg-executive', 'executive', 'ccg', count);
  await addGrants(service.owner, 'persona-executive', 'executive', 'acute-trust', count);
  await addPeople(service.owner, 'contributor', 'RL4', count * 20);
  await addMessages(service.owner, count);
  await addFrozenVersions(service.owner, ofManyVersions, count / 3);
}

/** Each page is read twice, and the second time counts: what is kept in memory is kept by then. */
async function countAll(asked: readonly (readonly [string, string, ...unknown[]])[]): Promise<number[]> {
  const counts: number[] = [];
  for (const [who, address] of asked) {
    const visitor = new Visitor(app);
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

test.each(workingPages.map((page, index) => [...page, index] as const))(
  '%s reads %s with at most %i queries',
  (_who, _address, most, index) => {
    expect(working[index]).toBeLessThanOrEqual(most);
  },
);
