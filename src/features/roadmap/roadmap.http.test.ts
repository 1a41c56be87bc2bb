import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { targetField } from './content/trajectory/trajectory.ts';
import { assessTrust, type Wolverhampton, wolverhampton } from './testing/wolverhampton.ts';

/* One footprint from its first page to its submission, in the order in which its people come. */

let service: TestService;
let place: Wolverhampton;
let editor: Visitor;
let otherEditor: Visitor;
let lead: Visitor;
let stranger: Visitor;

const slug = 'wolverhampton';

beforeAll(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  await assessTrust(place);
  const { areaId } = place.footprint;
  editor = await signInAs(service, [{ role: 'editor', scopeId: areaId }], { name: 'Eve Editor' });
  otherEditor = await signInAs(service, [{ role: 'editor', scopeId: areaId }], { name: 'Ed Editor' });
  lead = await signInAs(service, [{ role: 'lead', scopeId: areaId }], { name: 'Lee Lead' });
  stranger = await signInAs(service, [{ role: 'lead', scopeId: 'footprint:don' }]);
});
afterAll(() => service.close());

const form = (revision: number, fields: Record<string, string | readonly string[]>) => {
  return { version: '1', revision: `${revision}`, ...fields };
};

describe('before the roadmap is begun', () => {
  it('says what will be here, and lets an editor begin it', async () => {
    const page = await editor.read(paths.roadmap(slug));
    expect(page.text).toContain('Nobody has begun it here');
    expect(page.buttons).toContain('Start the roadmap');
    expect((await editor.get(paths.roadmapContent(slug, 'parts', 'vision'))).statusCode).toBe(404);
    expect((await editor.submit(paths.roadmap(slug), {})).statusCode).toBe(303);
    expect((await editor.read(paths.roadmap(slug))).text).toContain('You have started the roadmap of Wolverhampton');
  });
});

describe('who may come in', () => {
  it('asks a visitor to sign in, and sends away whoever has no role for this footprint', async () => {
    const anonymous = await service.app.inject({ url: paths.roadmap(slug) });
    expect(anonymous.statusCode).toBe(303);
    expect((await stranger.get(paths.roadmap(slug))).statusCode).toBe(403);
    expect((await stranger.get(paths.readVersion(slug, 1))).statusCode).toBe(403);
    expect((await editor.get(paths.roadmap('nowhere'))).statusCode).toBe(404);
  });

  it('lets a reviewer of the region read and not write', async () => {
    const regionId = place.footprint.regions[0]?.areaId ?? '';
    const reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: regionId }]);
    const page = await reviewer.get(paths.roadmapContent(slug, 'parts', 'vision'));
    expect(page.statusCode).toBe(200);
    expect(readPage(page, 200).fields).toEqual([]);
    const elsewhere = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:none' }]);
    expect((await elsewhere.get(paths.roadmap(slug))).statusCode).toBe(403);
  });

  it('keeps freezing and submitting for the lead', async () => {
    expect((await editor.get(paths.freeze(slug))).statusCode).toBe(403);
    expect((await editor.get(paths.submitRoadmap(slug))).statusCode).toBe(403);
    const asked = (await lead.read(paths.freeze(slug))).section('Who will be asked');
    expect(asked.text).toContain('Nobody can sign for');
  });
});

