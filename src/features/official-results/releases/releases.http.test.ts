import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { PageReader } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';

let service: TestService;
let manager: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
});
afterAll(() => service.close());

const header = 'organisation_code,organisation_name,care_setting,year,Well led';
const first = [header, 'RNZ,SALISBURY,Acute,2015,2.8', 'RN3,GREAT WESTERN,Acute,2015,2.1', 'ZZ9,VALE,Acute,2015,2'];
const said = {
  series: 'made-up',
  version: '1',
  title: 'Made-up results',
  publisher: 'Nobody',
  'published-on': '29 February 2016',
  standing: 'official',
};

const send = (lines: readonly string[], change: Record<string, string> = {}) =>
  manager.upload(paths.newRelease(), { ...said, ...change }, { name: 'results.csv', content: lines.join('\n') });

/** The page of a file once the work has done with it what there was to do. */
const settled = (address: string) =>
  vi.waitFor(
    async () => {
      const page = await manager.read(address);
      expect(page.text).not.toContain('See how far it has come');
      return page;
    },
    { timeout: 30_000, interval: 100 },
  );

async function sendChecked(lines: readonly string[], change: Record<string, string> = {}): Promise<string> {
  const address = String((await send(lines, change)).headers.location);
  await settled(address);
  return address;
}

async function confirm(address: string): Promise<PageReader> {
  await manager.submit(address, { decision: 'confirm' }, `${address}/decide`);
  return settled(address);
}

const shown = async (asAt: string) => {
  const { body } = await service.app.inject(paths.officialResults({ series: 'made-up', 'as-at': asAt }));
  return new PageReader(body).text;
};

const states = async () =>
  (await manager.read(paths.officialReleases()))
    .table('Releases on record')
    .filter(([name]) => name?.includes('made-up'))
    .map(([name, , rows, , state]) => [name, rows, state]);

