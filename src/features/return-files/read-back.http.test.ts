import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { hostileWorkbooks } from '../../platform/files/workbook/testing/hostile-workbooks.ts';
import { evidenceFor } from '../assessment/testing/evidence-steps.ts';
import { savedOf, sectionOf } from '../assessment/testing/pages.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';
import { filledFrom, type Typed } from './testing/filled-return.ts';

let service: TestService;
const now = new Date('2015-12-03T10:00:00Z');
const section = 'strategic-alignment';
const text = 'Our board has approved a digital strategy that serves our clinical and business aims.';

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
});
afterAll(() => service.close());

interface Team {
  readonly trust: string;
  readonly ben: Visitor;
  readonly asha: Visitor;
  readonly workbook: Buffer;
}

/** A trust with two people, one answer with a note, and its workbook as it was downloaded then. */
async function team(): Promise<Team> {
  const trust = nextTrust();
  const ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { personId: `ben-${trust}` });
  const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }], { personId: `asha-${trust}` });
  await answer(ben, trust, { 'answer-SA1': 'mostly-agree', 'comment-SA1': 'As the board saw it', 'revision-SA1': '0' });
  const workbook = (await ben.get(paths.returnDownload(trust, roundId, 'xlsx'))).rawPayload;
  return { trust, ben, asha, workbook };
}

const answer = (who: Visitor, trust: string, fields: Record<string, string>) =>
  who.submit(sectionOf(trust, section), fields);

function sendBack(who: Visitor, trust: string, content: Uint8Array): Promise<LightMyRequestResponse> {
  const file = { name: 'answers.xlsx', content: Uint8Array.from(content) };
  return who.upload(paths.returnFiles(trust, roundId), {}, file);
}

/** Sends the form of a page that shows what a file would change, with these choices. */
function choose(who: Visitor, trust: string, page: LightMyRequestResponse, chosen: Record<string, 'file' | 'here'>) {
  const [first = ''] = /name="((?:links-)?stands-[^"]+)"/.exec(page.body)?.slice(1) ?? [];
  const fields = Object.entries(chosen).map(([id, side]) => [`stands-${id}`, side]);
  return who.post(paths.acceptReturnFile(trust, roundId), {
    ...untouched(formOn(page.body, first)),
    ...Object.fromEntries(fields),
  });
}

async function answersOf(trust: string) {
  const saved = await savedOf(service, trust);
  return Object.fromEntries(
    saved.map(({ questionId, value, comment, revision, savedBy }) => [
      questionId,
      [value?.kind === 'option' ? value.optionId : (value?.kind ?? null), comment, revision, savedBy.personName],
    ]),
  );
}

const filled: readonly Typed[] = [
  ['SA1', 'answer', 'Agree completely'],
  ['SA2', 'answer', 'Neither agree nor disagree'],
  ['SA2', 'note', 'Asked in May'],
  ['RA1', 'answer', '81% to 100%'],
];