describe('writing a part', () => {
  const address = paths.roadmapContent(slug, 'parts', 'vision');

  it('saves, shows the text as it will be read, and says who saved it', async () => {
    const saved = await editor.submit(address, form(0, { body: '# Ambition\n\nOne **record**', 'local-heading': '' }));
    expect(saved.statusCode).toBe(303);
    const page = await editor.read(address);
    expect(page.section('As it will be read').section('Ambition').text).toMatch(/^One record/);
    expect(page.field('Text').value).toBe('# Ambition\n\nOne **record**');
    expect(page.text).toContain('Saved by Eve Editor');
  });

  it('goes on to the next part when asked to', async () => {
    const saved = await editor.submit(address, form(1, { body: 'One record for all', 'go-to': 'next' }));
    expect(saved.headers.location).toBe(paths.roadmapContent(slug, 'parts', 'baseline'));
  });

  it('shows both texts to the second of two people, and loses neither', async () => {
    const late = await otherEditor.submit(address, form(1, { body: 'Another ambition' }));
    const both = readPage(late, 409);
    expect(both.headings[0]).toBe('Eve Editor saved this while you were writing');
    expect(both.section('Saved now').text).toBe('One record for all');
    expect(both.section('Yours').text).toContain('Another ambition');
    expect(both.field('Text').value).toBe('Another ambition');
    const merged = await otherEditor.submit(address, form(2, { body: 'One record, another ambition' }));
    expect(merged.statusCode).toBe(303);
    const history = await editor.read(paths.draftHistory(slug, 'part:vision'));
    expect(history.headings).toContain('Save 3, the latest');
    const sitting = history.section('Saves 1 to 2');
    expect(sitting.text).toContain('Eve Editor');
    expect(sitting.details('Show what it said').text).toContain('One record for all');
    expect(sitting.details('Show the save before it').text).toContain('One **record**');
  });

  it('keeps what was typed when it is too long, and when the revision is missing', async () => {
    const long = await editor.submit(address, form(3, { body: 'x'.repeat(50_001) }));
    expect(readPage(long, 422).documentTitle).toMatch(/^Error: /);
    expect(readPage(long, 422).field('Text')).toMatchObject({
      value: 'x'.repeat(50_001),
      error: 'The text must be 50,000 characters or fewer; it has 50,001',
    });
    const lost = await editor.submit(address, { version: '1', body: 'My words' });
    expect(readPage(lost, 422).field('Text').value).toBe('My words');
  });

  it('makes nothing active of hostile text', async () => {
    const hostile = '<script>alert(1)</script>\n\n[x](javascript:alert(1)) </textarea><img src=x onerror=alert(1)>';
    const part = paths.roadmapContent(slug, 'parts', 'introduction');
    await editor.submit(part, form(0, { body: hostile, 'local-heading': '"><script>alert(2)</script>' }));
    for (const url of [part, paths.readVersion(slug, 1), paths.draftHistory(slug, 'part:introduction')]) {
      const page = await editor.get(url);
      expect(page.statusCode).toBe(200);
      expectNowhere(page, '<script>alert', '<img src=x', 'href="javascript:');
    }
  });

  it('knows no part that the template does not have', async () => {
    expect((await editor.get(paths.roadmapContent(slug, 'parts', 'nothing'))).statusCode).toBe(404);
    expect((await editor.get(paths.draftHistory(slug, 'nothing'))).statusCode).toBe(404);
    expect((await editor.get(paths.draftHistory(slug, 'part:\0'))).statusCode).toBe(404);
    expect((await editor.get(paths.roadmap('wolver\0hampton'))).statusCode).toBe(404);
  });
});

describe('the trajectory', () => {
  const address = paths.roadmapContent(slug, 'trajectory');

  it('shows the baseline with its n and labels every field', async () => {
    const page = await editor.read(address);
    const table = page.table('Targets for the average score of the footprint’s assessed members');
    expect(table[0]?.slice(0, 2)).toEqual(['Records, assessments and plans', '56.2 Mean of 1 of 1 assessed member.']);
    expect(page.fields).toContain('Target for Medicines management and optimisation, End 2016/17');
    expect(page.fields.filter((label) => /baseline/i.test(label))).toEqual([]);
  });

  it('says beside each field what is wrong and keeps what was typed', async () => {
    const wrong = await editor.submit(
      address,
      form(0, { [targetField('records', '2016-17')]: '101', [targetField('orders', '2016-17')]: '1' }),
    );
    const page = readPage(wrong, 422);
    const target = 'Target for Records, assessments and plans, End 2016/17';
    expect(page.errors.map(({ field }) => field)).toEqual([target, 'Why the target for End 2016/17 is lower']);
    expect(page.field(target)).toMatchObject({ value: '101', error: expect.stringContaining('between 0 and 100') });
    // The field that is wrong is not folded away.
    expect(wrong.body).toMatch(/<details[^>]* open=""/);
  });

  it('saves the whole table, and tells a second writer which targets differ', async () => {
    const fields = { [targetField('records', '2016-17')]: '80', 'rationale-records': 'A shared record' };
    expect((await editor.submit(address, form(0, fields))).statusCode).toBe(303);
    const late = await otherEditor.submit(address, form(0, { [targetField('records', '2016-17')]: '90' }));
    const target = 'Target for Records, assessments and plans, End 2016/17';
    const both = readPage(late, 409);
    expect(both.headings).toContain('Records, assessments and plans, End 2016/17');
    expect(both.field(target).value).toBe('90');
    expect((await editor.read(address)).field(target).value).toBe('80');
  });
});

describe('a universal capability plan', () => {
  const address = paths.roadmapContent(slug, 'universal-capabilities', 'A');

  it('is listed, saved and read back', async () => {
    const list = async () => (await editor.read(paths.roadmapContent(slug, 'universal-capabilities'))).text;
    expect(await list()).toContain('To write');
    const saved = await editor.submit(address, form(0, { baseline: 'Half of the wards', solution: 'national' }));
    expect(saved.statusCode).toBe(303);
    expect((await editor.read(address)).text).toContain('Half of the wards');
    expect(await list()).toContain('Ambition missing');
  });

  it('asks which local solution is meant, keeping the rest', async () => {
    const wrong = await editor.submit(address, form(1, { baseline: 'Other words', solution: 'local' }));
    const page = readPage(wrong, 422);
    expect(page.text).toContain('Other words');
    expect(page.errors).toHaveLength(1);
    expect(page.places).toContain('#local-solution');
    expect((await editor.get(paths.roadmapContent(slug, 'universal-capabilities', 'Z'))).statusCode).toBe(404);
  });
});

