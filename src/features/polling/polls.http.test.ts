import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { DAY_MILLISECONDS, dayFrom, today } from '../../platform/days.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';
import { getPlacement } from '../directory/index.ts';
import { type MailedService, startMailedService } from '../people/testing/mailed-service.ts';
import { endOverduePolls } from '../polls/index.ts';

let service: MailedService;
beforeAll(async () => {
  service = await startMailedService();
});
afterAll(() => service.close());

const mailed = (trust: string, count: number) =>
  Array.from({ length: count }, (_, index) => `voter-${index}-${trust.toLowerCase()}@example.nhs.uk`);

async function coordinatorOf(trust: string): Promise<Visitor> {
  return signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Ben Example' });
}

const inAMonth = () => dayFrom(today(service.context.clock), 30);

interface Opened {
  readonly page: string;
  readonly addresses: readonly string[];
}

async function openPoll(ben: Visitor, trust: string, count: number, changed = {}): Promise<Opened> {
  const addresses = mailed(trust, count);
  const form = { questions: ['LD1', 'LD2'], addresses: addresses.join('\n'), 'runs-until': inAMonth() };
  const asking = `/workspace/assessments/${trust}/${roundId}/polls/new/leadership`;
  expect(paths.openPoll(trust, roundId, 'leadership')).toBe(asking);
  const sent = await ben.submit(asking, { ...form, ...changed });
  expect(sent.statusCode).toBe(303);
  return { page: String(sent.headers.location), addresses };
}

/** The address of the newest link that somebody was sent. */
async function linkTo(address: string, letters = 1): Promise<string> {
  const letter = (await service.waitForLetters(address, letters)).at(-1) ?? '';
  return /http:\/\/roadmaps\.example(\/vote\?token=[\w-]+)/.exec(letter)?.[1] ?? '';
}

/** Sends answers by a link, from a browser that knows no session; whether the link takes any is for the service to say. */
async function vote(link: string, choice: string, more = {}) {
  const visitor = new Visitor(service.app);
  const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
  const form = { token, 'answer-LD1': choice, 'answer-LD2': 'cannot-say', ...more };
  expect(paths.vote()).toBe('/vote');
  return visitor.submit(paths.contact(), form, paths.vote());
}

const choices = ['agree-completely', 'mostly-agree', 'mostly-agree', 'neither', 'mostly-agree', 'disagree-completely'];

