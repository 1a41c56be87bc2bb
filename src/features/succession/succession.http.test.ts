import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('demo');
});
afterAll(() => service.close());

async function persona(personId: string): Promise<Visitor> {
  const visitor = new Visitor(service.app);
  await visitor.become(personId);
  return visitor;
}

const merge = {
  kind: 'merge',
  predecessors: ['gloucestershire', 'wolverhampton'],
  'successor-name': 'Severn & Black Country',
  'effective-on': '1 10 2016',
  reason: 'To have one plan',
};

test('a merger is proposed by one person, confirmed by another, and opens a draft beside the old words', async () => {
  const manager = await persona('persona-programme-manager');
  expect((await manager.get(paths.workspace())).body).toContain(paths.successions());
  expect((await manager.get(paths.newSuccession())).body).toContain('Footprints merge');

  const form = paths.newSuccession({ kind: 'merge' });
  const faulty = await manager.submit(
    form,
    { ...merge, predecessors: 'gloucestershire', reason: '' },
    paths.newSuccession(),
  );
  expect(faulty.statusCode).toBe(422);
  expect(faulty.body).toContain('Choose at least two footprints');
  expect(faulty.body).toContain('Severn &amp; Black Country');

  const blocked = await manager.submit(form, { ...merge, 'effective-on': '1 1 2016' }, paths.newSuccession());
  expect(blocked.statusCode).toBe(422);
  expect(blocked.body).toContain('There is no footprint');

  const proposed = await manager.submit(form, merge, paths.newSuccession());
  expect(proposed.statusCode).toBe(303);
  const page = String(proposed.headers.location);
  const plan = await manager.get(page);
  expect(plan.body).toContain('Totals before');
  expect(plan.body).toContain('Together');
  expect(plan.body).toContain('A second person');
  expect(plan.body).not.toContain('Confirm and apply');

  const editor = await persona('persona-editor-gloucestershire');
  expect((await editor.get(page)).statusCode).toBe(403);

  const administrator = await persona('persona-administrator');
  const digest = /name="digest" value="([^"]*)"/.exec((await administrator.get(page)).body)?.[1] ?? '';
  const stale = await administrator.submit(page, { digest: '0'.repeat(64) }, `${page}/confirm`);
  expect(stale.statusCode).toBe(409);
  const confirmed = await administrator.submit(page, { digest }, `${page}/confirm`);
  expect(confirmed.statusCode).toBe(303);
  const applied = await manager.get(page);
  expect(applied.body).toContain('restated to the footprints since');
  expect(applied.body).toContain('Propose to take it back');

  const slug = 'severn-black-country';
  expect((await editor.get(paths.footprint(slug).concat('?as-at=2016-10-01'))).statusCode).toBe(200);
  const part = await editor.get(paths.roadmapPart(slug, 'vision'));
  expect(part.statusCode).toBe(200);
  expect(part.body).toContain('What was written before');
  expect((await editor.post(paths.roadmapPart('gloucestershire', 'vision'), {})).statusCode).toBe(403);
});
