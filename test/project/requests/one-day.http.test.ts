import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { projectFolder } from '../../../src/project-folder.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { readPage } from '../../database/page-reader.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import type { Visitor } from '../../database/visitor.ts';

/* Twenty past midnight in London on the day that roadmaps were due; by the universal clock it is still the day before. */

let service: TestService;
let visitor: Visitor;
let lead: Visitor;

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => new Date('2016-06-29T23:20:00Z') });
  visitor = await signInAs(service, [{ role: 'programme-manager' }]);
  lead = await signInAs(service, [{ role: 'lead', scopeId: 'footprint:glos' }]);
});
afterAll(() => service.close());

test('a deadline of today is due today', async () => {
  expect((await lead.read(paths.roadmap('gloucestershire'))).text).toContain('(due today)');
});

test('the home page names the day on which it is read', async () => {
  const home = await visitor.read(paths.home());
  expect(home.text).toContain('as they stand today, 30 June 2016');
  expect(home.text).toMatch(/Roadmap 2016 is under way. .* until 23:59 on 30 June 2016, UK time \(due today\)/);
});

test("a file of today is not one of the future, and tomorrow's is", async () => {
  const send = (dated: string) =>
    visitor.upload(paths.newImport(), { dated, layout: 'ods-practices' }, { name: 'file.csv', content: '' });
  const wrongWith = async (dated: string) => readPage(await send(dated), 422).errors.map(({ message }) => message);
  const ofTheFuture = expect.stringContaining('Enter a day that is not in the future');
  expect(await wrongWith('2016-06-30')).not.toContainEqual(ofTheFuture);
  expect(await wrongWith('2016-07-01')).toContainEqual(ofTheFuture);
});

test('a merger of today does not lie ahead', async () => {
  const propose = async (day: string) => {
    const sent = await visitor.submit(paths.newSuccession({ kind: 'rename' }), {
      kind: 'rename',
      footprint: 'gloucestershire',
      name: 'Gloucestershire and the Cotswolds',
      'effective-on': day,
      reason: 'A new name',
    });
    return sent.statusCode === 303 ? (await visitor.get(String(sent.headers.location))).body : sent.body;
  };
  expect(await propose('2016-06-30')).toContain('Gloucestershire and the Cotswolds');
  expect(await propose('2016-06-30')).not.toContain('The day lies ahead');
  expect(await propose('2016-07-01')).toContain('The day lies ahead');
});

/** An instant cut to ten characters is the day in Greenwich, not the day on the page. */
const cutInstant = /toISOString\(\)\s*\.(slice|substring|split)\(/;

test('no other place makes a day of an instant', async () => {
  const names = (await readdir(projectFolder('src'), { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && name !== 'platform/days.ts',
  );
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(projectFolder('src', name), 'utf8')]),
  );
  const cutting = texts.filter(([, text = '']) => cutInstant.test(text)).map(([name]) => name);
  // Checks that a typed date exists, which has no instant in it.
  expect(cutting).toEqual(['platform/forms/typed-day.ts']);
});