describe('a poll of colleagues', () => {
  it('is answered by links without an account, each once, and seen by nobody before it is closed', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 7, { message: 'It is about the wards.' });
    const links = await Promise.all(addresses.map((address) => linkTo(address)));
    const ballot = await new Visitor(service.app).get(links[0] ?? '');
    expect(ballot.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-store',
    });
    expect(readPage(ballot, 200).text).toContain('asks 7 people, of whom you are one');
    const missing = readPage(await vote(links[0] ?? '', '', { 'comment-LD1': 'Typed with care' }), 422);
    expect(missing.errors.map(({ message }) => message)).toEqual(['Choose an answer to LD1']);
    expect(missing.field('Comment on LD1 (optional)').value).toBe('Typed with care');
    for (const [index, choice] of choices.entries()) {
      const sent = await vote(links[index] ?? '', choice, index === 3 ? { 'comment-LD1': 'Plum stones' } : {});
      expect(sent.headers.location).toBe(paths.voted());
    }
    expect(readPage(await vote(links[0] ?? '', 'neither'), 410).title).toBe('This link has been used');
    const open = await ben.get(page);
    expectNowhere(open, 'Plum stones', 'ldr-chart__bar', ...addresses);
    expect(readPage(open, 200).fact('Answered').text).toBe('6 of 7');
    await ben.submit(page, { step: 'close' });
    const closed = await ben.read(page);
    expect(closed.table('What colleagues answered to LD1')).toEqual([
      ['Disagree completely', '1'],
      ['Mostly disagree', '0'],
      ['Neither agree nor disagree', '1'],
      ['Mostly agree', '3'],
      ['Agree completely', '1'],
    ]);
    expect(closed.text).toContain('Plum stones');
    expect(closed.text).toContain('Fewer than 5 colleagues gave an answer');
    const late = readPage(await vote(links[6] ?? '', 'neither'), 410);
    expect(late.title).toBe('This poll is closed');
    expectNowhere(await new Visitor(service.app).get(links[6] ?? ''), 'LD1', trust);
    const section = await ben.read(paths.assessmentSection(trust, roundId, 'leadership'));
    expect(section.details('Colleagues on LD1: 6 answers').text).toContain('Mostly agree: 3 of 6');
    expect(section.text).toContain('Colleagues on LD2: too few answers to show');
    const dissent = { step: 'dissent', 'dissent-LD1': 'Not on the wards', 'dissent-LD2': '' };
    const revisions = { 'revision-LD1': '0', 'revision-LD2': '0' };
    await ben.submit(page, { ...dissent, ...revisions });
    const clash = readPage(await ben.submit(page, { ...dissent, ...revisions, 'dissent-LD1': 'Nor at night' }), 409);
    expect(clash.errors.map(({ message }) => message)).toEqual([
      'Somebody else has written on LD1 since you opened this page. Theirs is above yours; save to put yours in its place',
    ]);
    expect(clash.field('Does not agree on LD1 (optional)').value).toBe('Nor at night');
    const agreed = await ben.read(paths.assessmentSection(trust, roundId, 'leadership'));
    expect(agreed.details('Colleagues on LD1: 6 answers, one view differs').text).toMatch(
      /Does not agree \(written by Ben Example on .*Not on the wards/,
    );
    // The question whose spread is shown is not polled again; the one of which nothing was shown may be.
    const again = await ben.read(paths.openPoll(trust, roundId, 'leadership'));
    expect(again.text).toContain('Already polled: LD1.');
  });

  it('leaves no trace in the database that ties a vote to a link, and after its end no address', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 6);
    const links = await Promise.all(addresses.map((address) => linkTo(address)));
    for (const link of links.slice(0, 3)) {
      await vote(link, 'neither', { 'comment-LD1': 'Cherry stones' });
    }
    const { database } = service;
    const ofPoll = sql`poll_id = ${page.split('/').at(-1)}::uuid`;
    for (const table of ['poll_invitation', 'poll_tally', 'poll_comment']) {
      const { rows } = await sql<{ writers: number }>`
        select count(distinct xmin::text)::integer as writers from ${sql.table(table)} where ${ofPoll}`.execute(
        database,
      );
      expect([table, rows[0]?.writers]).toEqual([table, 1]);
    }
    await ben.submit(page, { step: 'close' });
    const kept = await sql`
      select recipient::text as value from poll_invitation where ${ofPoll} and recipient is not null
      union all select body from poll_comment where ${ofPoll}
      union all select choice from poll_tally where ${ofPoll}`.execute(database);
    expect(kept.rows).toEqual([]);
    const { rows: events } = await sql<{ detail: string }>`
      select detail::text as detail from audit_event where chain = ${`poll:${page.split('/').at(-1)}`}`.execute(
      database,
    );
    expect(events).toHaveLength(2);
    expect(events.filter(({ detail }) => detail.includes('@') || detail.includes('Cherry'))).toEqual([]);
  });

  it('counts one of two votes by one link at once', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 5);
    const link = await linkTo(addresses[0] ?? '');
    const sent = await Promise.all(['neither', 'neither', 'mostly-agree'].map((choice) => vote(link, choice)));
    expect(sent.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 410, 410]);
    expect((await ben.read(page)).fact('Answered').text).toBe('1 of 5');
  });

  it('reminds those alone whose link was not used, with another one, once a day', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 5);
    const [first = '', second = ''] = await Promise.all(addresses.map((address) => linkTo(address)));
    await vote(first, 'neither');
    await ben.submit(page, { step: 'remind' });
    expect((await ben.read(page)).told).toContain('4 people are reminded');
    const fresh = await linkTo(addresses[1] ?? '', 2);
    expect(service.lettersTo(addresses[0] ?? '')).toHaveLength(1);
    expect(readPage(await vote(second, 'neither'), 404).title).toBe('This link does not work');
    expect((await vote(fresh, 'neither')).statusCode).toBe(303);
    expect(readPage(await ben.submit(page, { step: 'remind' }), 409).text).toContain('reminded less than a day ago');
  });

  it('is withdrawn with a reason, and can then be opened anew', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 5);
    const link = await linkTo(addresses[0] ?? '');
    expect(readPage(await ben.submit(page, { step: 'withdraw' }), 422).errors[0]?.message).toBe('Say why');
    await ben.submit(page, { step: 'withdraw', reason: 'The wrong people' });
    expect((await ben.read(page)).text).toContain('The wrong people');
    expect(readPage(await vote(link, 'neither'), 410).title).toBe('This poll was withdrawn');
    await openPoll(ben, trust, 5);
  });

  it('can be answered by links that are handed out', async () => {
    const trust = nextTrust();
    const ben = await coordinatorOf(trust);
    const form = { questions: 'LD1', addresses: '', links: '5', 'runs-until': inAMonth() };
    const shown = readPage(await ben.submit(paths.openPoll(trust, roundId, 'leadership'), form), 200);
    const links = [...shown.text.matchAll(/roadmaps\.example(\/vote\?token=[\w-]+)/g)].map(([, link]) => link ?? '');
    expect(links).toHaveLength(5);
    for (const link of links) {
      expect((await vote(link, 'neither')).statusCode).toBe(303);
    }
    const few = readPage(await ben.submit(paths.openPoll(trust, roundId, 'leadership'), { ...form, links: '4' }), 422);
    expect(few.errors.at(-1)?.message).toContain('Ask at least 5 people');
    expect(few.field('Links to hand out yourself (optional)').value).toBe('4');
  });
});

