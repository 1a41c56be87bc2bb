import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptForm } from '../../../src/features/formation/decisions/accept-form.ts';
import { endorseForm } from '../../../src/features/formation/decisions/endorse-form.ts';
import { listFormEndorsements, listSteps } from '../../../src/features/formation/decisions/form-decision-repository.ts';
import { returnForm } from '../../../src/features/formation/forms/move-form.ts';
import { proposeFootprint } from '../../../src/features/formation/propose-footprint.ts';
import { fillForm, putAndEndorse, someone } from '../../../src/features/formation/testing/proposed.ts';
import { aPerson, frozenVersion, later, wolverhampton } from '../../../src/features/roadmap/testing/wolverhampton.ts';
import { paths } from '../../../src/paths.ts';
import { practiceLine } from '../../builders/practice-line.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { type PageForm, postedForms, untouched } from '../../database/page-forms.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';

type Sent = Record<string, string | readonly string[]>;

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

/** Sends the same form several times at once, so that they meet in every step of the work, and once after them. */
async function repeatedly(send: () => Promise<LightMyRequestResponse>, together = 5): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: together }, send));
  return [...answers, await send()].map(({ statusCode, headers }) => `${statusCode} ${headers.location}`);
}

async function filled(visitor: Visitor, page: string, typed: Sent): Promise<Sent> {
  const name = Object.keys(typed)[0] ?? '';
  const form = postedForms((await visitor.get(page)).body).find(({ fields }) =>
    fields.some((field) => field.name === name),
  );
  return { ...untouched(form as PageForm), ...typed };
}

async function countOf(table: 'contact_message' | 'exemplar' | 'formation' | 'import_upload' | 'succession_proposal') {
  const { database } = service;
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function expectOnce(answers: readonly string[], table: Parameters<typeof countOf>[0], before: number) {
  expect(new Set(answers).size, answers.join(', ')).toBe(1);
  expect(answers[0]).toMatch(/^303 /);
  expect(await countOf(table)).toBe(before + 1);
}

describe('what is sent twice from one form is kept once, and answered alike', () => {
  it('a message to the team; another message from the same form is another', async () => {
    const visitor = new Visitor(service.app, '10.7.0.1');
    const typed = { message: 'Where is it?', name: 'Alex Example', email: 'alex@example.com', topic: 'data' };
    const fields = await filled(visitor, paths.contact(), typed);
    const before = await countOf('contact_message');
    // From one address, six messages may be sent in a while.
    await expectOnce(await repeatedly(() => visitor.post(paths.contact(), fields), 2), 'contact_message', before);
    expect((await visitor.post(paths.contact(), { ...fields, message: 'And where is that?' })).statusCode).toBe(303);
    expect((await visitor.post(paths.contact(), await filled(visitor, paths.contact(), typed))).statusCode).toBe(303);
    expect(await countOf('contact_message')).toBe(before + 3);
  });

  it('that a message is answered, by the same person and by no other', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    const other = await signInAs(service, [{ role: 'analyst' }], { name: 'Olu Other' });
    const { message_id: id } = await service.database
      .selectFrom('contact_message')
      .select('message_id')
      .executeTakeFirstOrThrow();
    const [form] = postedForms((await analyst.get(paths.messages())).body);
    const send = () => analyst.post(paths.answerMessage(id), untouched(form as PageForm));
    expect(new Set(await repeatedly(send))).toEqual(new Set([`303 ${paths.messages()}`]));
    expect((await other.submit(paths.contact(), {}, paths.answerMessage(id))).statusCode).toBe(409);
  });

  it('an exemplar', async () => {
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    const reason =
      'It gave every ward the same electronic prescriptions and measured what became of errors before and after. '.repeat(
        3,
      );
    const typed = { organisation: 'RL4', group: 'medicines', title: 'Prescribing on all wards', reason };
    const fields = await filled(analyst, paths.nominateExemplar(), typed);
    const before = await countOf('exemplar');
    await expectOnce(await repeatedly(() => analyst.post(paths.nominateExemplar(), fields)), 'exemplar', before);
    const other = await analyst.post(paths.nominateExemplar(), { ...fields, title: 'Another title' });
    expect(other.statusCode).toBe(422);
  });

  it('a proposal of succession', async () => {
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    const page = paths.newSuccession({ kind: 'closure' });
    const typed = { footprint: 'gloucestershire', 'effective-on': '1 10 2016', reason: 'It is part of another' };
    const fields = await filled(manager, page, typed);
    const before = await countOf('succession_proposal');
    await expectOnce(
      await repeatedly(() => manager.post(paths.newSuccession(), fields)),
      'succession_proposal',
      before,
    );
  });

  it('a new footprint', async () => {
    const executive = await signInAs(service, [{ role: 'executive', scopeId: '05A' }]);
    const typed = { name: 'Coventry and Warwickshire', lead: '05A' };
    const fields = await filled(executive, paths.proposeFootprint(), typed);
    for (const name of ['Arden', 'Forest and Vale', 'North of the River', 'South of the River', typed.name]) {
      const before = await countOf('formation');
      const send = () => executive.post(paths.proposeFootprint(), { ...fields, name });
      await expectOnce(await repeatedly(send), 'formation', before);
    }
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    expect((await manager.submit(paths.contact(), typed, paths.proposeFootprint())).statusCode).toBe(422);
  });

  it('a file for the directory', async () => {
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    const content = practiceLine({ code: 'Z99901', name: 'THE ILLUSTRATION SURGERY' });
    const send = () => manager.upload(paths.newImport(), { dated: '2016-02-29' }, { name: 'epraccur.csv', content });
    const before = await countOf('import_upload');
    await expectOnce(await repeatedly(send), 'import_upload', before);
    const other = await manager.upload(paths.newImport(), { dated: '2016-03-31' }, { name: 'epraccur.csv', content });
    expect(other.statusCode).toBe(303);
    expect(await countOf('import_upload')).toBe(before + 2);
  });

  it('the endorsement of a roadmap; who changes their mind and changes it back has decided three times', async () => {
    const place = await wolverhampton(service);
    await frozenVersion(place);
    const executive = await signInAs(service, [{ role: 'executive', scopeId: place.ccgId }]);
    const address = paths.endorse('wolverhampton', '06A');
    const endorse = await filled(executive, address, { decision: 'endorse' });
    const conditional = { ...endorse, decision: 'endorse-with-conditions', conditions: 'Only if the county pays half' };
    const stored = async () =>
      (await service.database.selectFrom('endorsement').select('decision').orderBy('decided_at').execute()).map(
        ({ decision }) => decision,
      );
    expect(new Set(await repeatedly(() => executive.post(address, endorse))).size).toBe(1);
    expect(await stored()).toEqual(['endorse']);
    expect(new Set(await repeatedly(() => executive.post(address, conditional))).size).toBe(1);
    expect(new Set(await repeatedly(() => executive.post(address, endorse))).size).toBe(1);
    expect(await stored()).toEqual(['endorse', 'endorse-with-conditions', 'endorse']);
    const colleague = await signInAs(service, [{ role: 'executive', scopeId: place.ccgId }], {
      name: 'Another Officer',
    });
    await colleague.post(address, { ...(await filled(colleague, address, { decision: 'endorse' })) });
    expect(await stored()).toHaveLength(4);
    const events = await service.database
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'roadmap.endorse')
      .execute();
    expect(events).toHaveLength(4);
  });
});

