import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { systemClock } from '../../platform/clock.ts';
import { findFootprint, listMembers, listWorkingFootprints } from '../directory/index.ts';
import { listGrants } from '../identity/grants/grant-repository.ts';
import { type ActingPerson, insertGrant, insertPerson } from '../identity/index.ts';
import { dueOnFor, getRound, type RoundScope } from '../programme/index.ts';
import { changeRegister, insertSuccessions, listSuccessionsOf } from '../register/index.ts';
import { listCitedVersions, listPartsOf } from '../roadmap/content/parts/citation-repository.ts';
import { listVersions, openRoadmap } from '../roadmap/index.ts';
import { lockRoadmap } from '../roadmap/versions/roadmap-repository.ts';
import { findCurrentVersion, insertVersion } from '../roadmap/versions/version-repository.ts';
import { readProgrammeNow } from '../rounds/index.ts';
import { insertPlannedRound, insertRoundStep } from '../rounds/round-repository.ts';
import { confirmSuccession } from './confirm-succession.ts';
import { proposeSuccession } from './propose-succession.ts';
import type { ProposedEvent } from './proposed-event.ts';

let service: TestService;
const at = new Date('2016-11-01T12:00:00Z');

function person(personId: string): ActingPerson {
  return { personId, name: personId, role: 'Programme manager', onBehalfOf: 'Programme manager, national team', at };
}

const [first, second] = [person('persona-programme-manager'), person('persona-administrator')];

const merge: ProposedEvent = {
  kind: 'merge',
  predecessors: ['gloucestershire', 'wolverhampton'],
  successor: { name: 'Severn and Black Country', code: 'sbc', slug: 'severn-and-black-country' },
  effectiveOn: '2016-10-01',
  reason: 'To have one plan',
};

beforeAll(async () => {
  service = await startTestService('demo', { clock: systemClock });
});
afterAll(() => service.close());

const memberCodes = async (areaId: string, asAt: string) =>
  (await listMembers(service.database, areaId, asAt)).map(({ code, role }) => `${code} ${role}`).toSorted();

const ROUND = 'ldr-2016';

async function extend(number: number, scope: RoundScope, until: string): Promise<void> {
  const action = { kind: 'extend', scope, dueOn: until, reason: 'Flooded' } as const;
  await insertRoundStep(service.database, { roundId: ROUND, number, action, at, personId: first.personId });
}

/** An empty roadmap of a round that came after that of 2016. */
async function beginInNewerRound(footprintId: string, number: number): Promise<void> {
  const [versionId, roadmapId] = [service.context.newId(), service.context.newId()];
  const { database } = service;
  const days = { opensOn: '2016-10-01', dueOn: '2017-06-30' };
  const plan = { id: 'newer', label: 'Newer', ...days, instrument: null, baselineRound: 'dmsa-2015' };
  await insertPlannedRound(database, plan, { personId: first.personId, at });
  const createdAt = new Date('2017-11-01T12:00:00Z');
  await lockRoadmap(database, { roadmapId, footprintId, roundId: 'newer', createdAt });
  const facts = { basedOn: null, summaryOfChanges: '', illustrative: true, createdAt, createdBy: null };
  await insertVersion(database, { versionId, roadmapId, number, ...facts });
}

/** Two footprints that become one, called after the first. */
function into(name: string, ...predecessors: readonly [string, string]): ProposedEvent {
  const code = `${predecessors[0]}-and-more`;
  const successor = { name: `${name} and more`, code, slug: code };
  return { kind: 'merge', predecessors, successor, effectiveOn: '2016-10-01', reason: 'To have one plan' };
}

/** A merger that one person proposes and another confirms, with the roadmap of what comes after. */
async function confirmed(event: ProposedEvent, then: Date) {
  const { database } = service;
  const context = {
    ...service.context,
    pack: await readProgrammeNow(database, service.context.pack),
    clock: () => then,
  };
  const proposed = await proposeSuccession(context, event, first);
  expect(proposed.plan.check.blockers).toEqual([]);
  const proposalId = proposed.kind === 'ok' ? proposed.proposalId : '';
  const by = { ...second, at: then };
  expect(await confirmSuccession(context, { proposalId, digest: proposed.plan.digest }, by)).toMatchObject({
    kind: 'ok',
  });
  const areaId = event.kind === 'merge' ? `footprint:${event.successor.code}` : '';
  const texts = proposed.plan.plan.consequences.map(({ text }) => text);
  return { areaId, texts, context, version: await findCurrentVersion(database, areaId) };
}

async function working(areaId: string) {
  const found = (await listWorkingFootprints(service.database, service.context.pack.positionOn)).find(
    (each) => each.areaId === areaId,
  );
  if (found === undefined) {
    throw new Error(`There should have been ${areaId}`);
  }
  return found;
}

