import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { startServiceWith } from '../assessment/testing/levelled-service.ts';
import { groupPack } from '../assessment/testing/settings-pack.ts';

let service: TestService;

beforeAll(async () => {
  service = await startServiceWith('demo', await groupPack());
});
afterAll(() => service.close());

it('tells somebody of the demonstration that a proposal to answer together waits for them', async () => {
  const round = service.context.pack.rounds.findLast(({ kind }) => kind === 'assessment')?.id ?? '';
  // Of the demonstration, one that has not sent its assessment to be signed.
  const asking = 'RYA';
  const taker = await signInAs(service, [{ role: 'coordinator', scopeId: asking }]);
  const coordinator = new Visitor(service.app);
  await coordinator.become('persona-coordinator');
  const strip = async () => (await coordinator.read(paths.workspace())).aside('Demonstration').text;
  expect(await strip()).not.toContain('answers together');
  const together = paths.answeringTogether(asking, round);
  const wanted = { other: 'RL4', direction: 'take', sections: ['leadership'] };
  expect((await taker.submit(together, wanted)).statusCode).toBe(303);
  const page = await coordinator.read(paths.workspace());
  expect(page.text).toContain('Agree that The Royal Wolverhampton NHS Trust answers together');
  expect(await strip()).toContain('agree that The Royal Wolverhampton NHS Trust answers together');
});
