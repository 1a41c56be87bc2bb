import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { confirmVersion, proposeVersion, stepOnVersion } from '../testing/activation-steps.ts';
import { readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { nextTrust } from '../testing/real-instrument.ts';
import { type ServiceWithOthers, startWithOthersBeside } from '../testing/start-beside.ts';

let beside: ServiceWithOthers;

beforeAll(async () => {
  beside = await startWithOthersBeside();
});
afterAll(() => beside.close());

const manager = (app: FastifyInstance) => beside.signIn(app, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
const administrator = (app: FastifyInstance) =>
  beside.signIn(app, [{ role: 'administrator' }], { name: 'Ada Administrator' });

const versionOf = async (app: FastifyInstance) => (await app.inject('/api/v1/instruments/dmsa-2015')).json().version;

describe('a new version', () => {
  const id = 'dmsa-2015';
  const page = paths.instrument(id, '2');
  let app: FastifyInstance;
  let pat: Visitor;
  let ada: Visitor;

  beforeAll(async () => {
    app = await beside.start([readiness, theQuestion, 'Our board has a strategy.'], secondVersion);
    pat = await manager(app);
  });

  it('says whom to invite while nobody is there to confirm it', async () => {
    expect((await pat.read(page)).section('Activate it').link('invite one')).toBe(
      paths.invitePerson({ role: 'programme-manager' }),
    );
    ada = await administrator(app);
    expect((await pat.read(page)).section('Activate it').links).toEqual([]);
  });

  it('is asked by nobody yet: rounds go on asking the one that is active', async () => {
    expect((await pat.read(page)).fact('State').text).toContain('Not active yet');
    expect((await pat.read(paths.instrument(id, '1'))).fact('Activation').text).toBe(
      'With the first start of the service',
    );
    expect(await versionOf(app)).toBe('1');
    expect((await app.inject('/api/v1/instruments/dmsa-2015/2')).statusCode).toBe(404);
    const trust = nextTrust();
    const contributor = await beside.signIn(app, [{ role: 'contributor', scopeId: trust }]);
    const section = paths.assessmentSection(trust, id, 'strategic-alignment');
    expect((await contributor.read(section)).text).toContain(theQuestion);
    const work = await pat.read(paths.workspace());
    expect(work.link('Propose that version 2 of “Digital maturity self-assessment 2015/16” may be asked')).toBe(page);
  });

  it('is proposed by one person and confirmed by another', async () => {
    expect((await proposeVersion(pat, id, '2')).headers.location).toBe(page);
    expect((await pat.read(page)).section('Confirm that it may be asked').text).toContain(
      'You proposed this. A second person confirms it on this page: Ada Administrator.',
    );
    const own = await stepOnVersion(pat, id, '2');
    expect((await pat.submit(page, own, paths.confirmInstrument(id, '2'))).statusCode).toBe(409);
    expect(
      (await ada.submit(page, { ...own, digest: 'f'.repeat(64) }, paths.confirmInstrument(id, '2'))).statusCode,
    ).toBe(409);
    const work = await ada.read(paths.workspace());
    expect(work.link('Read and confirm version 2 of “Digital maturity self-assessment 2015/16”')).toBe(page);

    const analyst = await beside.signIn(app, [{ role: 'analyst' }]);
    expect((await analyst.read(page)).buttons).not.toContain('Confirm and activate');
    expect((await analyst.submit(paths.account(), own, paths.confirmInstrument(id, '2'))).statusCode).toBe(403);
    expect(await versionOf(app)).toBe('1');

    expect((await ada.submit(page, own, paths.confirmInstrument(id, '2'))).headers.location).toBe(page);
    const active = await pat.read(page);
    expect(active.fact('State').text).toContain('Active');
    expect(active.fact('Activation').text).toMatch(/^Proposed by Pat Manager, .*; confirmed by Ada Administrator, /);
    expect(await versionOf(app)).toBe('2');
    expect((await ada.submit(paths.account(), own, paths.confirmInstrument(id, '2'))).statusCode).toBe(409);
    const events = await beside.service.database
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
    await proposeVersion(pat, id, '2');
    const before = await stepOnVersion(ada, id, '2');
    const silent = await ada.submit(page, { ...before, reason: '' }, paths.withdrawInstrument(id, '2'));
    expect(readPage(silent, 422).errors[0]?.message).toBe('Say why the proposal is withdrawn');
    await ada.submit(page, { ...before, reason: 'Too early' }, paths.withdrawInstrument(id, '2'));
    expect((await pat.read(page)).fact('Activation').text).toContain('withdrawn by Ada Administrator');

    await proposeVersion(pat, id, '2');
    const old = await stepOnVersion(ada, id, '2');
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
    expect((await proposeVersion(visitor, id, '2')).statusCode).toBe(303);
  });
});

describe('a round whose questions are not active', () => {
  const id = 'dmsa-2017';
  const label = 'Asks what was changed';
  const round = 'asks-what-was-changed';

  it('does not open before they are, and is not planned', async () => {
    const planner = await manager(beside.service.app);
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

    const trust = 'RL4';
    const contributor = await beside.signIn(app, [{ role: 'contributor', scopeId: trust }]);
    const section = paths.assessmentSection(trust, round, 'leadership');
    expect((await contributor.read(section)).text).toContain(
      'This round opens once its questions have been activated.',
    );
    expect((await pat.read(paths.workspace())).text).toContain(`${label} cannot open before that`);

    await proposeVersion(pat, id, '1');
    await confirmVersion(ada, id, '1');
    expect((await pat.read(paths.round(round))).fact('State').text).toContain('Open');
    expect((await contributor.read(section)).buttons).toContain('Save and return to list');
  });
});
