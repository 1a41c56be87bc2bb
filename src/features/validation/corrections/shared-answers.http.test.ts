import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { startServiceWith } from '../../assessment/testing/levelled-service.ts';
import { roundId } from '../../assessment/testing/real-instrument.ts';
import { groupPack } from '../../assessment/testing/settings-pack.ts';
import { listOrganisationsOfTypes, onDay } from '../../directory/index.ts';
import { elementsUpTo } from '../../scoring/testing/levelled-instrument.ts';

let service: TestService;
let now = new Date('2026-03-02T10:00:00Z');

beforeAll(async () => {
  service = await startServiceWith('facts', await groupPack(), () => now);
});
afterAll(() => service.close());

interface Side {
  readonly id: string;
  readonly name: string;
  readonly coordinator: Visitor;
}

async function sides(): Promise<[Side, Side]> {
  const { database, pack } = service.context;
  const found = await listOrganisationsOfTypes(database, ['acute-trust'], '2026-03-02');
  const then = await listOrganisationsOfTypes(database, ['acute-trust'], pack.positionOn);
  const [one, other] = found.filter(({ code, name }) => then.some((each) => each.code === code && each.name === name));
  return Promise.all(
    [one, other].map(async (each) => {
      const { organisationId: id = '', name = '' } = each ?? {};
      return { id, name, coordinator: await signInAs(service, [{ role: 'coordinator', scopeId: id }]) };
    }),
  ) as Promise<[Side, Side]>;
}

async function answer({ id, coordinator }: Side, section: string, questions: readonly string[]) {
  const fields = questions.flatMap((question) => [
    [`answer-${question}`, elementsUpTo(question, 3)],
    [`revision-${question}`, '0'],
  ]);
  const saved = await coordinator.submit(paths.assessmentSection(id, roundId, section), Object.fromEntries(fields));
  expect(saved.statusCode).toBe(303);
}

async function sign({ id }: Side) {
  const signer = await signInAs(service, [{ role: 'executive', scopeId: id }]);
  const address = paths.assessmentAuthorise(id, roundId);
  const digest = (await signer.read(address)).hidden('digest');
  expect((await signer.submit(address, { declaration: 'accepted', digest })).statusCode).toBe(303);
}

async function openForCorrection({ id }: Side) {
  const office = await signInAs(service, [{ role: 'programme-manager' }]);
  const address = paths.reopening(id, roundId);
  const page = await office.read(address);
  const fields = { digest: page.hidden('digest'), kind: 'correct', reason: 'We are led apart' };
  expect((await office.submit(address, fields)).statusCode).toBe(303);
}

/** What everybody is told of whose answers a result was signed with. */
async function shownOn(asAt: string | null, { id }: Side) {
  const address = paths.organisation(id);
  const page = readPage(await service.app.inject(asAt === null ? address : onDay(address, asAt)), 200);
  const section = page.section('Digital maturity').text;
  return section.match(/Answered together with [^.]*\./)?.[0] ?? null;
}

/** The same by now, and in the API. */
async function shown(side: Side) {
  const { items } = (await service.app.inject(paths.apiResultsOf(side.id))).json();
  return { page: await shownOn(null, side), api: items[0].takenFrom?.organisation.code ?? null };
}

test('a published result says with whose answers it was signed, also while and after it is corrected with others', async () => {
  const [taker, giver] = await sides();
  const together = paths.answeringTogether(taker.id, roundId);
  const proposal = { other: giver.id, direction: 'take', sections: ['leadership', 'people'] };
  expect((await taker.coordinator.submit(together, proposal)).statusCode).toBe(303);
  const asked = await giver.coordinator.read(paths.answeringTogether(giver.id, roundId));
  const agree = asked.link('Decline the proposal').replace(/end$/, 'agree');
  expect((await giver.coordinator.submit(paths.answeringTogether(giver.id, roundId), {}, agree)).statusCode).toBe(303);
  await answer(giver, 'leadership', ['WL1', 'WL2']);
  await answer(giver, 'people', ['EP1']);
  for (const side of [taker, giver]) {
    await answer(side, 'technology', ['SF1']);
    await answer(side, 'records', ['SF2']);
    expect((await side.coordinator.submit(paths.assessmentRequest(side.id, roundId), {})).statusCode).toBe(303);
    await sign(side);
  }
  const published = await shown(taker);
  expect(published.page).toContain(giver.name);
  expect(published.api).toBe(giver.id);
  const given = await shown(giver);
  expect(given.page).toContain(taker.name);

  now = new Date('2026-03-04T10:00:00Z');
  await openForCorrection(taker);
  const end = (await taker.coordinator.read(together)).link('Stop answering together');
  expect((await taker.coordinator.submit(end, { reason: 'We are led apart' })).statusCode).toBe(303);
  expect((await taker.coordinator.submit(paths.assessmentRequest(taker.id, roundId), {})).statusCode).toBe(303);
  expect(await shown(taker)).toEqual(published);
  expect(await shown(giver)).toEqual(given);

  now = new Date('2026-03-06T10:00:00Z');
  await sign(taker);
  expect(await shown(taker)).toEqual({ page: null, api: null });
  expect(await shown(giver)).toEqual({ page: null, api: null });
  for (const day of ['2026-03-02', '2026-03-05']) {
    expect(await shownOn(day, taker)).toEqual(published.page);
    expect(await shownOn(day, giver)).toEqual(given.page);
  }
});
