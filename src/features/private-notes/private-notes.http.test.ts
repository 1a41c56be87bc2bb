import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { sectionOf } from '../assessment/testing/pages.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';
import { addressOf, begin, formOf, notesOf, pairOf, threadsOf } from './testing/note-steps.ts';

let service: TestService;
const now = new Date('2015-12-03T10:00:00Z');

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
});
afterAll(() => service.close());

const stepsOf = (trust: string) =>
  service.database
    .selectFrom('thread_step')
    .select(['kind', 'state', 'body', 'taken_by as by'])
    .where('scope_id', '=', trust)
    .orderBy('taken_at')
    .orderBy('number')
    .execute();

describe('a thread of private notes', () => {
  it('begins at the question, which is saved first, and is there for a colleague to answer', async () => {
    const { trust, ben, asha, ashaId } = await pairOf(service, nextTrust());
    const section = sectionOf(trust, 'strategic-alignment');
    expect((await ben.read(section)).details('Private notes for SA1 (none)').text).toContain('your organisation alone');
    const sent = await ben.submit(section, {
      'answer-SA1': 'mostly-agree',
      'comment-SA1': 'The board approved it in May',
      'revision-SA1': '0',
      after: 'notes:SA1',
    });
    expect(sent.headers.location).toBe(notesOf(trust));
    await begin(service, { trust, ben }, 'Was it May?\nOr June?', [ashaId]);
    const page = await asha.read(notesOf(trust));
    expect(page.section('Thread 1 Open').text).toContain('Ben Example, 3 December 2015');
    expect(page.section('Thread 1 Open').text).toContain('To Asha Example Was it May?');
    const [thread = ''] = await threadsOf(service, trust);
    const form = await formOf(asha, trust, thread);
    const added = await asha.post(addressOf(trust, thread), { ...form, [`text-${thread}`]: 'May', step: 'reply' });
    expect(added.headers.location).toBe(`${notesOf(trust)}#thread-${thread}`);
    expect((await ben.read(notesOf(trust))).text).toContain('Asha Example, 3 December 2015');
    const beside = (await asha.read(section)).details('Private notes for SA1 (1, 1 open)');
    expect(beside.text).toContain('Save and open private notes');
  });

  it('is resolved and opened again on the record, each with a word or without', async () => {
    const pair = await pairOf(service, nextTrust());
    const { trust, ben, asha } = pair;
    const thread = await begin(service, pair, 'Is it so?');
    const send = async (step: string, text = '') =>
      (
        await asha.post(addressOf(trust, thread), {
          ...(await formOf(asha, trust, thread)),
          [`text-${thread}`]: text,
          step,
        })
      ).statusCode;
    expect(await send('resolve')).toBe(303);
    const page = await ben.read(notesOf(trust));
    const [folded] = page.headings.filter((heading) => heading === 'Resolved');
    expect(folded).toBe('Resolved');
    expect(page.text).toContain('Thread 1. Resolved by Asha Example on 3 December 2015');
    expect((await ben.read(sectionOf(trust, 'strategic-alignment'))).text).toContain(
      'Private notes for SA1 (1, 0 open)',
    );
    expect(await send('reopen', 'Not for the north wing')).toBe(303);
    expect((await ben.read(notesOf(trust))).section('Thread 1 Open').text).toContain('Asha Example opened it again');
    expect((await stepsOf(trust)).map(({ kind, state }) => [kind, state])).toEqual([
      ['open', 'open'],
      ['resolve', 'resolved'],
      ['reopen', 'open'],
    ]);
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', sql<string>`detail::text`.as('detail')])
      .where('chain', '=', `thread:${thread}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['thread.open', 'thread.resolve', 'thread.reopen']);
    expect(events.some(({ detail }) => detail.includes('north wing'))).toBe(false);
  });

  it('is begun once by a form that is sent twice, and so is what is added', async () => {
    const { trust, ben } = await pairOf(service, nextTrust());
    const page = await ben.get(notesOf(trust));
    const form = /name="form" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
    const fields = { _csrf: await ben.tokenOf(notesOf(trust)), form, 'text-new': 'Once' };
    const sent = await Promise.all([1, 2, 3, 4].map(() => ben.post(notesOf(trust), fields)));
    expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
    const [thread = '', ...more] = await threadsOf(service, trust);
    expect(more).toEqual([]);
    const reply = { ...(await formOf(ben, trust, thread)), [`text-${thread}`]: 'Once more', step: 'reply' };
    const again = await Promise.all([1, 2, 3].map(() => ben.post(addressOf(trust, thread), reply)));
    expect(again.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect((await stepsOf(trust)).map(({ body }) => body)).toEqual(['Once', 'Once more']);
    await ben.post(notesOf(trust), { ...fields, 'text-new': 'Something else from the same page' });
    expect(await threadsOf(service, trust)).toHaveLength(2);
    await ben.post(notesOf(trust, 'SA2'), fields);
    expect(await threadsOf(service, trust)).toHaveLength(3);
  });

  it('is not said to be resolved by an old form where somebody has opened it again', async () => {
    const pair = await pairOf(service, nextTrust());
    const { trust, ben, asha } = pair;
    const thread = await begin(service, pair, 'Is it so?');
    const old = { ...(await formOf(ben, trust, thread)), step: 'resolve' };
    await ben.post(addressOf(trust, thread), old);
    await ben.read(notesOf(trust));
    await asha.post(addressOf(trust, thread), { ...(await formOf(asha, trust, thread)), step: 'reopen' });
    expect((await ben.post(addressOf(trust, thread), old)).statusCode).toBe(303);
    const page = await ben.read(notesOf(trust));
    expect(page.text).toContain('You had sent this already. Asha Example has opened it again since');
    expect(page.text).not.toContain('The thread is resolved');
    expect((await stepsOf(trust)).map(({ kind }) => kind)).toEqual(['open', 'resolve', 'reopen']);
  });
});

describe('two people in one thread', () => {
  it('both add to it, whatever either has read', async () => {
    const pair = await pairOf(service, nextTrust());
    const { trust, ben, asha } = pair;
    const thread = await begin(service, pair, 'Is it so?');
    const forms = [await formOf(ben, trust, thread), await formOf(asha, trust, thread)];
    const sent = await Promise.all(
      [ben, asha].map((each, index) =>
        each.post(addressOf(trust, thread), { ...forms[index], [`text-${thread}`]: `Reply ${index}`, step: 'reply' }),
      ),
    );
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect((await stepsOf(trust)).map(({ body }) => body).toSorted()).toEqual(['Is it so?', 'Reply 0', 'Reply 1']);
  });

  test.each([
    ['resolves it', 'resolve', 'Asha Example has written in it meanwhile', 'reply'],
    ['adds to what is resolved', 'reply', 'Asha Example has resolved it meanwhile', 'resolve'],
  ])('who %s meanwhile is shown what the other did, with what they typed', async (_who, step, words, theirs) => {
    const pair = await pairOf(service, nextTrust());
    const { trust, ben, asha } = pair;
    const thread = await begin(service, pair, 'Is it so?');
    const before = await formOf(ben, trust, thread);
    const other = { ...(await formOf(asha, trust, thread)), [`text-${thread}`]: 'It is not', step: theirs };
    await asha.post(addressOf(trust, thread), other);
    const typed = { ...before, [`text-${thread}`]: 'Typed with care', step };
    const page = readPage(await ben.post(addressOf(trust, thread), typed), 409);
    expect(page.errors[0]?.message).toContain(words);
    const shown =
      step === 'resolve' ? page : page.details('Thread 1. Resolved by Asha Example on 3 December 2015 at 10:00');
    expect(shown.text).toContain('It is not');
    const label = step === 'resolve' ? 'Add to thread 1' : 'Add to thread 1 (optional)';
    expect(page.field(label).value).toBe('Typed with care');
    // With what has been read now, it goes on.
    const next = step === 'resolve' ? 'resolve' : 'reopen';
    const again = { ...(await formOf(ben, trust, thread)), [`text-${thread}`]: 'Typed with care', step: next };
    expect((await ben.post(addressOf(trust, thread), again)).statusCode).toBe(303);
    expect((await stepsOf(trust)).at(-1)).toMatchObject({ kind: next, body: 'Typed with care' });
  });
});

describe('what cannot be taken', () => {
  it('is said, with what was typed', async () => {
    const pair = await pairOf(service, nextTrust());
    const { trust, ben, asha, ashaId } = pair;
    const empty = readPage(await ben.submit(notesOf(trust), { 'text-new': ' ', 'tell-new': ashaId }), 422);
    expect(empty.errors[0]?.message).toBe('Write something first');
    expect(empty.chosen.join()).toContain('Asha Example');
    const long = readPage(await ben.submit(notesOf(trust), { 'text-new': 'x'.repeat(4001) }), 422);
    expect(long.field('Your note').value).toHaveLength(4001);
    const stranger = { 'text-new': 'To nobody here', 'tell-new': 'somebody-else' };
    expect(readPage(await ben.submit(notesOf(trust), stranger), 422).field('Your note').value).toBe('To nobody here');
    await service.database
      .updateTable('role_grant')
      .set({ ended_at: now, end_reason: 'Left' })
      .where('person_id', '=', ashaId)
      .execute();
    const gone = readPage(await ben.submit(notesOf(trust), { 'text-new': 'For Asha', 'tell-new': ashaId }), 422);
    expect(gone.field('Your note').value).toBe('For Asha');
    expect((await asha.get(notesOf(trust))).statusCode).toBe(403);
    expect(await threadsOf(service, trust)).toEqual([]);
  });

  it('is a thread of another organisation, or about another question', async () => {
    const [one, other] = [await pairOf(service, nextTrust()), await pairOf(service, nextTrust())];
    const thread = await begin(service, one, 'Plum stones');
    const fields = { [`text-${thread}`]: 'Mine now', step: 'reply', read: '1' };
    expect((await other.ben.submit(notesOf(other.trust), fields, addressOf(other.trust, thread))).statusCode).toBe(404);
    expect((await other.ben.submit(notesOf(other.trust), fields, addressOf(one.trust, thread))).statusCode).toBe(403);
    const elsewhere = paths.thread(one.trust, roundId, 'SA2', thread);
    expect((await one.ben.submit(notesOf(one.trust), fields, elsewhere)).statusCode).toBe(404);
    expect((await other.ben.get(notesOf(one.trust))).statusCode).toBe(403);
    expect((await one.ben.get(notesOf(one.trust, 'nothing'))).statusCode).toBe(404);
    expect(await stepsOf(one.trust)).toHaveLength(1);
  });
});

it('lists every thread of a return, those that are open first, with whom they wait for', async () => {
  const pair = await pairOf(service, nextTrust());
  const { trust, ben, ashaId } = pair;
  const first = await begin(service, pair, 'Settled');
  await ben.post(addressOf(trust, first), { ...(await formOf(ben, trust, first)), step: 'resolve' });
  await begin(service, pair, 'x'.repeat(200), [ashaId]);
  const list = await ben.read(paths.privateNotes(trust, roundId));
  expect(
    list.table('Threads, open ones first').map(([, begins, state, waits]) => [begins?.length, state, waits]),
  ).toEqual([
    [101, 'Open', 'Asha Example'],
    ['Settled'.length, 'Resolved', 'Nobody'],
  ]);
  const { database } = service;
  const ended = { ended_at: now, end_reason: 'Left' };
  await database.updateTable('role_grant').set(ended).where('person_id', '=', ashaId).execute();
  const after = await ben.read(paths.privateNotes(trust, roundId));
  expect(after.table('Threads, open ones first')[0]?.[3]).toBe('Nobody');
  expect((await ben.read(paths.assessment(trust, roundId))).link('Private notes (1 open)')).toBe(
    paths.privateNotes(trust, roundId),
  );
});

it('takes what is written when the session has ended, once its writer has signed in again', async () => {
  const pair = await pairOf(service, nextTrust());
  const { trust, ben } = pair;
  const token = await ben.tokenOf(notesOf(trust));
  await service.database.deleteFrom('session').execute();
  const headers = { 'sec-fetch-site': 'same-origin' };
  const kept = await ben.post(notesOf(trust), { _csrf: token, 'text-new': 'Typed before it ended' }, headers);
  expect(readPage(kept, 401).text).toContain('Typed before it ended');
});
