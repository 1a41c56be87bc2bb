import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { getRound, sectionsFor } from '../../programme/index.ts';

const ROUND = 'dmsa-2015';
const DAY_MILLISECONDS = 86_400_000;
let service: TestService;
let now = new Date('2016-01-04T10:00:00Z');

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
});

afterAll(() => service.close());

beforeEach(() => {
  now = new Date(now.getTime() + 60_000);
});

/** Trusts that were used by no test before. */
const trusts = ['RL4', 'RRK', 'RNA', 'RBK', 'RXW', 'RJE', 'RWP', 'RLT', 'RKB', 'RJC'];
let people = 0;

interface Team {
  readonly trust: string;
  readonly ben: Visitor;
  readonly asha: Visitor;
  readonly ashaId: string;
  readonly carolId: string;
  readonly carol: Visitor;
}

/** A coordinator and two contributors of a trust. */
async function team(): Promise<Team> {
  const trust = trusts.shift() ?? '';
  people += 1;
  const [ashaId, carolId] = [`asha-${people}`, `carol-${people}`];
  const join = (role: 'coordinator' | 'contributor', name: string, personId?: string) =>
    signInAs(service, [{ role, scopeId: trust }], { name, ...(personId === undefined ? {} : { personId }) });
  const ben = await join('coordinator', 'Ben Example');
  const asha = await join('contributor', 'Asha Example', ashaId);
  const carol = await join('contributor', 'Carol Example', carolId);
  return { trust, ben, asha, ashaId, carol, carolId };
}

const board = (trust: string, query = {}) => paths.assignments(trust, ROUND, query);
const section = (trust: string, id: string) => paths.assessmentSection(trust, ROUND, id);
const readiness = 'sections-acute-readiness';

const assign = ({ trust, ben }: Team, fields: Record<string, string | readonly string[]>) =>
  ben.submit(paths.assignSections(trust, ROUND), { part: 'answers', 'due-on': '8 1 2016', message: '', ...fields });

async function rowsOf({ trust, ben }: Team, theme = 'Readiness'): Promise<string[][]> {
  return (await ben.read(board(trust))).table(theme);
}

const rowOf = async (own: Team, name: string) => (await rowsOf(own)).find(([thing]) => thing?.includes(name)) ?? [];

const answer = (visitor: Visitor, trust: string, id: string, question: string, value = 'disagree-completely') =>
  visitor.submit(section(trust, id), { [`answer-${question}`]: value, [`revision-${question}`]: '0' });