describe('the deployment schedule', () => {
  const row = {
    title: 'E-prescribing',
    group: 'medicines',
    status: 'planned',
    'goes-live': 'Q4 2017/18',
    'money-pounds-0': '2.4m',
  };
  const id = '5c1f8b0e-7a0d-4a6e-9d43-0a1b2c3d4e5f';

  it('adds a row once, however often the form is sent', async () => {
    const page = await editor.read(paths.roadmapContent(slug, 'deployments', 'new'));
    expect(page.hidden('id')).toMatch(/^[0-9a-f-]{36}$/);
    const add = () =>
      editor.submit(
        paths.roadmapContent(slug, 'deployments', 'new'),
        form(0, { ...row, id, organisations: place.trustId }),
      );
    expect((await add()).statusCode).toBe(303);
    expect((await add()).statusCode).toBe(303);
    const list = await editor.read(paths.roadmapContent(slug, 'deployments'));
    const rows = list.section('2017/18 (1 deployment)').text;
    expect(rows.match(/E-prescribing/g)).toHaveLength(1);
    expect(rows).toContain('£2,400,000');
  });

  it('keeps what was typed when something is wrong', async () => {
    const wrong = await editor.submit(
      paths.roadmapContent(slug, 'deployments', 'new'),
      form(0, { ...row, id, title: '', 'money-pounds-0': '2,4' }),
    );
    const page = readPage(wrong, 422);
    expect(page.places).toEqual(expect.arrayContaining(['#title', '#money-pounds-0']));
    expect(page.fields.map((label) => page.field(label).value)).toContain('2,4');
  });

  it('asks before a row is removed, and again when it was changed meanwhile', async () => {
    const check = paths.roadmapContent(slug, 'deployments', id, 'remove');
    expect((await editor.read(check)).title).toContain('Remove “E-prescribing” from the schedule?');
    await otherEditor.submit(paths.roadmapContent(slug, 'deployments', id), form(1, { ...row, status: 'live' }));
    const late = await editor.submit(check, form(1, {}));
    expect(readPage(late, 409).text).toContain('nothing was removed');
    expect((await editor.submit(check, form(2, {}))).statusCode).toBe(303);
    expect((await editor.get(paths.roadmapContent(slug, 'deployments', id))).statusCode).toBe(404);
    const putBack = await otherEditor.submit(
      paths.roadmapContent(slug, 'deployments', 'new'),
      form(2, { ...row, id, status: 'live' }),
      paths.roadmapContent(slug, 'deployments', id),
    );
    expect(readPage(putBack, 409).headings).toContain('Eve Editor removed this while you were writing');
  });

  it('finds nothing under an address that is no id', async () => {
    expect((await editor.get(paths.roadmapContent(slug, 'deployments', 'x'))).statusCode).toBe(404);
  });
});

describe('the risk register', () => {
  const row = { title: 'A server fails', likelihood: 'medium', impact: 'high', state: 'open' };
  const id = '5c1f8b0e-7a0d-4a6e-9d43-0a1b2c3d4e60';

  it('adds a risk, warns that nothing is done about it, and says so in the document', async () => {
    const added = await editor.submit(paths.roadmapContent(slug, 'risks', 'new'), form(0, { ...row, id }));
    expect(added.statusCode).toBe(303);
    expect((await editor.read(paths.roadmapContent(slug, 'risks'))).links).toContain('A server fails');
    const overview = await editor.read(paths.roadmap(slug));
    expect(overview.task('Risk register')).toBe('Written');
    expect(overview.links.join()).toContain('Say what is done about the risk “A server fails”');
    const version = await editor.read(paths.readVersion(slug, 1));
    expect(version.section('Risk register').text).toContain('A server fails High');
    const history = await editor.read(paths.draftHistory(slug, `risk:${id}`));
    expect(history.title).toBe('Earlier texts A server fails');
  });

  it('keeps both texts of two who save at once', async () => {
    const page = paths.roadmapContent(slug, 'risks', id);
    await otherEditor.submit(page, form(1, { ...row, mitigation: 'A second server' }));
    const late = await editor.submit(page, form(1, { ...row, mitigation: 'A backup' }));
    const both = readPage(late, 409).section('Ed Editor saved this while you were writing');
    expect(both.text).toMatch(/Saved now A second server Yours A backup/);
  });
});
