import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../test/database/page-forms.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { startServiceWith } from '../assessment/testing/levelled-service.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';
import { groupPack } from '../assessment/testing/settings-pack.ts';
import { elementsUpTo } from '../scoring/testing/levelled-instrument.ts';
import { filledFrom, type Typed } from './testing/filled-return.ts';

let service: TestService;

beforeAll(async () => {
  service = await startServiceWith('facts', await groupPack());
});
afterAll(() => service.close());

interface Team {
  readonly trust: string;
  readonly cora: Visitor;
}

/** A trust that answers for hospitals and community services, each by itself, and for "well led" once. */
async function team(): Promise<Team> {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { personId: `cora-${trust}` });
  await cora.submit(paths.careSettings(trust, roundId), { settings: ['acute', 'community'], reason: 'We run both.' });
  return { trust, cora };
}

async function answer(
  { trust, cora }: Team,
  section: string,
  questionId: string,
  setting: string | null,
  revision = 0,
) {
  const sent = await cora.submit(paths.assessmentSection(trust, roundId, section, setting), {
    [`answer-${questionId}`]: elementsUpTo(questionId, 2),
    [`comment-${questionId}`]: `In ${setting ?? 'all'} ${revision}`,
    [`revision-${questionId}`]: String(revision),
  });
  expect(sent.statusCode).toBe(303);
}

const taken = async ({ trust, cora }: Team) =>
  (await cora.get(paths.returnDownload(trust, roundId, 'xlsx'))).rawPayload;

async function sendBack({ trust, cora }: Team, workbook: Uint8Array, typed: readonly Typed[]) {
  const file = { name: 'answers.xlsx', content: Uint8Array.from(filledFrom(workbook, typed)) };
  return cora.upload(paths.returnFiles(trust, roundId), {}, file);
}

function accept({ trust, cora }: Team, page: string, field: string, chosen: Record<string, string> = {}) {
  return cora.post(paths.acceptReturnFile(trust, roundId), { ...untouched(formOn(page, field)), ...chosen });
}

/** What stands as note of each question of a care setting, by its own file. */
async function notes({ trust, cora }: Team, setting: string | null): Promise<Record<string, string>> {
  const { items } = (await cora.get(paths.returnDownload(trust, roundId, 'json', setting))).json();
  return Object.fromEntries(
    items.flatMap(({ question, note }: Record<string, string>) => (note === '' ? [] : [[question, note]])),
  );
}

