import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settledOrWaiting } from '../../../../test/database/settled-or-waiting.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { getRound } from '../../programme/index.ts';
import { readProgrammeNow } from '../../rounds/index.ts';
import { recordRoundStep } from '../../rounds/record-round-step.ts';
import { insertPlannedRound, insertRoundStep, lockRound } from '../../rounds/round-repository.ts';
import type { RoundAction } from '../../rounds/round-rules.ts';
import { freezeVersion, roundClosedWords } from '../freezing/freeze-version.ts';
import { submitVersion } from '../submission/submit-version.ts';
import {
  decide,
  frozenVersion,
  later,
  type Wolverhampton,
  wolverhampton,
  writtenDraft,
} from '../testing/wolverhampton.ts';
import { openRoadmap } from './open-roadmap.ts';
import { hasRoadmapsIn, lockRoadmap } from './roadmap-repository.ts';
import { findCurrentVersion, lockVersion } from './version-repository.ts';

const roundId = 'of-may';
const plan = {
  label: 'Of May',
  opensOn: '2016-05-01',
  dueOn: '2016-12-31',
  instrument: null,
  baselineRound: 'dmsa-2015',
};

let service: TestService;
let place: Wolverhampton;
let office: ActingPerson;

beforeEach(async () => {
  service = await startTestService('facts');
  const there = await wolverhampton(service);
  office = { ...there.by, personId: there.by.personId ?? '' };
  await insertPlannedRound(service.database, { id: roundId, ...plan }, { ...office, at: new Date('2016-04-01') });
  const pack = await readProgrammeNow(service.database, service.context.pack);
  place = { ...there, context: { ...there.context, pack } };
});
afterEach(() => service.close());

const begin = () => openRoadmap(place.context, place.footprint, place.by);
const freeze = () => freezeVersion(place.context, place.footprint, 1, later(place.by));
const submit = () => submitVersion(place.context, place.footprint, 1, later(place.by, 3));
const current = () => findCurrentVersion(service.database, place.footprint.areaId);

function step(action: RoundAction, isRoundUsed = hasRoadmapsIn) {
  const { database, pack } = place.context;
  const round = getRound(pack, roundId);
  return recordRoundStep({ database, pack, isRoundUsed }, { round, after: 0, action }, office);
}

const close: RoundAction = { kind: 'close', reason: 'Over' };
const correct: RoundAction = { kind: 'correct', ...plan, opensOn: '2016-06-20', reason: 'A slip' };
const everybody = { kind: 'all', id: '', name: '' } as const;
const extend: RoundAction = { kind: 'extend', scope: everybody, dueOn: '2017-06-30', reason: 'Flooded' };

/** Something that is begun while the round is being closed, and goes on once it is. */
async function whileClosing<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  const { started } = await service.database.transaction().execute(async (transaction) => {
    await lockRound(transaction, roundId);
    const action = { kind: 'close', reason: 'Over' } as const;
    await insertRoundStep(transaction, { ...office, roundId, number: 1, action });
    const begun = work();
    await settledOrWaiting(service.owner, begun);
    return { started: begun };
  });
  return started;
}

/** Something that was begun first and waits for a row that another holds, and a step that is taken meanwhile. */
async function whileWaiting<Outcome>(
  hold: (transaction: Connection) => Promise<unknown>,
  work: () => Promise<Outcome>,
  action: RoundAction,
) {
  const undone = new Error('undone');
  let first: Promise<Outcome> | undefined;
  let second: ReturnType<typeof step> | undefined;
  const holding = service.database.transaction().execute(async (transaction) => {
    await hold(transaction);
    first = work();
    await settledOrWaiting(service.owner, first);
    second = step(action);
    await settledOrWaiting(service.owner, second, 2);
    throw undone;
  });
  await expect(holding).rejects.toBe(undone);
  return [await first, await second] as const;
}

describe('a first roadmap, and at the same moment', () => {
  const holdRoadmap = (transaction: Connection) =>
    lockRoadmap(transaction, {
      roadmapId: service.context.newId(),
      footprintId: place.footprint.areaId,
      roundId,
      createdAt: place.by.at,
    });

  it('a correction of its round that came first: it is not begun', async () => {
    let beginning: ReturnType<typeof begin> | undefined;
    const corrected = await step(correct, async (transaction) => {
      const isUsed = await hasRoadmapsIn(transaction, roundId);
      beginning = begin();
      await settledOrWaiting(service.owner, beginning);
      return isUsed;
    });
    expect(corrected).toEqual({ kind: 'ok' });
    expect(await beginning).toMatchObject({ kind: 'refused' });
    expect(await current()).toBeNull();
  });

  it('a correction that came second: that is refused', async () => {
    const [begun, corrected] = await whileWaiting(holdRoadmap, begin, correct);
    expect(begun).toMatchObject({ kind: 'ok' });
    expect(corrected).toMatchObject({ kind: 'refused', code: 'unused' });
    expect(await current()).toMatchObject({ roundId, state: 'draft' });
  });

  it('the end of its round, which came first: it is not begun', async () => {
    expect(await whileClosing(begin)).toMatchObject({ kind: 'refused' });
    expect(await current()).toBeNull();
  });

  it('an extension: both go through', async () => {
    const [begun, extended] = await whileWaiting(holdRoadmap, begin, extend);
    expect([begun, extended]).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
  });
});

describe('a first version, and at the same moment the end of its round', () => {
  const holdVersion = async (transaction: Connection) => lockVersion(transaction, (await current())?.versionId ?? '');

  it('that came first: it is not frozen', async () => {
    await writtenDraft(place);
    expect(await whileClosing(freeze)).toEqual({ kind: 'refused', reason: roundClosedWords });
    expect(await current()).toMatchObject({ state: 'draft' });
  });

  it('that came second: it is frozen', async () => {
    await writtenDraft(place);
    const [frozen, closed] = await whileWaiting(holdVersion, freeze, close);
    expect([frozen, closed]).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
  });

  it('that came first: it is not submitted', async () => {
    const { digest } = await frozenVersion(place);
    await decide(place, place.ccgId, digest);
    await decide(place, place.trustId, digest);
    expect(await whileClosing(submit)).toMatchObject({
      kind: 'blocked',
      check: { blockers: [{ code: 'round-not-open' }] },
    });
    expect(await current()).toMatchObject({ state: 'endorsement' });
  });
});
