import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { paths } from '../../../paths.ts';
import { coordinatorOf, evidenceFor, itemsOf, onlyItemOf, SA2 } from '../testing/evidence-steps.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

it('puts what is here already under several questions of a section at once, all of them or none', async () => {
  const trust = nextTrust();
  const cora = await coordinatorOf(service, trust);
  await cora.submit(evidenceFor(trust), { link: 'https://trust.example/strategy', title: 'Strategy' });
  const item = await onlyItemOf(service, trust);
  const other = evidenceFor(trust, SA2);
  const uses = `${other}/uses`;
  const none = readPage(await cora.submit(other, { also: ['SA3', 'SA4'] }, uses), 422);
  expect(none.errors[0]?.message).toBe('Choose what these answers rest on');
  expect(none.chosen).toHaveLength(2);
  expect(readPage(await cora.submit(other, { use: item, also: 'LD1' }, uses), 422).chosen).toHaveLength(1);
  const put = await cora.submit(other, { use: item, also: ['SA3', 'SA4'] }, uses);
  expect(put.statusCode).toBe(303);
  expect((await cora.read(other)).told).toContain('What SA2, SA3 and SA4 rest on is saved');
  const all = await cora.read(paths.evidence(trust, roundId));
  expect(all.table('Used in this return')[0]?.[2]).toMatch(/SA1.*SA2.*SA3.*SA4/s);

  // One of them rests on as much as it may: nothing is put under any.
  for (let number = 0; number < 19; number += 1) {
    const link = `https://trust.example/${number}`;
    await cora.submit(evidenceFor(trust, { ...SA2, question: 'SA4' }), { link, title: `Paper ${number}` });
  }
  const more = await itemsOf(service, trust);
  const last = { link: 'https://trust.example/last', title: 'Last paper' };
  await cora.submit(evidenceFor(trust), last);
  const added = (await itemsOf(service, trust)).filter(
    ({ evidence_id: id }) => !more.some((one) => one.evidence_id === id),
  );
  const full = readPage(
    await cora.submit(other, { use: added[0]?.evidence_id ?? '', also: ['SA3', 'SA4'] }, uses),
    409,
  );
  expect(full.errors[0]?.message).toContain('SA4 would on more');
  expect(full.chosen).toHaveLength(3);
  const list = (await cora.read(paths.evidence(trust, roundId))).table('Used in this return');
  expect(list.find(([title]) => title === 'Last paper')?.[2]).toMatch(/^SA1/);
  expect(list.find(([title]) => title === 'Last paper')?.[2]).not.toContain('SA3');
});