describe('the workbook of a whole return', () => {
  it('has a sheet for each section of each care setting, what is answered once but once, and comes back without a difference', async () => {
    const of = await team();
    await answer(of, 'technology', 'SF1', 'acute');
    await answer(of, 'leadership', 'WL1', null);
    const list = await of.cora.read(paths.assessment(of.trust, roundId));
    expect(list.link('Answers of all care settings as files')).toBe(paths.returnFiles(of.trust, roundId));
    const back = await sendBack(of, await taken(of), []);
    const read = readPage(back, 200);
    expect(read.text).toContain('Nothing in the file differs from what stands here.');
    // Three questions of hospitals, one of the community, and two that are answered once.
    expect(read.text).toContain('6 answers are the same, or not touched in the file.');
  });

  it('shows exactly the cells that were changed, each in its care setting, and saves them in one go', async () => {
    const of = await team();
    await answer(of, 'technology', 'SF1', 'acute');
    const workbook = await taken(of);
    const page = await sendBack(of, workbook, [
      ['SF1', 'note', 'Typed for hospitals', 'acute'],
      ['SF1', 'note', 'Typed for the community', 'community'],
      ['WL2', 'note', 'Typed for all', 'whole-organisation'],
      ['SF1', 'links', 'Board: https://example.org/board', 'community'],
    ]);
    const read = readPage(page, 200);
    const hospitals = 'Acute and specialist hospitals: ';
    const community = 'Community health services: ';
    expect(read.section(`${hospitals}2. Part technology`).fact('Stands here').text).toContain('Note: In acute 0');
    expect(read.section(`${community}2. Part technology`).fact('In the file').text).toContain(
      'Typed for the community',
    );
    expect(read.section('Answered once for all care settings: 1. Part leadership').text).toContain('Typed for all');
    expect(read.section('Evidence that is a link').fact('The file adds').text).toBe('Board: https://example.org/board');
    expect(read.text).toContain('3 answers in the file differ from what stands here.');
    expect((await accept(of, page.body, 'acute.stands-SF1')).headers.location).toBe(
      paths.returnFiles(of.trust, roundId),
    );
    const told = (await of.cora.read(paths.returnFiles(of.trust, roundId))).told;
    expect(told).toBe('3 answers and 1 link of the file are saved');
    expect([await notes(of, 'acute'), await notes(of, 'community'), await notes(of, null)]).toMatchObject([
      { SF1: 'Typed for hospitals' },
      { SF1: 'Typed for the community' },
      { WL2: 'Typed for all' },
    ]);
    expect(readPage(await sendBack(of, await taken(of), []), 200).text).toContain('Nothing in the file differs');
  });

  it('saves nothing in any care setting where somebody has overtaken one of them', async () => {
    const of = await team();
    const typed: readonly Typed[] = [
      ['SF1', 'note', 'Typed for hospitals', 'acute'],
      ['SF1', 'note', 'Typed for the community', 'community'],
    ];
    const page = await sendBack(of, await taken(of), typed);
    await answer(of, 'technology', 'SF1', 'community');
    const overtaken = await accept(of, page.body, 'acute.stands-SF1');
    expect(readPage(overtaken, 409).errors).toEqual([
      {
        field: expect.stringContaining('Community health services: SF1.'),
        message: expect.stringContaining('Somebody else has changed question SF1'),
      },
    ]);
    expect(await notes(of, 'acute')).toEqual({});
    await accept(of, overtaken.body, 'acute.stands-SF1', { 'community.stands-SF1': 'here' });
    expect([await notes(of, 'acute'), await notes(of, 'community')]).toEqual([
      { SF1: 'Typed for hospitals' },
      { SF1: 'In community 0' },
    ]);
  });

  it('takes nothing for a care setting that is sent to be signed, nor of what another organisation of the group answers', async () => {
    const [of, giver] = [await team(), await team()];
    const together = paths.answeringTogether(of.trust, roundId);
    await of.cora.submit(together, { other: giver.trust, direction: 'take', sections: ['people'] });
    const asked = await giver.cora.read(paths.answeringTogether(giver.trust, roundId));
    const agree = asked.link('Decline the proposal').replace(/end$/, 'agree');
    expect((await giver.cora.submit(paths.answeringTogether(giver.trust, roundId), {}, agree)).statusCode).toBe(303);
    await answer(of, 'technology', 'SF1', 'community');
    const workbook = await taken(of);
    await service.database
      .updateTable('assessment')
      .set({ state: 'awaiting-authorisation' })
      .where('organisation_id', '=', of.trust)
      .where('care_setting', '=', 'community')
      .execute();
    const page = await sendBack(of, workbook, [
      ['SF1', 'note', 'Too late', 'community'],
      ['EP1', 'note', 'Not ours', 'acute'],
      ['SF2', 'note', 'Ours', 'acute'],
    ]);
    const read = readPage(page, 200);
    expect(read.table('Cells that could not be read').map(([question, , problem]) => [question, problem])).toEqual([
      ['Acute and specialist hospitals: EP1', expect.stringContaining('Taken from')],
      [
        'Community health services: SF1',
        expect.stringContaining('The answers cannot be changed now (waiting for authorisation)'),
      ],
    ]);
    expect(read.text).toContain('1 answer in the file differs from what stands here.');
  });

  it('is refused where it has rows of a care setting that is not answered for', async () => {
    const of = await team();
    const workbook = await taken(of);
    await of.cora.submit(paths.careSettings(of.trust, roundId), { settings: ['acute', 'ambulance'], reason: 'Moved.' });
    const [error] = readPage(await sendBack(of, workbook, []), 422).errors;
    expect(error?.message).toContain('is of a care setting that is not answered here (community)');
  });
});