describe('assigning sections', () => {
  test('gives all sections of a theme to one person at once, and one to another who answers for it then', async () => {
    const own = await team();
    const { trust, ben, ashaId, carolId } = own;
    expect((await ben.read(paths.assessment(trust, ROUND))).link('Assign sections')).toBe(board(trust));
    const given = await assign(own, { person: ashaId, [readiness]: ['all'], message: 'From the workshop.' });
    expect([given.statusCode, given.headers.location]).toEqual([303, board(trust)]);
    const { pack } = service.context;
    const instrument = pack.instruments.find(({ id }) => id === getRound(pack, ROUND).instrument);
    const [theme] = instrument?.themes ?? [];
    const sections = theme?.sections ?? [];
    expect(await rowsOf(own)).toHaveLength(sections.length);
    expect((await rowsOf(own)).every((row) => row.includes('Asha Example') || row[1]?.includes('Asha'))).toBe(true);
    expect((await ben.read(board(trust))).text).toContain(
      `${sections.length} of ${sectionsFor(instrument ?? fail(), 'acute').length} sections are assigned`,
    );

    const next = (await own.asha.read(paths.assessment(trust, ROUND))).section('What to do next');
    expect(next.link('Answer your first section')).toBe(section(trust, sections[0]?.id ?? ''));
    await assign(own, { person: carolId, [readiness]: ['leadership'] });
    expect((await own.carol.read(paths.assessment(trust, ROUND))).link('Answer your section')).toBe(
      section(trust, 'leadership'),
    );
    const row = await rowOf(own, 'Leadership');
    expect(row.slice(1, 3).join()).toMatch(/Carol Example Asha Example, to help.*8 January 2016/);
    const { headers, body: file } = await ben.get(paths.assignmentsFile(trust, ROUND));
    expect(headers['content-type']).toContain('text/csv');
    expect(file).toMatch(/2\. Leadership,,Carol Example,carol-\d@example\.nhs\.uk,answers,2016-01-08,0,\d+,,to-do/);
    expect(file).toMatch(/2\. Leadership,,Asha Example,.*,helps,2016-01-08/);
  });

  test('says what is wrong with the form, and keeps what was chosen', async () => {
    const own = await team();
    const page = readPage(await assign(own, { person: '', 'due-on': '1 1 2016' }), 422);
    expect(page.errors.map(({ message }) => message)).toEqual([
      'Choose a person',
      'Choose at least one section',
      'The due date must be today or later',
    ]);
    const late = await assign(own, { person: own.ashaId, [readiness]: ['leadership'], 'due-on': '20 January 2016' });
    const told = readPage(await own.ben.get(late.headers.location ?? ''), 200);
    expect(told.told).toContain('after the deadline');
    expect((await rowOf(own, 'Leadership'))[2]).toContain('20 January 2016, after the deadline');
  });

  test('gives a question alone to somebody else, who has it instead of whoever has the section', async () => {
    const own = await team();
    const { trust, ben, ashaId, carolId } = own;
    await assign(own, { person: ashaId, [readiness]: ['leadership'] });
    const [, , , before] = await rowOf(own, 'Leadership');
    const address = paths.assignSections(trust, ROUND, { setting: 'acute', section: 'leadership' });
    const fields = { person: carolId, part: 'answers', 'due-on': '9 1 2016', questions: ['LD2'] };
    expect((await ben.submit(address, fields)).statusCode).toBe(303);
    const rows = (await rowsOf(own)).filter(([thing]) => thing?.includes('Leadership'));
    expect(rows.map(([thing, who, , answered]) => [thing, who, answered].join('; '))).toEqual([
      expect.stringMatching(/^2\. Leadership; Asha Example; 0 of \d+$/),
      '2. Leadership, question LD2; Carol Example; 0 of 1',
    ]);
    expect(Number(before?.match(/\d+$/)?.[0])).toBe(1 + Number(rows[0]?.[3]?.match(/\d+$/)?.[0]));
  });

  test('is for the coordinator and whoever signs; others see the board alone, and nobody outside does', async () => {
    const own = await team();
    const { trust, asha } = own;
    expect((await asha.get(board(trust))).statusCode).toBe(200);
    expect((await asha.get(paths.assignSections(trust, ROUND))).statusCode).toBe(403);
    const stranger = await signInAs(service, [{ role: 'analyst' }]);
    expect((await stranger.get(board(trust))).statusCode).toBe(403);
  });
});

