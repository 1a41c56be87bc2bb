import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { practiceLine } from '../../../test/builders/practice-line.ts';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { lockRegister } from '../register/register-lock-repository.ts';

let service: TestService;
let manager: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
});
afterAll(() => service.close());

const practice = (code: string, name: string, closedOn = '') => practiceLine({ code, name, closedOn });

const send = (content: string, fields: Record<string, string> = { dated: '2016-02-29' }) =>
  manager.upload(paths.newImport(), fields, { name: 'epraccur.csv', content });

const patience = { timeout: 30_000, interval: 100 };

/** The page of a file once the work has done with it what there was to do. */
async function settled(address: string): Promise<string> {
  return await vi.waitFor(async () => {
    const page = await manager.read(address);
    expect(page.text).not.toContain('See how far it has come');
    return page.text;
  }, patience);
}

/** Sends a file and waits until it is checked. */
async function sendChecked(content: string, dated: string): Promise<string> {
  const address = String((await send(content, { dated })).headers.location);
  await settled(address);
  return address;
}

const decide = (address: string, decision: string) => manager.submit(address, { decision }, `${address}/decide`);

async function bringIn(address: string): Promise<string> {
  await decide(address, 'confirm');
  return settled(address);
}

const namesOf = async (code: string) =>
  (
    await sql<{ name: string }>`select name from organisation_record where code = ${code} order by valid`.execute(
      service.database,
    )
  ).rows.map(({ name }) => name);

