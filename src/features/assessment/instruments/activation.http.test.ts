import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { nextTrust } from '../testing/real-instrument.ts';
import { processesBeside } from '../testing/start-beside.ts';

let service: TestService;
let beside: Awaited<ReturnType<typeof processesBeside>>;

beforeAll(async () => {
  service = await startTestService('facts');
  beside = await processesBeside(service);
});
afterAll(async () => {
  await beside.close();
  await service.close();
});

const manager = (app: FastifyInstance) =>
  signInAs({ ...service, app }, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
const administrator = (app: FastifyInstance) =>
  signInAs({ ...service, app }, [{ role: 'administrator' }], { name: 'Ada Administrator' });

/** What the page of a version holds for the step that is next. */
async function stepOn(visitor: Visitor, id: string, version: string) {
  const page = await visitor.read(paths.instrument(id, version));
  return {
    digest: page.fact('Digest').text.replaceAll(' ', ''),
    activation: page.section('Withdraw the proposal').hidden('activation'),
  };
}

async function propose(visitor: Visitor, id: string, version: string) {
  const page = await visitor.read(paths.instrument(id, version));
  const digest = page.section('Activate it').hidden('digest');
  return visitor.submit(paths.instrument(id, version), { digest }, paths.proposeInstrument(id, version));
}

const versionOf = async (app: FastifyInstance) => (await app.inject('/api/v1/instruments/dmsa-2015')).json().version;

describe('a new version', () => {
  const id = 'dmsa-2015';
  const page = paths.instrument(id, '2');
  let app: FastifyInstance;
  let pat: Visitor;
  let ada: Visitor;

  beforeAll(async () => {
    app = await beside.start([readiness, theQuestion, 'Our board has a strategy.'], secondVersion);
    [pat, ada] = [await manager(app), await administrator(app)];
  });

  it('is asked by nobody yet: rounds go on asking the one that is active', async () => {
    expect((await pat.read(page)).fact('State').text).toContain('Not active yet');
    expect((await pat.read(paths.instrument(id, '1'))).fact('Activation').text).toBe(
      'With the first start of the service',
    );
    expect(await versionOf(app)).toBe('1');
    expect((await app.inject('/api/v1/instruments/dmsa-2015/2')).statusCode).toBe(404);
    const trust = nextTrust();
    const contributor = await signInAs({ ...service, app }, [{ role: 'contributor', scopeId: trust }]);
    const section = paths.assessmentSection(trust, id, 'strategic-alignment');
    expect((await contributor.read(section)).text).toContain(theQuestion);
    const work = await pat.read(paths.workspace());
    expect(work.link('Propose that version 2 of “Digital maturity self-assessment 2015/16” may be asked')).toBe(page);
  });

  it('is proposed by one person and confirmed by another', async () => {
    expect((await propose(pat, id, '2')).headers.location).toBe(page);
    expect((await pat.read(page)).text).toContain('You proposed this. A second person');
    const own = await stepOn(pat, id, '2');
    expect((await pat.submit(page, own, paths.confirmInstrument(id, '2'))).statusCode).toBe(409);
    expect(
      (await ada.submit(page, { ...own, digest: 'f'.repeat(64) }, paths.confirmInstrument(id, '2'))).statusCode,
    ).toBe(409);
    const work = await ada.read(paths.workspace());
    expect(work.link('Read and confirm version 2 of “Digital maturity self-assessment 2015/16”')).toBe(page);

    const analyst = await signInAs({ ...service, app }, [{ role: 'analyst' }]);
    expect((await analyst.read(page)).buttons).not.toContain('Confirm and activate');
    expect((await analyst.submit(paths.account(), own, paths.confirmInstrument(id, '2'))).statusCode).toBe(403);
    expect(await versionOf(app)).toBe('1');

    expect((await ada.submit(page, own, paths.confirmInstrument(id, '2'))).headers.location).toBe(page);
    const active = await pat.read(page);
    expect(active.fact('State').text).toContain('Active');
    expect(active.fact('Activation').text).toMatch(/^Proposed by Pat Manager, .*; confirmed by Ada Administrator, /);
    expect(await versionOf(app)).toBe('2');
    expect((await ada.submit(paths.account(), own, paths.confirmInstrument(id, '2'))).statusCode).toBe(409);
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'person_id'])
      .where('chain', '=', `instrument:${id}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action, person_id: person }) => [action, person !== null])).toEqual([
      ['instrument.active-at-start', false],
      ['instrument.propose', true],
      ['instrument.activate', true],
    ]);
  });
});

describe('a proposal', () => {
  const id = 'dmsa-2017';
  const page = paths.instrument(id, '2');
  const second = ['instrument-dmsa-2017.yaml', "version: '1'", "version: '2'"] as const;

  it('is withdrawn with a reason, and lapses in words where the pack changes the version', async () => {
    const app = await beside.start(second);
    const [pat, ada] = [await manager(app), await administrator(app)];
    await propose(pat, id, '2');
    const before = await stepOn(ada, id, '2');
    const silent = await ada.submit(page, { ...before, reason: '' }, paths.withdrawInstrument(id, '2'));
    expect(readPage(silent, 422).errors[0]?.message).toBe('Say why the proposal is withdrawn');
    await ada.submit(page, { ...before, reason: 'Too early' }, paths.withdrawInstrument(id, '2'));
    expect((await pat.read(page)).fact('Activation').text).toContain('withdrawn by Ada Administrator');

    await propose(pat, id, '2');
    const old = await stepOn(ada, id, '2');
    const title = [
      'instrument-dmsa-2017.yaml',
      'title: Digital maturity self-assessment 2017',
      'title: Digital maturity 2017',
    ] as const;
    const later = await beside.start(second, title);
    const visitor = await manager(later);
    const lapsed = await visitor.read(page);
    expect(lapsed.fact('State').text).toContain('Not active yet');
    expect(lapsed.fact('Activation').text).toContain('lapsed');
    expect(lapsed.fact('Activation').text).toContain('The programme pack changed this version after it was proposed');
    const late = await ada.submit(paths.account(), old, paths.confirmInstrument(id, '2'));
    expect(readPage(late, 409).text).toContain('has lapsed');
    expect((await propose(visitor, id, '2')).statusCode).toBe(303);
  });
});

describe('a round whose questions are not active', () => {
  const id = 'dmsa-2017';
  const label = 'Asks what was changed';
  const round = 'asks-what-was-changed';

  it('does not open before they are, and is not planned', async () => {
    const planner = await manager(service.app);
    const today = new Date().toISOString().slice(0, 10);
    const days = { 'opens-on': today, 'due-on': '1 5 2099' };
    await planner.submit(paths.newRound(), { label, instrument: id, ...days });
    expect((await planner.read(paths.round(round))).fact('State').text).toContain('Open');

    // Nobody has answered it, so that its text may change under its version, and is active no more.
    const title = [
      'instrument-dmsa-2017.yaml',
      'title: Digital maturity self-assessment 2017',
      'title: Changed',
    ] as const;
    const app = await beside.start(title);
    const [pat, ada] = [await manager(app), await administrator(app)];
    const state = (await pat.read(paths.round(round))).fact('State').text;
    expect(state).toContain('Planned');
    expect(state).toContain('Its questionnaire has not been activated');
    const form = await pat.read(paths.openRound(round));
    expect(form.text).toContain('Its questionnaire has not been activated');
    expect(form.link('Go to the questionnaires')).toBe(paths.instruments());
    const opened = await pat.submit(paths.newRound(), { after: '0', reason: 'Now' }, paths.openRound(round));
    expect(readPage(opened, 409).text).toContain('Its questionnaire has not been activated. Nothing was changed.');

    const plan = await pat.read(paths.newRound());
    expect(plan.text).toContain('Not active yet, so that no round can ask it: Changed.');
    const refused = await pat.submit(paths.newRound(), { label: 'Another', instrument: id, ...days });
    expect(readPage(refused, 422).errors[0]?.message).toContain('Choose the questions');

    const trust = nextTrust();
    const contributor = await signInAs({ ...service, app }, [{ role: 'contributor', scopeId: trust }]);
    const section = paths.assessmentSection(trust, round, 'leadership');
    expect((await contributor.read(section)).text).toContain(
      'This round opens once its questions have been activated.',
    );
    expect((await pat.read(paths.workspace())).text).toContain(`${label} cannot open before that`);

    await propose(pat, id, '1');
    await ada.submit(paths.instrument(id, '1'), await stepOn(ada, id, '1'), paths.confirmInstrument(id, '1'));
    expect((await pat.read(paths.round(round))).fact('State').text).toContain('Open');
    expect((await contributor.read(section)).buttons).toContain('Save and return to list');
  });
});
