import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { AppContext } from '../../../context.ts';
import { keepRegister } from '../../../register-listeners.ts';
import { bringInMembers } from '../../roadmap/testing/members.ts';
import { openForm } from '../forms/open-form.ts';
import { findCase } from '../read-formation.ts';
import { fillForm, formAt, putAndEndorse, someone } from '../testing/proposed.ts';
import { acceptForm } from './accept-form.ts';
import { listSteps } from './form-decision-repository.ts';

const slug = 'wolverhampton';

let service: TestService;
let context: AppContext;

beforeEach(async () => {
  service = await startTestService('facts');
  const pack = { ...service.context.pack, positionOn: '2016-10-31' };
  context = { ...service.context, pack, register: keepRegister(pack) };
  const found = await findCase(context.database, slug, pack.positionOn);
  if (found?.life == null) {
    throw new Error('The reference facts have no Wolverhampton');
  }
  await openForm(context, found.life, someone());
  await fillForm(context, slug, { RYA: 'associate' }, { startsOn: '2016-12-01', reason: 'One more' });
});
afterEach(() => service.close());

const accept = async () => acceptForm(context, (await formAt(context, slug)).page, someone('Rae Region'));
const ccgJoins = (from: string) => bringInMembers(context, [`wol,05A,core,,${from},2017-04-01,stated,`]);

describe('members who become others while a form waits', () => {
  it('take it back to writing, with the reason', async () => {
    const { form } = await putAndEndorse(context, slug, ['06A']);
    expect(form.state).toBe('with-region');
    await ccgJoins('2016-10-01');
    const now = await formAt(context, slug);
    expect(now.form).toMatchObject({ state: 'writing', digest: null });
    const step = (await listSteps(context.database, now.formation.formationId)).at(-1);
    expect(step).toMatchObject({ action: 'take-back' });
    expect(step?.reason).toContain('joined on 1 October 2016 (the file members.csv was brought in)');
  });

  it('are asked, and warned of, when it is put again without them', async () => {
    await ccgJoins('2016-10-01');
    const { form } = await putAndEndorse(context, slug, ['06A']);
    expect(form.state).toBe('with-ccgs');
  });

  it('keep the region from accepting what a CCG that joins by the day of the form was not asked about', async () => {
    await putAndEndorse(context, slug, ['06A']);
    await ccgJoins('2016-11-15');
    expect((await formAt(context, slug)).form.state).toBe('with-region');
    const outcome = await accept();
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(outcome.kind === 'refused' && outcome.reason).toContain('must be asked too');
    expect((await formAt(context, slug)).form.state).toBe('writing');
  });
});
