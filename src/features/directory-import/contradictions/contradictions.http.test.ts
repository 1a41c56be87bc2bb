import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { practiceLine } from '../../../../test/builders/practice-line.ts';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../../test/database/nowhere.ts';
import { postedForms } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { runLdr } from '../../../cli/run-ldr.ts';
import { recordingTerminal } from '../../../cli/testing/recording-terminal.ts';
import { paths } from '../../../paths.ts';

/* A made-up merger of practices, files of the registry that know nothing of it, and what a programme manager decides. */

let service: TestService;
let manager: Visitor;
let folder: string;

const names: Readonly<Record<string, string>> = {
  Z99901: 'ILLUSTRATION SURGERY',
  Z99902: 'VALE SURGERY',
  Z99903: 'MOOR SURGERY',
  Z99904: 'FELL SURGERY',
  Z99909: 'HEIR SURGERY',
};
const merged = ['Z99901', 'Z99902', 'Z99903'];
const other = 'Z99904';
const lines = (codes: readonly string[], closedOn = '') =>
  codes.map((code) => practiceLine({ code, name: names[code] ?? '', closedOn })).join('');

function ldrTerminal() {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  return recordingTerminal({ environment, folder });
}

async function importOds(layout: string, dated: string, text: string, more: readonly string[] = []): Promise<string> {
  const terminal = ldrTerminal();
  await writeFile(path.join(folder, 'file.csv'), text);
  const options = ['file.csv', '--layout', layout, '--dated', dated, ...more];
  expect([await runLdr(['import', 'ods', ...options], terminal), terminal.complained()]).toEqual([0, '']);
  return terminal.printed();
}

