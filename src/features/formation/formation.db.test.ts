import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { AppContext } from '../../context.ts';
import { findFootprint, listMembers } from '../directory/index.ts';
import { acceptForm } from './decisions/accept-form.ts';
import { listFormEndorsements, listSteps } from './decisions/form-decision-repository.ts';
import { lapsedFormEndorsements } from './decisions/form-endorsement.ts';
import { stateOfCase } from './formation-place.ts';
import { returnForm } from './forms/move-form.ts';
import { openForm } from './forms/open-form.ts';
import { putForm } from './forms/put-form.ts';
import { proposeFootprint } from './propose-footprint.ts';
import { findCase, listFormationWork } from './read-formation.ts';
import { formationOf } from './read-governance.ts';
import { endorse, fillForm, formAt, putAndEndorse, someone } from './testing/proposed.ts';
import { saveFormPage } from './writing/save-form-page.ts';

let service: TestService;
let context: AppContext;
beforeAll(async () => {
  service = await startTestService('facts');
  context = service.context;
});
afterAll(() => service.close());

const day = '2016-06-30';
const membersOf = async (slug: string, asAt: string) => {
  const footprint = await findFootprint(context.database, slug, asAt);
  const members = footprint === null ? [] : await listMembers(context.database, footprint.areaId, asAt);
  return members.map(({ code, role }) => `${code} ${role}`);
};

async function propose(name: string, leadCode: string): Promise<string> {
  const outcome = await proposeFootprint(context, { name, leadCode }, someone());
  if (outcome.kind !== 'ok') {
    throw new Error(outcome.reason);
  }
  return outcome.slug;
}

const accept = async (slug: string) => acceptForm(context, (await formAt(context, slug)).page, someone('Rae Region'));

describe('a new footprint', () => {
  it('is in the directory once its CCGs and the region have endorsed it, and not before', async () => {
    const slug = await propose('Coventry and Warwickshire', '05A');
    await fillForm(context, slug, { '05H': 'partner', RKB: 'provider', RYA: 'associate' });
    const put = await putAndEndorse(context, slug, ['05A']);
    expect(stateOfCase(put).state).toBe('proposed');
    expect((await accept(slug)).kind).toBe('refused');
    await endorse(context, slug, '05H');
    expect(stateOfCase(await formAt(context, slug)).state).toBe('endorsed');
    expect(await findFootprint(context.database, slug, day)).toBeNull();

    expect((await accept(slug)).kind).toBe('ok');
    const footprint = await findFootprint(context.database, slug, day);
    expect(footprint).toMatchObject({ code: 'cw', standing: 'official', source: { sourceId: 'formation' } });
    expect(footprint?.regions.map(({ code }) => code)).toEqual(['Y55']);
    expect(footprint?.stps).toHaveLength(1);
    expect(await membersOf(slug, day)).toEqual(['05A lead', '05H core', 'RKB core', 'RYA associate']);
    expect(await membersOf(slug, '2016-06-29')).toEqual([]);
    expect(stateOfCase(await formAt(context, slug)).state).toBe('active');
  });

  it('has a name of its own', async () => {
    for (const name of ['Sheffield', 'SHEFFIELD ', 'New']) {
      const outcome = await proposeFootprint(context, { name, leadCode: '05Y' }, someone());
      expect(outcome).toMatchObject({ kind: 'refused', field: 'name' });
    }
    expect(await proposeFootprint(context, { name: 'Walsall', leadCode: 'RBK' }, someone())).toMatchObject({
      field: 'lead',
    });
  });

  it('takes no CCG that another footprint has, and is checked again when the region decides', async () => {
    const slug = await propose('Black Country', '05Y');
    await fillForm(context, slug, { '06A': 'partner' });
    const put = await putForm(context, (await formAt(context, slug)).page, someone());
    expect(put).toMatchObject({ kind: 'blocked', check: { blockers: [{ code: 'ccg-elsewhere' }] } });

    await fillForm(context, slug, { '06A': null, '05C': 'partner' });
    const rival = await propose('Dudley', '05C');
    await fillForm(context, rival, {});
    await putAndEndorse(context, slug, ['05Y', '05C']);
    await putAndEndorse(context, rival, ['05C']);
    expect((await accept(rival)).kind).toBe('ok');
    expect(await accept(slug)).toMatchObject({ kind: 'blocked', check: { blockers: [{ code: 'ccg-elsewhere' }] } });
    expect(await findFootprint(context.database, slug, day)).toBeNull();
  });
});