describe('a release brought in on screen', () => {
  let address: string;

  it('is shown to whoever sent it first, with what is odd, and to nobody else', async () => {
    address = await sendChecked([...first.slice(0, 2), 'RN3,GREAT WESTERN,Acute,2015,21', 'ZZ9,VALE,Acute,2015,[c]']);
    const page = await settled(address);
    expect(page.title).toBe('What results.csv would change');
    expect(page.fact('Publication').text).toBe('Made-up results, version 1 of made-up');
    expect(page.table('Of a code that the directory does not know, kept as published: 1')).toHaveLength(1);
    expect(page.table('New results: 3').map(([code, , , said]) => `${code} ${said}`)).toEqual([
      'RNZ Acute, 2015: Well led 2.8',
      'RN3 Acute, 2015: Well led 21',
      'ZZ9 Acute, 2015: no figure',
    ]);
    expect(page.text).toContain('A mark in the place of a figure was left out (line 4, Well led, "[c]").');
    expect(await states()).toEqual([]);
    expect(await shown('2016-03-31')).not.toContain('Made-up results');
    await manager.submit(address, { decision: 'withdraw' }, `${address}/decide`);
    expect((await settled(address)).fact('State').text).toContain('Put aside');
  });

  it('is refused whole where the file is damaged, with line and column', async () => {
    const page = await settled(await sendChecked([...first, 'RD1,BATH,Acute,2015,"2,8"', 'rd3,POOLE,,2015,1']));
    expect(page.table('What is wrong with the file')).toEqual([
      ['5', '5, Well led', expect.stringContaining('must be a figure such as 2.8, not "2,8"')],
      ['6', '1, organisation_code', expect.stringContaining('must be an ODS code')],
      ['6', '3, care_setting', 'must not be empty'],
    ]);
    expect(page.buttons).not.toContain('Bring it in');
  });

  it('stands on the pages once it is confirmed, from the day of its publication on', async () => {
    const page = await confirm(await sendChecked(first));
    expect(page.title).toBe('What results.csv changed');
    expect(await states()).toEqual([['Made-up results (made-up, version 1)', '3', expect.stringContaining('Shown')]]);
    expect(await shown('2016-02-28')).not.toContain('Made-up results');
    expect(await shown('2016-02-29')).toContain('Made-up results');
  });

  it('says of the next version what is other in it, and keeps the one before', async () => {
    const next = await manager.read(paths.newRelease({ after: 'made-up' }));
    expect(next.field('Version').value).toBe('2');
    const corrected = [header, 'RNZ,SALISBURY,Acute,2015,2.9', 'RN3,GREAT WESTERN,Acute,2015,2.1'];
    const file = await sendChecked(corrected, { version: '2', 'published-on': '31 March 2016' });
    const page = await settled(file);
    expect(page.text).toContain('It takes the place of version 1, which stays readable.');
    expect(page.table('Other than in the version before: 1')).toEqual([
      ['RNZ', 'SALISBURY', 'Acute, 2015, Well led: 2.8', 'Acute, 2015, Well led: 2.9', '2'],
    ]);
    expect(page.table('In the version before, and not in this one: 1')).toHaveLength(1);
    await confirm(file);
    expect(await states()).toEqual([
      ['Made-up results (made-up, version 2)', '2', expect.stringContaining('Shown')],
      ['Made-up results (made-up, version 1)', '3', expect.stringContaining('Replaced by version 2 on 31 March 2016')],
    ]);
    expect(await shown('2016-03-30')).toContain('3 results');
    expect(await shown('2016-03-31')).toContain('2 results');
  });

  it('does not change what is on record under its version', async () => {
    const page = await settled(await sendChecked([header, 'RNZ,SALISBURY,Acute,2015,1']));
    expect(page.table('What is wrong with the file')).toEqual([
      ['–', '–', expect.stringContaining('give it the next version')],
    ]);
    expect((await settled(await sendChecked(first))).text).toContain('There is nothing to do.');
  });

  it('is said what it is when it is sent', async () => {
    const sent = await send(first, { series: 'Made up', 'published-on': '1 January 2099' });
    expect(sent.statusCode).toBe(422);
    expect(new PageReader(sent.body).errors.map(({ message }) => message)).toEqual([
      'The short name has small letters, digits and single hyphens',
      'Enter a day that is not in the future: every later version would have to follow it',
    ]);
  });

  it('is for the programme office alone', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    expect((await analyst.get(paths.officialReleases())).statusCode).toBe(403);
    expect((await analyst.get(paths.newRelease())).statusCode).toBe(403);
  });
});

describe('a release that its publisher takes back', () => {
  const withdraw = (fields: Record<string, string>) => manager.submit(paths.withdrawRelease('made-up', 2), fields);

  it('is noted with its day and reason', async () => {
    const refused = await withdraw({ 'withdrawn-on': '31 March 2016', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(new PageReader(refused.body).errors.map(({ field }) => field)).toEqual([
      'Withdrawn on',
      'Reason, as the publisher gives it',
    ]);
    expect(await shown('2016-04-30')).toContain('2 results');
  });

  it('stands on no page from that day on, nor does the version before it', async () => {
    await withdraw({ 'withdrawn-on': '30 April 2016', reason: 'Wrong filters.' });
    expect(await shown('2016-04-29')).toContain('2 results');
    const after = await shown('2016-04-30');
    expect(after).toContain('version 2, was withdrawn on 30 April 2016 and is not shown since: Wrong filters.');
    expect(after).not.toContain('SALISBURY');
    expect((await states())[0]).toEqual([
      'Made-up results (made-up, version 2)',
      '2',
      expect.stringContaining('Withdrawn on 30 April 2016: Wrong filters.'),
    ]);
  });

  it('is withdrawn once, and followed by the next version', async () => {
    expect((await manager.get(paths.withdrawRelease('made-up', 2))).statusCode).toBe(404);
    await confirm(await sendChecked(first, { version: '3', 'published-on': '31 May 2016' }));
    expect(await shown('2016-05-30')).toContain('was withdrawn');
    expect(await shown('2016-05-31')).toContain('3 results');
  });
});