beforeAll(async () => {
  service = await startTestService('facts');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-contradictions-'));
  await importOds('ods-practices', '2016-02-29', lines([...merged, 'Z99909']));
  const successors = merged.map((code) => `${code},Z99909,2016-04-01\n`).join('');
  await importOds('successors', '2016-04-29', `old_code,new_code,date\n${successors}`);
  await importOds('ods-practices', '2016-04-30', lines(merged, '20160331'));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const patience = { timeout: 30_000, interval: 100 };

async function settled(address: string): Promise<string> {
  return await vi.waitFor(async () => {
    const { text } = await manager.read(address);
    expect(text).not.toContain('See how far it has come');
    return text;
  }, patience);
}

const list = () => manager.read(paths.contradictions());

const waitingCount = async () => Number(/To be decided: (\d+)/.exec((await list()).text)?.[1] ?? '0');

/** The first of the name: what waits stands before what was decided. */
async function addressOf(name: string): Promise<string> {
  const { links, places } = await list();
  return places[links.indexOf(name)] ?? `no link “${name}”`;
}

const decide = async (by: Visitor, address: string, decision: string, reason: string, seen = '0') => {
  const fields = postedForms((await by.get(address)).body).flatMap((form) => form.fields);
  const shown = fields.find(({ name }) => name === 'shown')?.value ?? '';
  return by.submit(paths.newImport(), { seen, shown, decision, reason }, address);
};

const isOpen = async (code: string) =>
  (
    await sql<{ isOpen: boolean }>`
      select exists (select from organisation_record where code = ${code} and valid @> date '2016-06-15') as "isOpen"`.execute(
      service.database,
    )
  ).rows[0]?.isOpen;

describe('what files say against the directory', () => {
  it('is listed once it is brought in, whichever way it came, and changes nothing', async () => {
    const sent = await manager.upload(
      paths.newImport(),
      { dated: '2016-05-31', layout: 'ods-practices' },
      { name: 'epraccur.csv', content: lines(merged) },
    );
    const upload = String(sent.headers.location);
    expect(await settled(upload)).toContain('Contradicts what is known, which was kept: 3');
    expect((await list()).text).toContain('Nothing waits for a decision');
    await manager.submit(upload, { decision: 'confirm' }, `${upload}/decide`);
    await settled(upload);
    expect((await list()).table('To be decided: 3').map(([who, known, said]) => [who, known, said])).toContainEqual([
      'Z99901 Illustration Surgery',
      'ended on 2016-03-31; Z99909 in its place from 2016-04-01',
      'open',
    ]);
    const printed = await importOds('successors', '2016-06-01', 'old_code,new_code,date\nZ99902,Z99908,2016-04-01\n');
    expect(printed).toContain('4 contradictions wait for a decision');
    expect(await importOds('ods-practices', '2016-06-02', lines(merged))).toContain('4 contradictions wait');
    expect((await manager.read(paths.imports())).text).toContain('4 wait for a decision');
    expect((await manager.read(paths.programmeSetUp())).text).toContain('4 contradictions wait for a decision');
    const waiting = (await manager.read(paths.workspace())).section('Waiting for you');
    expect(waiting.links).toContain('Decide on 4 contradictions');
    expect(await Promise.all(merged.map(isOpen))).toEqual([false, false, false]);
  });

  it('has a page with both statements, and comes back with what was typed when something is missing', async () => {
    const address = await addressOf('Z99901 Illustration Surgery');
    const page = await manager.read(address);
    expect(page.section('Known').text).toContain('Successor');
    expect(page.section('In the file').text).toContain('file epraccur.csv, row 1');
    const refused = await manager.submit(address, { seen: '0', decision: 'take', reason: '' });
    expect(readPage(refused, 422).section('There is a problem').text).toContain('Enter the reason');
    expect(refused.body).toMatch(/value="take"[^>]*checked|checked[^>]*value="take"/);
  });

  it('is taken in by a decision, once, and the pages and later files agree', async () => {
    const address = await addressOf('Z99901 Illustration Surgery');
    const organisation = `${paths.organisation('Z99901')}?as-at=2016-06-15`;
    const search = paths.organisations({ q: 'Illustration', 'as-at': '2016-06-15' });
    expect((await manager.read(organisation)).text).toContain('did not exist on 15 June 2016');
    expect((await manager.read(search)).links).not.toContain('Illustration Surgery');
    const take = () => decide(manager, address, 'take', 'The practice says it never closed');
    expect((await take()).statusCode).toBe(303);
    expect((await take()).statusCode).toBe(303);
    expect(await isOpen('Z99901')).toBe(true);
    expect((await manager.read(organisation)).text).not.toContain('did not exist');
    expect((await manager.read(search)).links).toContain('Illustration Surgery');
    expect((await manager.read(organisation)).text).toContain(
      'Heir Surgery (from 1 April 2016, as recorded; a later file found it open all the same, and that was taken)',
    );
    expect((await manager.read(`${paths.organisation('Z99909')}?as-at=2016-06-15`)).text).toContain(
      'Illustration Surgery (on 1 April 2016, as recorded; a later file found it open all the same, and that was taken)',
    );
    const found = await manager.read(`${paths.search('Illustration Surgery')}&as-at=2016-06-15`);
    expect(found.text).toContain('Illustration Surgery');
    expect(found.text).not.toContain('Closed');
    expect((await list()).table('Decided, newest first')).toHaveLength(1);
    const { rows } = await sql<{ detail: unknown }>`
      select detail from audit_event where chain = 'directory' and action = 'contradiction.decide'`.execute(
      service.database,
    );
    expect(rows).toMatchObject([{ detail: { code: 'Z99901', decision: 'take' } }]);
    expect(await importOds('ods-practices', '2016-06-15', lines(['Z99901']))).toContain('No differences');
    const late = await decide(await otherManager(), address, 'keep', 'It has closed, and this is kept');
    const refused = readPage(late, 409);
    expect(refused.text).toContain('somebody decided before you');
    expect(refused.text).toContain('It has closed, and this is kept');
    const faulty = await decide(await otherManager(), address, '', 'It has closed, and nothing is chosen');
    expect([faulty.statusCode, faulty.body]).toEqual([409, expect.stringContaining('and nothing is chosen')]);
  });

  it('waits anew when a newer file closes what was taken, and another opens it again', async () => {
    await importOds('ods-practices', '2016-06-17', lines(['Z99901'], '20160331'));
    expect(await isOpen('Z99901')).toBe(false);
    const before = (await list()).table('To be decided: 3').length;
    await importOds('ods-practices', '2016-06-18', lines(['Z99901']));
    expect((await list()).table('To be decided: 4')).toHaveLength(before + 1);
    const address = await addressOf('Z99901 Illustration Surgery');
    expect((await decide(manager, address, 'keep', 'It has closed after all')).statusCode).toBe(303);
  });

  it('is kept by a decision, of which later files are told, and which is not listed again', async () => {
    const address = await addressOf('Z99902 Vale Surgery');
    const [one, other] = await Promise.all([
      decide(manager, address, 'keep', 'It closed'),
      decide(await otherManager(), address, 'keep', 'We know that it closed'),
    ]);
    expect([one.statusCode, other.statusCode].toSorted()).toEqual([303, 409]);
    expect(one.statusCode === 409 ? one.body : other.body).toMatch(/It closed<|We know that it closed</);
    const printed = await importOds('ods-practices', '2016-06-16', lines(['Z99902']));
    expect(printed).toMatch(/open on 2016-06-16 \(decided on \d{4}-\d\d-\d\d to keep what is known\)/);
    expect(printed).toContain('2 contradictions wait');
    expect(await isOpen('Z99902')).toBe(false);
    expect((await manager.read(address)).text).toContain('Decide anew');
  });

  it('shows on its page every decision that was made of it', async () => {
    const address = await addressOf('Z99902 Vale Surgery');
    expect((await decide(manager, address, 'take', 'They say that it is open', '1')).statusCode).toBe(303);
    const page = await manager.read(address);
    expect(page.section('Decision').text).toContain('They say that it is open');
    expect(page.table('Earlier decisions, newest first').map(([decision]) => decision)).toEqual(['Keep what is known']);
  });

  it('is settled by whoever runs the service when a file may open the organisation again', async () => {
    await importOds('ods-practices', '2016-02-29', lines([other]));
    await importOds('successors', '2016-04-29', `old_code,new_code,date\n${other},Z99909,2016-04-01\n`);
    await importOds('ods-practices', '2016-04-30', lines([other], '20160331'));
    await importOds('ods-practices', '2016-06-20', lines([other]));
    const waiting = await waitingCount();
    await importOds('ods-practices', '2016-06-21', lines([other]), ['--reopen', other, '--dry-run']);
    expect(await waitingCount()).toBe(waiting);
    await importOds('ods-practices', '2016-06-21', lines([other]), ['--reopen', other]);
    expect(await isOpen(other)).toBe(true);
    expect(await waitingCount()).toBe(waiting - 1);
    const { text } = (await manager.read(await addressOf(`${other} Fell Surgery`))).section('Decision');
    expect(text).toContain('Take what the file says');
    expect(text).toContain('Whoever runs the service');
  });

  it('is taken by whoever runs the service although somebody has kept what is known', async () => {
    await importOds('ods-practices', '2016-06-22', lines([other], '20160331'));
    await importOds('ods-practices', '2016-06-23', lines([other]));
    const address = await addressOf(`${other} Fell Surgery`);
    expect((await decide(manager, address, 'keep', 'It has closed')).statusCode).toBe(303);
    const reopen = ['--reopen', `${other},Z99909,Z99999`];
    const dry = await importOds('ods-practices', '2016-06-24', lines([other, 'Z99909']), [...reopen, '--dry-run']);
    expect(dry).toContain('Named to be opened again, and not in this file: Z99999');
    expect(dry).toContain('Named to be opened again, and not opened by this file: Z99909');
    await importOds('ods-practices', '2016-06-24', lines([other, 'Z99909']), reopen);
    expect(await isOpen(other)).toBe(true);
    const { text } = await manager.read(address);
    expect(text).toContain('as was asked for when it was brought in');
    expect(text).not.toContain('Decide anew');
  });

  it('is not taken where a newer file has closed the organisation since', async () => {
    await importOds('ods-practices', '2016-06-30', lines(['Z99903'], '20160331'));
    const refused = await decide(manager, await addressOf('Z99903 Moor Surgery'), 'take', 'It is open');
    expect(refused.statusCode).toBe(409);
    const page = readPage(refused, 409);
    expect(page.errors[0]?.message).toContain('the directory has newer facts than this file');
    expect(page.section('Decide').text).toContain('Only what is known can be kept here: the directory has newer facts');
    expect(page.section('Decide').text).not.toContain('Take what the file says');
    expect(await isOpen('Z99903')).toBe(false);
  });

  it('can only be kept where it is about a succession', async () => {
    const address = await addressOf('Z99902');
    expectNowhere(await manager.get(address), 'value="take"');
    expect((await decide(manager, address, 'take', 'Other')).statusCode).toBe(422);
    expect((await decide(manager, address, 'keep', 'The file is old')).statusCode).toBe(303);
  });

  it('is for those who bring in files', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    expect((await analyst.get(paths.contradictions())).statusCode).toBe(403);
    expect((await manager.get(paths.contradiction('nothing'))).statusCode).toBe(404);
  });
});

function otherManager(): Promise<Visitor> {
  return signInAs(service, [{ role: 'programme-manager' }], { name: 'Olu Other' });
}