describe('bringing in a file through the page', () => {
  let address: string;

  it('shows what the file would change, and changes nothing', async () => {
    const sent = await send(practice('Z99901', 'THE ILLUSTRATION SURGERY') + practice('Z99902', 'VALE SURGERY'));
    expect(sent.statusCode).toBe(303);
    address = String(sent.headers.location);
    const page = await settled(address);
    expect(page).toContain('New to the directory: 2');
    expect(page).toContain('The Illustration Surgery');
    expect(await namesOf('Z99901')).toEqual([]);
    expect((await manager.get(`${address}/differences.csv`)).body).toMatch(/^2,Z99902,Vale Surgery,added/m);
    const list = (await manager.get(paths.imports())).body;
    expect(list).toContain('Waiting for a decision');
    expect(list).toContain('Nothing is fetched: the service is not told where the registry answers.');
  });

  it('writes days as other pages do', async () => {
    await bringIn(await sendChecked(practice('Z99908', 'BROOK SURGERY'), '2016-02-29'));
    const closing = await sendChecked(practice('Z99908', 'BROOK SURGERY', '20180331'), '2018-04-30');
    const closed = ['Z99908', 'Brook Surgery', '–', '31 March 2018', '1'];
    expect((await manager.read(closing)).table('Closed: 1')).toEqual([closed]);
  });

  it('is found again from the list for two weeks when it was refused', async () => {
    const refused = await sendChecked(practice('not a code', 'NOWHERE SURGERY'), '2016-03-31');
    const list = async () => (await manager.get(paths.imports())).body;
    expect(await settled(refused)).toContain('What is wrong with the file');
    expect(await list()).toContain(`href="${refused}"`);
    const id = refused.split('/').at(-1);
    await sql`update import_upload set uploaded_at = uploaded_at - interval '15 days' where import_upload_id = ${id}`.execute(
      service.owner,
    );
    expect(await list()).not.toContain(`href="${refused}"`);
  });

  it('brings in what was confirmed, once', async () => {
    const confirmed = await decide(address, 'confirm');
    expect(confirmed.headers.location).toBe(address);
    expect(await settled(address)).toContain('What epraccur.csv changed');
    expect(await namesOf('Z99901')).toEqual(['The Illustration Surgery']);
    expect((await manager.read(paths.imports())).text).toContain('epraccur.csv');
    const again = await send(practice('Z99901', 'THE ILLUSTRATION SURGERY') + practice('Z99902', 'VALE SURGERY'));
    expect(readPage(again, 422).text).toContain('There is nothing to do');
  });

  it('asks again when the directory has changed since the check', async () => {
    const one = await sendChecked(practice('Z99901', 'HILL SURGERY'), '2018-02-28');
    const other = await sendChecked(
      practice('Z99901', 'HILL SURGERY') + practice('Z99903', 'DALE SURGERY'),
      '2018-02-28',
    );
    await bringIn(one);
    const page = await bringIn(other);
    expect(await namesOf('Z99903')).toEqual([]);
    expect(page).toContain('read what is new, then confirm');
    expect(page).not.toContain('Renamed: 1');
    await bringIn(other);
    expect(await namesOf('Z99901')).toEqual(['The Illustration Surgery', 'Hill Surgery']);
    expect(await namesOf('Z99903')).toEqual(['Dale Surgery']);
  });

  it('asks again when the difference is another one of the same kind', async () => {
    const waiting = await sendChecked(practice('Z99902', 'MOOR SURGERY'), '2019-02-28');
    await bringIn(await sendChecked(practice('Z99902', 'FORD SURGERY'), '2018-03-31'));
    const page = await bringIn(waiting);
    expect(page).toContain('read what is new, then confirm');
    expect(page).toContain('Renamed: 1');
    expect(page).toContain('Ford Surgery');
    expect(await namesOf('Z99902')).toEqual(['Vale Surgery', 'Ford Surgery']);
    expect(await bringIn(waiting)).toContain('What epraccur.csv changed');
    expect(await namesOf('Z99902')).toEqual(['Vale Surgery', 'Ford Surgery', 'Moor Surgery']);
  });

  it('can be put aside, after which nothing can be confirmed', async () => {
    const waiting = await sendChecked(practice('Z99904', 'LAKE SURGERY'), '2019-02-28');
    await decide(waiting, 'withdraw');
    const late = await manager.submit(paths.newImport(), { decision: 'confirm' }, `${waiting}/decide`);
    expect(late.statusCode).toBe(303);
    const page = await settled(waiting);
    expect(page).toContain('no longer where it was');
    expect(page).toContain('Put aside');
    expect(await namesOf('Z99904')).toEqual([]);
  });

  it('does nothing with a decision that nobody knows', async () => {
    const waiting = await sendChecked(practice('Z99904', 'LAKE SURGERY'), '2019-02-28');
    await decide(waiting, 'whatever');
    const page = await settled(waiting);
    expect(page).toContain('Choose what to do with the file');
    expect(page).toContain('Bring it in');
  });

  it('names line, column and reason of each fault, and keeps nothing', async () => {
    const faulty = `${practice('Z99905', 'SOUND SURGERY')}${practice('Z99906', 'ODD SURGERY', '20169999')}`;
    const page = await settled(await sendChecked(faulty, '2016-02-29'));
    expect(page).toContain('Nothing was changed');
    expect(page).toContain('What is wrong with the file');
    expect(page).toContain('Bring in another file');
    expect(await namesOf('Z99905')).toEqual([]);
  });

  it('takes files at once while another is being brought in, and says how many are before each', async () => {
    await service.database.transaction().execute(async (transaction) => {
      await lockRegister(transaction, []);
      const addresses: string[] = [];
      // More than the pool has connections: not one of them may wait with one in hand.
      for (let index = 0; index < 12; index += 1) {
        const sent = await send(practice(`Z8880${index % 10}`, `SURGERY ${index}`), { dated: '2019-03-31' });
        addresses.push(String(sent.headers.location));
      }
      const last = await manager.read(addresses.at(-1) ?? '');
      expect(last.text).toContain('It waits for 11 files before it');
      expect(last.buttons).toContain('Put it aside');
      await Promise.all(addresses.map((each) => decide(each, 'withdraw')));
    });
  });

  it('says what is missing from the form', async () => {
    const refused = await send('', { dated: 'soon' });
    expect(readPage(refused, 422).errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Choose a file that is not empty'),
      expect.stringContaining('The day of the file must be a real day'),
    ]);
    expect(readPage(await send('', { dated: '' }), 422).field('Day of the file').error).toContain(
      'Enter the day of the file',
    );
  });

  it('is for programme managers and administrators', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    expect((await analyst.get(paths.imports())).statusCode).toBe(403);
    const upload = await analyst.upload(
      paths.newImport(),
      { dated: '2016-02-29' },
      { name: 'epraccur.csv', content: practice('Z99907', 'X') },
    );
    expect(upload.statusCode).toBe(403);
  });
});