describe('what colleagues said', () => {
  it('is for their organisation alone', async () => {
    const trust = 'RP5';
    const ben = await coordinatorOf(trust);
    const { page, addresses } = await openPoll(ben, trust, 5);
    for (const address of addresses) {
      await vote(await linkTo(address), 'agree-completely', { 'comment-LD1': 'Plum stones in the north wing' });
    }
    await ben.submit(page, { step: 'close' });
    const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    expect((await asha.read(page)).text).toContain('Plum stones in the north wing');
    expect((await asha.submit(paths.contact(), { step: 'close' }, page)).statusCode).toBe(403);
    expect((await asha.get(paths.openPoll(trust, roundId, 'leadership'))).statusCode).toBe(403);
    const { positionOn } = service.context.pack;
    const { regionIds, footprintIds } = await getPlacement(service.database, trust, { day: positionOn, positionOn });
    const nobody = new Visitor(service.app);
    const others = await Promise.all([
      coordinatorOf('RL4'),
      signInAs(service, [{ role: 'reviewer', scopeId: regionIds[0] ?? '' }]),
      signInAs(service, [{ role: 'lead', scopeId: footprintIds[0] ?? '' }]),
      signInAs(service, [{ role: 'programme-manager' }]),
      signInAs(service, [{ role: 'administrator' }]),
      nobody,
    ]);
    for (const visitor of others) {
      // Whoever is not signed in is sent to do so.
      const refused = visitor === nobody ? 303 : 403;
      expect((await visitor.get(page)).statusCode).toBe(refused);
      expect((await visitor.get(paths.polls(trust, roundId))).statusCode).toBe(refused);
      for (const address of [
        paths.assessment(trust, roundId),
        paths.organisation(trust),
        paths.audit(),
        paths.letters(),
      ]) {
        expectNowhere(await visitor.get(address), 'Plum stones', page);
      }
    }
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'poll_comment'`.execute(
      service.database,
    );
    const each = tables.rows.map(
      ({ name }) =>
        sql`select ${name}::text as name from ${sql.table(name)} as each where each::text like '%Plum stones in the north%'`,
    );
    expect((await sql<{ name: string }>`${sql.join(each, sql` union `)}`.execute(service.database)).rows).toEqual([]);
  });
});

it('is closed by its day, and forgets whom it asked', async () => {
  const trust = nextTrust();
  const ben = await coordinatorOf(trust);
  const { addresses, page } = await openPoll(ben, trust, 5);
  const link = await linkTo(addresses[0] ?? '');
  const afterwards = new Date(Date.now() + 40 * DAY_MILLISECONDS);
  expect(await endOverduePolls(service.context, afterwards)).toBeGreaterThan(0);
  expect(readPage(await new Visitor(service.app).get(link), 410).title).toBe('This poll is closed');
  expect((await ben.read(page)).text).toContain('Closed by itself');
});

it('a survey of staff is answered by anybody who has its address, once from each browser', async () => {
  const trust = nextTrust();
  const ben = await coordinatorOf(trust);
  const opened = await ben.submit(paths.openSurvey(trust, roundId), { 'runs-until': inAMonth() });
  const page = String(opened.headers.location);
  const link = /roadmaps\.example(\/vote\?token=[\w-]+)/.exec((await ben.read(page)).text)?.[1] ?? '';
  const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
  const asked = ['LD5', 'RS5', 'GV4', 'EI3', 'EI5'];
  const ballot = { token, ...Object.fromEntries(asked.map((id) => [`answer-${id}`, 'mostly-agree'])) };
  const staff = asked.map(() => new Visitor(service.app));
  expect((await staff[0]?.read(link))?.text).toContain('asks everybody who works there about 5 questions');
  for (const visitor of staff) {
    expect((await visitor.submit(link, ballot, paths.vote())).headers.location).toBe(paths.voted());
    expect(readPage(await visitor.get(link), 410).title).toBe('This browser has answered already');
    expect((await visitor.submit(paths.contact(), ballot, paths.vote())).statusCode).toBe(410);
  }
  const open = await ben.get(page);
  expect(readPage(open, 200).fact('Answered').text).toBe('5 so far');
  expectNowhere(open, 'ldr-chart__bar');
  await ben.submit(page, { step: 'close' });
  expect((await ben.read(page)).table('What colleagues answered to LD5')).toContainEqual(['Mostly agree', '5']);
  const section = await ben.read(paths.assessmentSection(trust, roundId, 'leadership'));
  expect(section.text).toContain('Staff on LD5: 5 answers');
  expect(readPage(await new Visitor(service.app).get(link), 410).title).toBe('This poll is closed');
  const again = await ben.read(paths.openSurvey(trust, roundId));
  expect(again.text).toContain('Everything that staff can be asked is polled already');
});