describe('endorsements', () => {
  it('lapse when the form is taken back, and it says which and why; what was endorsed stays', async () => {
    const slug = await propose('Herefordshire and Worcestershire', '05F');
    await fillForm(context, slug, { '05T': 'partner' });
    const put = await putAndEndorse(context, slug, ['05F']);
    await endorse(context, slug, '05T', 'A provider is missing');
    expect(
      (await listFormationWork(context.database, context.pack.positionOn)).find((one) => one.slug === slug)?.waitingFor,
    ).toEqual([]);
    const back = await returnForm(context, { ...put.page, action: 'take-back', reason: 'To add a trust' }, someone());
    expect(back.kind).toBe('ok');

    const { form, formation } = await formAt(context, slug);
    const steps = await listSteps(context.database, formation.formationId);
    const endorsements = await listFormEndorsements(context.database, form.formId);
    const lapsed = lapsedFormEndorsements(
      endorsements,
      form.digest,
      steps.filter(({ reason }) => reason !== ''),
    );
    expect(lapsed.map(({ endorsement, reason }) => [endorsement.organisationId, reason])).toEqual([
      ['05F', 'Lee Lead took the form back: To add a trust'],
      ['05T', 'Lee Lead took the form back: To add a trust'],
    ]);
    const again = await putAndEndorse(context, slug, ['05F', '05T']);
    expect(again.form.state).toBe('with-region');
    expect(again.form.digest).not.toBe(put.form.digest);
  });

  it('are given on the document that was read, and by those who are asked', async () => {
    const slug = await propose('Walsall', '05Y');
    await fillForm(context, slug, {});
    await putAndEndorse(context, slug, []);
    expect((await endorse(context, slug, '05F')).kind).toBe('refused');
    const { page } = await formAt(context, slug);
    const stale = await acceptForm(context, { ...page, digest: '0'.repeat(64) }, someone());
    expect(stale).toMatchObject({ kind: 'refused' });
  });
});

describe('a footprint of the directory', () => {
  it('is active without a form; its first form begins with what the directory says', async () => {
    const before = await findCase(context.database, 'wolverhampton', context.pack.positionOn);
    expect(before === null ? null : stateOfCase(before)).toEqual({
      state: 'active',
      reason: 'Formed before this service; no form is held',
    });
    expect(await formationOf(context.database, 'footprint:wol')).toBeNull();
    if (before?.life == null) {
      throw new Error('The reference facts have no Wolverhampton');
    }
    await openForm(context, before.life, someone());
    expect((await openForm(context, before.life, someone())).kind).toBe('refused');
    const { written } = await formAt(context, 'wolverhampton');
    expect(written.content.organisations.map(({ code, capacity }) => [code, capacity])).toEqual([
      ['06A', 'lead'],
      ['RL4', 'provider'],
    ]);
    await fillForm(context, 'wolverhampton', {});
    await putAndEndorse(context, 'wolverhampton', ['06A']);
    expect((await accept('wolverhampton')).kind).toBe('ok');

    const governance = await formationOf(context.database, 'footprint:wol');
    expect(governance).toMatchObject({ owner: { name: 'Olu Owner' }, endorsements: [{ by: 'Ade Officer' }] });
    expect(JSON.stringify(governance)).not.toContain('@');
    expect(await membersOf('wolverhampton', day)).toEqual(['06A lead', 'RL4 core']);
  });

  it('changes its members on the day of an accepted change; what ended stays on record', async () => {
    const before = await findCase(context.database, 'wolverhampton', context.pack.positionOn);
    if (before?.life == null) {
      throw new Error('The reference facts have no Wolverhampton');
    }
    await openForm(context, before.life, someone());
    const change = { startsOn: day, reason: 'The trust moves on' };
    await fillForm(context, 'wolverhampton', { RL4: null, RYA: 'associate' }, change);
    const { page } = await formAt(context, 'wolverhampton');
    expect(await putForm(context, page, someone())).toMatchObject({
      kind: 'blocked',
      check: { blockers: [{ code: 'membership-clash' }] },
    });

    // A draft that nobody can read concerns those who write it, and no page that everybody sees.
    const { form } = await formAt(context, 'wolverhampton');
    const spoil = (base: string | null) =>
      context.database.updateTable('footprint_form').set({ base }).where('form_id', '=', form.formId).execute();
    const kept = await context.database
      .selectFrom('footprint_form')
      .select('base')
      .where('form_id', '=', form.formId)
      .executeTakeFirstOrThrow();
    await spoil('{"of":"another time"}');
    await expect(formAt(context, 'wolverhampton')).rejects.toThrow('footprint_form.base');
    expect(await formationOf(context.database, 'footprint:wol')).toMatchObject({ startsOn: day });
    expect((await service.app.inject('/footprints/wolverhampton')).statusCode).toBe(200);
    await spoil(JSON.stringify(kept.base));

    await fillForm(context, 'wolverhampton', {}, { startsOn: '2016-10-01' });
    await putAndEndorse(context, 'wolverhampton', ['06A']);
    expect((await accept('wolverhampton')).kind).toBe('ok');
    expect(await membersOf('wolverhampton', '2016-09-30')).toEqual(['06A lead', 'RL4 core']);
    expect(await membersOf('wolverhampton', '2016-10-01')).toEqual(['06A lead', 'RYA associate']);
    expect(await formationOf(context.database, 'footprint:wol', '2016-09-30')).toMatchObject({ startsOn: day });
    expect(await formationOf(context.database, 'footprint:wol')).toMatchObject({ startsOn: '2016-10-01' });
  });

  it('asks no CCG about people, and sends such a change straight to the region', async () => {
    const { life } = await formAt(context, 'wolverhampton');
    if (life === null) {
      throw new Error('The footprint has gone');
    }
    await openForm(context, life, someone());
    const { page, written } = await formAt(context, 'wolverhampton');
    const content = { ...written.content.people, group: 'A new group' };
    await saveFormPage(context, { ...page, revision: 1, page: 'people', content }, someone());
    const area = { ...written.content.area, startsOn: '2016-11-01', reason: 'A new group' };
    await saveFormPage(context, { ...page, revision: 1, page: 'area', content: area }, someone());
    expect(await putForm(context, page, someone())).toMatchObject({ kind: 'ok', form: { state: 'with-region' } });
    const { number, digest } = (await formAt(context, 'wolverhampton')).page;
    const sent = { ...page, number, digest, action: 'send-back' as const, reason: 'Name its chair' };
    expect(await returnForm(context, sent, someone())).toMatchObject({ kind: 'ok', form: { state: 'writing' } });
  });
});

