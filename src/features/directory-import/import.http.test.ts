import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';

let service: TestService;
let manager: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
});
afterAll(() => service.close());

/** A made-up practice as a line of the registry's file. */
function practice(code: string, name: string, closedOn = ''): string {
  const cells = [code, name, 'Y54', 'Q74', '1 HIGH STREET', '', '', 'DARLINGTON', '', 'DL3 6JL', '19740401', closedOn];
  const rest = [
    closedOn === '' ? 'A' : 'C',
    'B',
    '00C',
    '20130401',
    '',
    '01325 000000',
    '',
    '',
    '',
    '0',
    '',
    '00C',
    '',
    '4',
    '',
  ];
  return `${[...cells, ...rest].map((cell) => `"${cell}"`).join(',')}\r\n`;
}

const send = (content: string, fields: Record<string, string> = { dated: '2016-02-29' }) =>
  manager.upload(paths.newImport(), fields, { name: 'epraccur.csv', content });

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
    const page = await manager.get(address);
    expect(page.body).toContain('New to the directory: 2');
    expect(page.body).toContain('The Illustration Surgery');
    expect(await namesOf('Z99901')).toEqual([]);
    expect((await manager.get(`${address}/differences.csv`)).body).toContain('Z99902,Vale Surgery,added');
  });

  it('brings in what was confirmed, once', async () => {
    const confirmed = await manager.submit(address, { decision: 'import' }, `${address}/decide`);
    expect(confirmed.headers.location).toBe(paths.imports());
    expect(await namesOf('Z99901')).toEqual(['The Illustration Surgery']);
    const list = await manager.get(paths.imports());
    expect(list.body).toContain('epraccur.csv is in the directory');
    const again = await send(practice('Z99901', 'THE ILLUSTRATION SURGERY') + practice('Z99902', 'VALE SURGERY'));
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('There is nothing to do');
  });

  it('asks again when the directory has changed since the check', async () => {
    const later = { dated: '2018-02-28' };
    const first = await send(practice('Z99901', 'HILL SURGERY'), later);
    const second = await send(practice('Z99901', 'HILL SURGERY') + practice('Z99903', 'DALE SURGERY'), later);
    const [one, other] = [String(first.headers.location), String(second.headers.location)];
    await manager.submit(one, { decision: 'import' }, `${one}/decide`);
    const refused = await manager.submit(other, { decision: 'import' }, `${other}/decide`);
    expect(refused.headers.location).toBe(other);
    expect(await namesOf('Z99903')).toEqual([]);
    const page = await manager.get(other);
    expect(page.body).toContain('read what is new, then confirm');
    expect(page.body).not.toContain('Renamed: 1');
    await manager.submit(other, { decision: 'import' }, `${other}/decide`);
    expect(await namesOf('Z99901')).toEqual(['The Illustration Surgery', 'Hill Surgery']);
    expect(await namesOf('Z99903')).toEqual(['Dale Surgery']);
  });

  it('can be put aside, after which nothing can be confirmed', async () => {
    const sent = await send(practice('Z99904', 'LAKE SURGERY'), { dated: '2019-02-28' });
    const waiting = String(sent.headers.location);
    await manager.get(waiting);
    await manager.submit(waiting, { decision: 'withdraw' }, `${waiting}/decide`);
    const token = await manager.submit(paths.newImport(), { decision: 'import' }, `${waiting}/decide`);
    expect(token.statusCode).toBe(303);
    expect(await namesOf('Z99904')).toEqual([]);
  });

  it('names line, column and reason of each fault, and keeps nothing', async () => {
    const refused = await send(
      `${practice('Z99905', 'SOUND SURGERY')}${practice('Z99906', 'ODD SURGERY', '20169999')}`,
    );
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Nothing was changed');
    expect(refused.body).toContain('What is wrong with the file');
    expect(await namesOf('Z99905')).toEqual([]);
  });

  it('says what is missing from the form', async () => {
    const refused = await send('', { dated: 'soon' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Choose a file that is not empty');
    expect(refused.body).toContain('Enter the day of the file');
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