describe('the form of a footprint', () => {
  it('is endorsed and accepted once, however often that is sent', async () => {
    const { context, database } = service;
    const proposed = await proposeFootprint(context, { name: 'Black Country North', leadCode: '05Y' }, someone());
    const slug = proposed.kind === 'ok' ? proposed.slug : '';
    await fillForm(context, slug, {});
    const { form, page, formation } = await putAndEndorse(context, slug, []);
    const officer = await aPerson(service, 'Ade Officer');
    const command = { ...page, organisationId: '05Y', decision: 'endorse' as const, reason: '' };
    // The last endorsement passes the form on: a repeat finds it with the region.
    const endorse = (passed: number) => endorseForm(context, command, later(officer, passed));
    const answers = [...(await Promise.all([endorse(1), endorse(2)])), await endorse(3)];
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(await listFormEndorsements(database, form.formId)).toHaveLength(1);

    const reviewer = await aPerson(service, 'Rae Region');
    const sendBack = (by = reviewer) =>
      returnForm(context, { ...page, action: 'send-back', reason: 'Add the council' }, by);
    const returned = [...(await Promise.all([sendBack(), sendBack()])), await sendBack()];
    expect(returned.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect((await sendBack(officer)).kind).toBe('refused');
    const steps = await listSteps(database, formation.formationId);
    expect(steps.filter(({ action }) => action === 'send-back')).toHaveLength(1);

    const again = (await putAndEndorse(context, slug, [])).page;
    await endorseForm(context, { ...command, ...again }, later(officer, 9));
    const accept = () => acceptForm(context, again, reviewer);
    const accepted = [...(await Promise.all([accept(), accept()])), await accept()];
    expect(accepted.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
  });
});