describe('saving a page', () => {
  it('tells a second writer, keeps every save, and counts the same words twice as one', async () => {
    const { page, written } = await formAt(context, 'wolverhampton');
    const save = (group: string, revision: number) => {
      const content = { ...written.content.people, group };
      return saveFormPage(context, { ...page, revision, page: 'people', content }, someone());
    };
    const { revision } = written.saves.people ?? { revision: 0 };
    expect(await save('Mine', revision)).toEqual({ kind: 'saved', revision: revision + 1 });
    expect(await save('Theirs', revision)).toMatchObject({ kind: 'conflict', saved: { content: { group: 'Mine' } } });
    expect(await save('Mine', revision)).toEqual({ kind: 'unchanged', revision: revision + 1 });
    const rows = await context.database
      .selectFrom('footprint_form_history')
      .innerJoin('footprint_form', 'footprint_form.form_id', 'footprint_form_history.form_id')
      .select('revision')
      .where('formation_id', '=', page.formationId)
      .where('number', '=', page.number)
      .where('page', '=', 'people')
      .execute();
    expect(rows).toHaveLength(revision + 1);
  });

  it('is refused once the form is put', async () => {
    const { page, written } = await formAt(context, 'walsall');
    const content = { ...written.content.people, group: 'Late' };
    expect(await saveFormPage(context, { ...page, revision: 2, page: 'people', content }, someone())).toMatchObject({
      kind: 'closed',
    });
  });
});

it('writes every step into the audit trail, with on whose behalf', async () => {
  const { formation } = await formAt(context, 'dudley');
  const events = await context.database
    .selectFrom('audit_event')
    .select(['action', 'on_behalf_of'])
    .where('chain', '=', `formation:${formation.formationId}`)
    .orderBy('sequence')
    .execute();
  const actions = ['begin', 'save', 'put', 'endorse', 'complete', 'accept'].map((action) => `formation.${action}`);
  expect(events.map((event) => event.action)).toEqual(actions);
  expect(events.every(({ on_behalf_of }) => on_behalf_of === 'A CCG')).toBe(true);
});