describe('a workbook that comes back', () => {
  it('shows what it would change, and saves nothing before that is accepted', async () => {
    const { trust, ben, workbook } = await team();
    const page = await sendBack(ben, trust, filledFrom(workbook, filled, 'libreoffice'));
    const read = readPage(page, 200);
    expect(read.title).toContain('What the file would change');
    const first = read.section('1. Strategic alignment').group(`SA1. ${text}`);
    expect([first.fact('Stands here').text, first.fact('In the file').text]).toEqual([
      expect.stringContaining('Mostly agree Note: As the board saw it Saved by'),
      'Agree completely Note: As the board saw it',
    ]);
    expect(await answersOf(trust)).toMatchObject({
      SA1: ['mostly-agree', 'As the board saw it', 1, expect.anything()],
    });
    const saved = await choose(ben, trust, page, {});
    expect(saved.headers.location).toBe(paths.returnFiles(trust, roundId));
    expect((await ben.read(paths.returnFiles(trust, roundId))).told).toBe('3 answers of the file are saved');
    expect(await answersOf(trust)).toMatchObject({
      SA1: ['agree-completely', 'As the board saw it', 2, expect.anything()],
      SA2: ['neither', 'Asked in May', 1, expect.anything()],
      RA1: ['81-100', '', 1, expect.anything()],
    });
    const again = readPage(await sendBack(ben, trust, filledFrom(workbook, filled)), 200);
    expect(again.text).toContain('Nothing in the file differs from what stands here.');
  });

  it('leaves emptied cells alone, until somebody says otherwise', async () => {
    const { trust, ben, workbook } = await team();
    const emptied = filledFrom(workbook, [
      ['SA1', 'answer', ''],
      ['SA1', 'note', ''],
    ]);
    const page = await sendBack(ben, trust, emptied);
    expect(readPage(page, 200).text).toContain('The file empties the answer and the note.');
    await choose(ben, trust, page, {});
    expect((await ben.read(paths.returnFiles(trust, roundId))).told).toContain('Nothing was saved');
    await choose(ben, trust, page, { SA1: 'file' });
    expect(await answersOf(trust)).toMatchObject({ SA1: [null, '', 2, expect.anything()] });
  });

  it('has both sides of an answer that somebody changed since it was made, and one of them must be chosen', async () => {
    const { trust, ben, asha, workbook } = await team();
    await answer(asha, trust, { 'answer-SA1': 'neither', 'comment-SA1': 'Only in part', 'revision-SA1': '1' });
    const page = await sendBack(ben, trust, filledFrom(workbook, filled));
    const conflicts = readPage(page, 200).section('Changed here since the file was made');
    expect(conflicts.fact('Stands here').text).toContain('Neither agree nor disagree Note: Only in part Saved by');
    expect(conflicts.fact('In the file').text).toContain('Agree completely Note: As the board saw it');
    const open = readPage(await choose(ben, trust, page, {}), 422);
    expect(open.errors.map(({ message }) => message)).toEqual(['Choose which answer to question SA1 should stand']);
    expect(await answersOf(trust)).not.toHaveProperty('SA2');
    await choose(ben, trust, page, { SA1: 'here', SA2: 'file' });
    expect(await answersOf(trust)).toMatchObject({
      SA1: ['neither', 'Only in part', 2, expect.anything()],
      SA2: ['neither', 'Asked in May', 1, expect.anything()],
    });
  });

  it('saves nothing of what was accepted on a page that somebody else has overtaken', async () => {
    const { trust, ben, asha, workbook } = await team();
    const page = await sendBack(ben, trust, filledFrom(workbook, filled));
    await answer(asha, trust, { 'answer-SA2': 'mostly-agree', 'revision-SA2': '0' });
    const overtaken = await choose(ben, trust, page, {});
    const read = readPage(overtaken, 409);
    expect(read.errors.map(({ message }) => message)).toEqual([
      'Somebody else has changed question SA2 since this page was made. Choose which answer should stand',
    ]);
    expect(read.section('Changed here since the file was made').fact('Stands here').text).toContain('Mostly agree');
    expect(await answersOf(trust)).not.toHaveProperty('RA1');
    await choose(ben, trust, overtaken, { SA2: 'file' });
    expect(await answersOf(trust)).toMatchObject({
      SA1: ['agree-completely', 'As the board saw it', 2, expect.anything()],
      SA2: ['neither', 'Asked in May', 2, expect.anything()],
      RA1: ['81-100', '', 1, expect.anything()],
    });
  });

  it('changes an answer once where it is accepted twice at once', async () => {
    const { trust, ben, workbook } = await team();
    const page = await sendBack(ben, trust, filledFrom(workbook, filled));
    const both = await Promise.all([choose(ben, trust, page, {}), choose(ben, trust, page, {})]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await answersOf(trust)).toMatchObject({
      SA1: ['agree-completely', expect.anything(), 2, expect.anything()],
    });
  });

  it('brings links as evidence, beside those that came meanwhile, and takes none off unless somebody says so', async () => {
    const { trust, ben } = await team();
    const give = (link: string) => ben.submit(evidenceFor(trust), { link, title: `Paper ${link.slice(-1)}` });
    const links = async () => {
      const { items } = (await ben.get(paths.returnDownload(trust, roundId, 'json'))).json();
      return items.find(({ question }: { question: string }) => question === 'SA1').evidence.toSorted();
    };
    await give('https://example.org/a');
    const workbook = (await ben.get(paths.returnDownload(trust, roundId, 'xlsx'))).rawPayload;
    await give('https://example.org/b');
    const untouchedFile = readPage(await sendBack(ben, trust, filledFrom(workbook, [])), 200);
    expect(untouchedFile.text).toContain('Nothing in the file differs from what stands here.');
    const added: Typed = ['SA1', 'links', 'Paper a: https://example.org/a\nBoard: https://example.org/c'];
    const page = await sendBack(ben, trust, filledFrom(workbook, [added]));
    const shown = readPage(page, 200).section('Evidence that is a link');
    expect([shown.fact('Stand here').text, shown.fact('The file adds').text]).toEqual([
      expect.stringContaining('Paper b: https://example.org/b'),
      'Board: https://example.org/c',
    ]);
    await choose(ben, trust, page, {});
    expect((await ben.read(paths.returnFiles(trust, roundId))).told).toBe('1 link of the file is saved');
    expect(await links()).toEqual(['Board', 'Paper a', 'Paper b']);

    const gone = await sendBack(ben, trust, filledFrom(workbook, [['SA1', 'links', '']]));
    expect(readPage(gone, 200).fact('The file takes off').text).toBe('Paper a: https://example.org/a');
    await choose(ben, trust, gone, {});
    expect(await links()).toEqual(['Board', 'Paper a', 'Paper b']);
    const off = await ben.post(paths.acceptReturnFile(trust, roundId), {
      ...untouched(formOn(gone.body, 'links-stands-SA1')),
      'links-stands-SA1': 'file',
    });
    expect(off.statusCode).toBe(303);
    expect(await links()).toEqual(['Board', 'Paper b']);
  });

  it('says which cells cannot be read, and takes the others', async () => {
    const { trust, ben, workbook } = await team();
    const odd: readonly Typed[] = [...filled.filter(([id]) => id !== 'SA2'), ['SA2', 'answer', 'perhaps']];
    const page = await sendBack(ben, trust, filledFrom(workbook, odd));
    expect(readPage(page, 200).table('Cells that could not be read')).toEqual([
      ['SA2', 'C3 of “1. Strategic alignment”', expect.stringContaining('“perhaps” is none of the choices.')],
    ]);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['nothing', null, 'Choose the workbook that you filled in'],
    ['another kind of file', Buffer.from('Id,Answer'), 'is not an Excel workbook'],
    ['millions of cells', hostile('millions of cells'), 'more than 100,000 cells, which is more than is read'],
    ['links', hostile('a link to another file'), 'takes data from other files'],
  ])('for %s says why on the page, and what to do', async (_what, content, words) => {
    const { trust, ben } = await team();
    const sent =
      content === null
        ? await ben.upload(paths.returnFiles(trust, roundId), {}, { name: '', content: '' })
        : await sendBack(ben, trust, content);
    expect(readPage(sent, 422).errors).toEqual([{ message: expect.stringContaining(words), field: 'Workbook' }]);
  });

  it('is one of another organisation', async () => {
    const { workbook } = await team();
    const { trust, ben } = await team();
    const [error] = readPage(await sendBack(ben, trust, filledFrom(workbook, filled)), 422).errors;
    expect(error?.message).toContain('Choose the file that was taken from this page');
  });

  it('is any of somebody who may not answer, or of answers that cannot be changed now', async () => {
    const { trust, ben, workbook } = await team();
    const page = await sendBack(ben, trust, filledFrom(workbook, filled));
    const outsider = await signInAs(service, [{ role: 'coordinator', scopeId: nextTrust() }]);
    const tried = { _csrf: await outsider.tokenOf(paths.account()), 'stands-SA1': 'file', 'answer-SA1': 'neither' };
    expect((await outsider.post(paths.acceptReturnFile(trust, roundId), tried)).statusCode).toBe(403);
    expect((await outsider.post(paths.returnFiles(trust, roundId), tried)).statusCode).toBe(403);
    await service.database
      .updateTable('assessment')
      .set({ state: 'awaiting-authorisation' })
      .where('organisation_id', '=', trust)
      .execute();
    expect((await ben.read(paths.returnFiles(trust, roundId))).fields).toEqual([]);
    const late = readPage(await choose(ben, trust, page, {}), 409);
    expect(late.errors.map(({ message }) => message)).toEqual([expect.stringContaining('Nothing was saved')]);
    const file = { name: 'answers.xlsx', content: Uint8Array.from(workbook) };
    const locked = await ben.upload(paths.account(), {}, file, paths.returnFiles(trust, roundId));
    expect(readPage(locked, 409).errors).toHaveLength(1);
    expect(await answersOf(trust)).toMatchObject({ SA1: ['mostly-agree', expect.anything(), 1, expect.anything()] });
  });
});

function hostile(name: string): Buffer {
  return hostileWorkbooks().find((file) => file.name === name)?.bytes ?? Buffer.alloc(0);
}