describe('changing what is assigned', () => {
  const change = async ({ trust, ben }: Team, personId: string, fields: Record<string, string | readonly string[]>) => {
    const address = paths.changeAssignments(trust, ROUND, { person: personId });
    const { database } = service;
    const rows = await database.selectFrom('assignment').selectAll().where('person_id', '=', personId).execute();
    const ids = rows.map(({ assignment_id: id }) => id);
    expect((await ben.read(address)).buttons).toContain('Change it');
    return ben.submit(address, { assignments: ids, 'due-on': '', person: '', message: '', ...fields });
  };

  test('hands everything of one person to another with a reason, and keeps what was', async () => {
    const own = await team();
    const { trust, ben, ashaId, carolId } = own;
    await assign(own, { person: ashaId, [readiness]: ['leadership', 'resourcing'] });
    const silent = readPage(await change(own, ashaId, { change: 'hand-over', person: carolId }), 422);
    expect(silent.errors.map(({ message }) => message)).toEqual(['Say why: whoever has it now is told']);
    const fields = { change: 'hand-over', person: carolId, message: 'Asha is away until March.' };
    expect((await change(own, ashaId, fields)).statusCode).toBe(303);
    expect((await rowOf(own, 'Leadership'))[1]).toBe('Carol Example');
    expect((await rowOf(own, 'Resourcing'))[1]).toBe('Carol Example');
    const history = await ben.read(paths.changeAssignments(trust, ROUND, { setting: 'acute', section: 'leadership' }));
    expect(history.section('What was done').text).toContain('Asha is away until March.');
  });

  test('moves a due date, takes back, and asks again', async () => {
    const own = await team();
    const { trust, ashaId, asha } = own;
    await assign(own, { person: ashaId, [readiness]: ['leadership'] });
    await change(own, ashaId, { change: 'due', 'due-on': '11 1 2016' });
    expect((await rowOf(own, 'Leadership'))[2]).toBe('11 January 2016');
    await asha.submit(section(trust, 'leadership'), { after: 'done', 'answer-LD1': '', 'revision-LD1': '0' });
    expect((await rowOf(own, 'Leadership')).join()).toContain('Done');
    await change(own, ashaId, { change: 'ask-again', message: 'LD3 is empty.' });
    expect((await rowOf(own, 'Leadership')).join()).toContain('To do');
    await change(own, ashaId, { change: 'take-back', message: 'Carol knows more.' });
    expect((await rowOf(own, 'Leadership')).join()).toContain('Not assigned');
  });
});

describe('what is owed', () => {
  test('is with nobody once the role of whoever had it has ended', async () => {
    const own = await team();
    await assign(own, { person: own.ashaId, [readiness]: ['leadership'] });
    await service.database
      .updateTable('role_grant')
      .set({ ended_at: now, end_reason: 'Left' })
      .where('person_id', '=', own.ashaId)
      .execute();
    const row = (await rowOf(own, 'Leadership')).join();
    expect(row).toContain('Nobody answers for it');
    expect(row).toContain('Asha Example, who has no role here any more');
  });

  test('is reminded of with a note once a day, one person or all that is overdue', async () => {
    const own = await team();
    const { trust, ben, ashaId } = own;
    await assign(own, { person: ashaId, [readiness]: ['leadership', 'resourcing'] });
    const before = await ben.read(board(trust, { show: 'overdue' }));
    expect(before.text).toContain('Nothing is overdue.');
    now = new Date(now.getTime() + 5 * DAY_MILLISECONDS);
    expect((await rowOf(own, 'Leadership')).join()).toContain('Overdue');
    const address = paths.remindOfAssignments(trust, ROUND);
    expect((await ben.read(board(trust, { show: 'overdue' }))).link('Remind everybody who is overdue')).toBe(address);
    expect((await ben.submit(address, { note: 'The board meets on Friday.' })).statusCode).toBe(303);
    expect((await ben.read(board(trust))).told).toContain('2 assignments reminded of');
    const again = await ben.read(paths.remindOfAssignments(trust, ROUND, ashaId));
    expect(again.text).toContain('less than a day ago');
    expect(again.buttons).not.toContain('Remind');
    now = new Date(now.getTime() + DAY_MILLISECONDS);
    expect((await ben.read(address)).buttons).toContain('Remind');
  });

  test('counts what is answered and who saved it last, and is no lock', async () => {
    const own = await team();
    const { trust, ashaId, carol } = own;
    await assign(own, { person: ashaId, [readiness]: ['leadership'] });
    expect((await answer(carol, trust, 'leadership', 'LD1')).statusCode).toBe(303);
    const row = await rowOf(own, 'Leadership');
    expect(row[3]).toMatch(/^1 of \d+$/);
    expect(row[4]).toContain('by Carol Example');
  });
});

function fail(): never {
  throw new Error('There is no such instrument');
}