/** The deadline of a footprint for its roadmap. */
async function dueOn(areaId: string): Promise<string> {
  const { pack } = service.context;
  const round = getRound(await readProgrammeNow(service.database, pack), ROUND);
  const footprints = await listWorkingFootprints(service.database, pack.positionOn);
  const regions = footprints.find((each) => each.areaId === areaId)?.regions ?? [];
  return dueOnFor(round, new Set([areaId, ...regions.map((region) => region.areaId)]));
}

describe('an event with two persons', () => {
  test('is applied only as it was read, and taken back by another', async () => {
    const { database, context } = service;
    const proposed = await proposeSuccession(context, merge, first);
    expect(proposed.plan.check.blockers).toEqual([]);
    if (proposed.kind !== 'ok') {
      throw new Error('The merge should have been sound');
    }
    const { proposalId, plan } = proposed;
    expect(plan.plan.after.together).toEqual(plan.plan.before.together);

    const self = await confirmSuccession(context, { proposalId, digest: plan.digest }, first);
    expect(self).toMatchObject({ kind: 'refused' });

    // The situation changes: somebody more may edit.
    await insertPerson(database, {
      personId: 'p-new',
      name: 'New',
      email: 'new@example.nhs.uk',
      jobTitle: '',
      isPersona: false,
    });
    await insertGrant(database, 'p-new', { role: 'editor', scopeKind: 'footprint', scopeId: 'footprint:wol' });
    const changed = await confirmSuccession(context, { proposalId, digest: plan.digest }, second);
    expect(changed).toMatchObject({ kind: 'changed' });
    expect(await findFootprint(database, 'severn-and-black-country', '2016-10-01')).toBeNull();
  });

  test('moves members, roles and roadmaps, and gives them back', async () => {
    const { database, context } = service;
    await context.database
      .updateTable('succession_proposal')
      .set({ state: 'withdrawn', reason: 'Changed', settled_at: at })
      .execute();
    const before = [
      await memberCodes('footprint:glos', '2016-09-30'),
      await memberCodes('footprint:wol', '2016-09-30'),
    ];
    await extend(2, { kind: 'footprint', id: 'footprint:glos', name: '' }, '2018-03-01');
    await extend(3, { kind: 'region', id: 'region:Y55', name: '' }, '2018-02-01');
    const written = await findCurrentVersion(database, 'footprint:glos');
    await beginInNewerRound('footprint:glos', 2);
    const draft = await findCurrentVersion(database, 'footprint:glos');
    const proposed = await proposeSuccession(context, merge, first);
    if (proposed.kind !== 'ok') {
      throw new Error('The merge should have been sound');
    }
    const confirmed = await confirmSuccession(
      context,
      { proposalId: proposed.proposalId, digest: proposed.plan.digest },
      second,
    );
    if (confirmed.kind !== 'ok') {
      throw new Error('A second person should have been able to confirm');
    }

    expect(await findFootprint(database, 'gloucestershire', '2016-09-30')).not.toBeNull();
    expect(await findFootprint(database, 'gloucestershire', '2016-10-01')).toBeNull();
    const successor = await findFootprint(database, 'severn-and-black-country', '2016-10-01');
    expect(successor?.regions.length).toBeGreaterThan(0);
    expect(await memberCodes('footprint:sbc', '2016-10-01')).toHaveLength(
      new Set(before.flat().map((one) => one.split(' ')[0])).size,
    );
    expect(await listVersions(database, 'footprint:glos')).toHaveLength(draft?.number ?? 0);
    const begun = await findCurrentVersion(database, 'footprint:sbc');
    expect(begun).toMatchObject({ state: 'draft', number: 1, basedOn: null });
    const citedIds = (await listCitedVersions(database, begun?.versionId ?? '', context.pack.positionOn)).map(
      ({ versionId }) => versionId,
    );
    expect(citedIds.toSorted()).toEqual([written?.versionId, draft?.versionId].toSorted());
    const texts = proposed.plan.plan.consequences.map(({ text }) => text);
    expect(texts).toContain('Version 1 of Gloucestershire (“Draft”) stays readable where it is.');
    const said = await listPartsOf(database, citedIds, 'vision');
    expect(said.map(({ versionId, body }) => [versionId, body !== ''])).toEqual([[written?.versionId, true]]);
    const grants = await listGrants(database, 'persona-editor-gloucestershire');
    expect(new Set(grants.map(({ scopeId }) => scopeId))).toEqual(new Set(['footprint:sbc']));

    // What was extended for a footprint stays with it; what was extended for a region reaches whatever lies there.
    expect([await dueOn('footprint:glos'), await dueOn('footprint:wol'), await dueOn('footprint:sbc')]).toEqual([
      '2018-03-01',
      '2018-02-01',
      '2018-02-01',
    ]);

    const undo: ProposedEvent = {
      kind: 'undo',
      eventId: confirmed.eventId,
      effectiveOn: '2016-12-01',
      reason: 'It did not work',
    };
    const asked = await proposeSuccession(context, undo, second);
    expect(asked.plan.check.blockers).toEqual([]);
    if (asked.kind !== 'ok') {
      throw new Error('The undo should have been sound');
    }
    const undone = await confirmSuccession(context, { proposalId: asked.proposalId, digest: asked.plan.digest }, first);
    expect(undone.kind).toBe('ok');

    expect([
      await memberCodes('footprint:glos', '2016-12-01'),
      await memberCodes('footprint:wol', '2016-12-01'),
    ]).toEqual(before);
    expect(await memberCodes('footprint:sbc', '2016-11-30')).not.toEqual([]);
    expect(await memberCodes('footprint:sbc', '2016-12-01')).toEqual([]);
    expect(await memberCodes('footprint:glos', '2016-11-01')).toEqual([]);
    const back = await listGrants(database, 'persona-editor-gloucestershire');
    expect(new Set(back.map(({ scopeId }) => scopeId))).toEqual(new Set(['footprint:glos']));
    const events = await listSuccessionsOf(database, 'area', ['footprint:sbc']);
    expect(events.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['merge', true],
      ['undo', false],
    ]);
  });

  test('begins a roadmap in the round that its region was given time for', async () => {
    const { regions } = await working('footprint:dor');
    const region = { kind: 'region', id: regions[0]?.areaId ?? '', name: '' } as const;
    await extend(3, region, '2018-01-01');
    const begun = await confirmed(into('Dorset', 'dorset', 'barnsley'), new Date('2017-08-01T12:00:00Z'));
    expect(begun).toMatchObject({ areaId: 'footprint:dorset-and-more', version: { roundId: ROUND, state: 'draft' } });
  });

  test('begins none while no round is open, and the one that is begun later cites what was written before', async () => {
    const { database } = service;
    for (const [roundId, number] of [
      [ROUND, 4],
      ['newer', 1],
    ] as const) {
      const action = { kind: 'close', reason: 'Over' } as const;
      await insertRoundStep(database, { roundId, number, action, at, personId: first.personId });
    }
    const written = await findCurrentVersion(database, 'footprint:bnssg');
    const bristol = 'bristol-north-somerset-and-south-gloucestershire';
    const { areaId, texts, version, context } = await confirmed(into('Bristol', bristol, 'derbyshire'), at);
    expect(version).toBeNull();
    expect(texts).toContain(
      'No planning round is open, so no roadmap of Bristol and more begins yet. Once one is started, the version before it can be read beside it, part by part.',
    );
    const place = await working(areaId);
    expect(await openRoadmap(context, place, first)).toMatchObject({ kind: 'refused' });

    const action = { kind: 'open', reason: 'After all' } as const;
    await insertRoundStep(database, { roundId: ROUND, number: 5, action, at, personId: first.personId });
    const now = { ...context, pack: await readProgrammeNow(database, service.context.pack) };
    const opened = await openRoadmap(now, place, first);
    expect(opened).toMatchObject({ kind: 'ok' });
    const versionId = opened.kind === 'ok' ? opened.versionId : '';
    expect(await listCitedVersions(database, versionId, context.pack.positionOn)).toMatchObject([
      { versionId: written?.versionId, number: 1 },
    ]);
  });

  // So many that a step for each pair of them would not end within the time that a test has.
  test('file successions are recorded once, in events', async () => {
    const { database, context } = service;
    const source = { sourceId: 'succession-illustrative', standing: 'official', recordedAt: at } as const;
    const many = Array.from({ length: 25_000 }, (_, place) => ({
      predecessorCode: `P${place}`,
      successorCode: `S${Math.floor(place / 2)}`,
      effectiveOn: '1999-04-01',
      row: place + 1,
    }));
    const record = () =>
      database
        .transaction()
        .execute((transaction) =>
          changeRegister(transaction, context.register, { because: 'a test', by: first, lasts: 'long' }, (register) =>
            insertSuccessions(register, many, source),
          ),
        );
    expect((await record()).added).toHaveLength(25_000);
    expect(await record()).toEqual({ added: [], contradicted: [] });
    const [event] = await listSuccessionsOf(database, 'organisation', ['S7']);
    expect(event).toMatchObject({ kind: 'merge', effectiveOn: '1999-04-01', isUndone: false });
    expect(event?.predecessors.map(({ id }) => id).toSorted()).toEqual(['P14', 'P15']);
  });
});
