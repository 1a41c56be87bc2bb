import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptForm } from '../../../src/features/formation/decisions/accept-form.ts';
import { findFormation } from '../../../src/features/formation/formation-repository.ts';
import { openForm } from '../../../src/features/formation/forms/open-form.ts';
import { proposeFootprint } from '../../../src/features/formation/propose-footprint.ts';
import { fillForm, formAt, people, putAndEndorse, someone } from '../../../src/features/formation/testing/proposed.ts';
import { saveFormPage } from '../../../src/features/formation/writing/save-form-page.ts';
import { paths } from '../../../src/paths.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const place = { name: 'Black Country North', leadCode: '05Y' };

async function accept(slug: string): Promise<void> {
  const { page } = await putAndEndorse(service.context, slug, [place.leadCode]);
  expect((await acceptForm(service.context, page, someone('Rae Region'))).kind).toBe('ok');
}

describe('who answers for a footprint, on its public page', () => {
  it('is who the newest accepted form names, also when nothing else has changed', async () => {
    const { context, database, app } = service;
    const proposed = await proposeFootprint(context, place, someone());
    const slug = proposed.kind === 'ok' ? proposed.slug : '';
    await fillForm(context, slug, {});
    await accept(slug);
    const anybody = new Visitor(app);
    const page = async () => (await anybody.get(paths.footprint(slug))).body;
    expect(await page()).toContain('Olu Owner');
    expect(await page()).toContain('Olu Owner');

    const areaId = (await findFormation(database, slug))?.footprintId ?? '';
    expect((await openForm(context, { areaId, slug, from: null }, someone())).kind).toBe('ok');
    const { page: form, written } = await formAt(context, slug);
    const content = { ...people, owner: { ...people.owner, name: 'Noor Next' } };
    const revision = written.saves.people?.revision ?? 0;
    await saveFormPage(context, { ...form, revision, page: 'people', content }, someone());
    const reason = {
      ...written.content.area,
      startsOn: context.pack.positionOn,
      reason: 'Another accountable officer',
    };
    const area = written.saves.area?.revision ?? 0;
    await saveFormPage(context, { ...form, revision: area, page: 'area', content: reason }, someone());
    expect(await page()).toContain('Olu Owner');
    await accept(slug);
    expect(await page()).toContain('Noor Next');
  });
});
