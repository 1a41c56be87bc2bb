import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { loadContent } from './content-repository.ts';
import { freezeVersion } from './freeze-version.ts';
import { openRoadmap } from './open-roadmap.ts';
import { removeDeployment } from './remove-deployment.ts';
import type { Deployment } from './roadmap.ts';
import { saveDeployment } from './save-deployment.ts';
import { savePart } from './save-part.ts';
import { listAuthors, listSaveStamps, listSavesOf } from './save-repository.ts';
import { saveTrajectory } from './save-trajectory.ts';
import { saveUniversalPlan } from './save-universal-plan.ts';
import {
  aPerson,
  later,
  type Wolverhampton,
  wholeContent,
  wolverhampton,
  writtenDraft,
} from './testing/wolverhampton.ts';

let service: TestService;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
});
afterEach(() => service.close());

const vision = (body: string) => ({ partId: 'vision', body, localHeading: '' });
const draft = (revision: number) => ({ footprintId: place.footprint.areaId, versionNumber: 1, revision });

describe('opening a roadmap', () => {
  it('begins one draft, however many people begin it at once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => openRoadmap(place.context, place.footprint, place.by)));
    expect(outcomes.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect(new Set(outcomes.map(({ versionId }) => versionId)).size).toBe(1);
  });
});

describe('saving a part', () => {
  it('keeps every text with who wrote it and when', async () => {
    const { versionId } = await openRoadmap(place.context, place.footprint, place.by);
    const editor = await aPerson(service, 'Eve Editor');
    expect(await savePart(place.context, { ...draft(0), part: vision('One') }, place.by)).toMatchObject({
      revision: 1,
    });
    expect(await savePart(place.context, { ...draft(1), part: vision('Two') }, editor)).toMatchObject({ revision: 2 });

    const saves = await listSavesOf(service.database, versionId, 'part:vision');
    expect(saves).toMatchObject([
      { revision: 2, savedBy: 'Eve Editor', savedAt: editor.at, content: vision('Two') },
      { revision: 1, savedBy: 'Lee Lead', savedAt: place.by.at, content: vision('One') },
    ]);
    expect((await loadContent(service.database, versionId)).parts).toEqual([vision('Two')]);
    expect(await listAuthors(service.database, versionId)).toEqual(['Eve Editor', 'Lee Lead']);
  });

  it('of two people who save at once lets one through and shows the other both texts', async () => {
    const { versionId } = await openRoadmap(place.context, place.footprint, place.by);
    const editor = await aPerson(service, 'Eve Editor');
    const outcomes = await Promise.all([
      savePart(place.context, { ...draft(0), part: vision('One') }, place.by),
      savePart(place.context, { ...draft(0), part: vision('Other') }, editor),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    const stored = (await loadContent(service.database, versionId)).parts[0];
    const conflict = outcomes.find(({ kind }) => kind === 'conflict');
    expect(conflict).toMatchObject({ saved: { revision: 1, content: stored } });
    expect(await listSavesOf(service.database, versionId, 'part:vision')).toHaveLength(1);
  });

  it('takes the same words twice without a second save', async () => {
    const { versionId } = await openRoadmap(place.context, place.footprint, place.by);
    await savePart(place.context, { ...draft(0), part: vision('One') }, place.by);
    const again = await savePart(place.context, { ...draft(0), part: vision('One') }, later(place.by));
    expect(again).toEqual({ kind: 'unchanged', revision: 1 });
    expect(await listSavesOf(service.database, versionId, 'part:vision')).toHaveLength(1);
  });

  it('writes nothing once the version is frozen, or when another version was meant', async () => {
    const versionId = await writtenDraft(place);
    const before = await loadContent(service.database, versionId);
    const other = await savePart(place.context, { ...draft(1), versionNumber: 2, part: vision('Two') }, place.by);
    expect(other).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining('Version 2 is not the current one'),
    });
    await freezeVersion(place.context, place.footprint, 1, place.by);
    const frozen = await savePart(place.context, { ...draft(1), part: vision('Two') }, place.by);
    expect(frozen).toMatchObject({ kind: 'closed', reason: expect.stringContaining('not a draft any more') });
    expect(await loadContent(service.database, versionId)).toEqual(before);
  });
});

describe('saving tables', () => {
  it('reads back what was written, in the tables and in the history', async () => {
    const { versionId } = await openRoadmap(place.context, place.footprint, place.by);
    const content = wholeContent(place.context.pack, place.trustId);
    const [plan] = content.universalPlans;
    const [deployment] = content.deployments;
    if (plan === undefined || deployment === undefined) {
      throw new Error('The pack is empty');
    }
    await saveTrajectory(place.context, { ...draft(0), rows: content.trajectory }, place.by);
    await saveUniversalPlan(place.context, { ...draft(0), plan }, place.by);
    await saveDeployment(place.context, { ...draft(0), deployment }, place.by);

    const stored = await loadContent(service.database, versionId);
    expect(stored.trajectory).toHaveLength(content.trajectory.length);
    expect(stored.trajectory).toEqual(expect.arrayContaining([...content.trajectory]));
    expect(stored.universalPlans).toEqual([plan]);
    expect(stored.deployments).toEqual([deployment]);
    const stamps = await listSaveStamps(service.database, versionId);
    expect([...stamps.keys()].sort()).toEqual([
      `deployment:${deployment.id}`,
      'trajectory',
      `universal-plan:${plan.capabilityId}`,
    ]);
  });

  it('guards the whole trajectory by one revision', async () => {
    await openRoadmap(place.context, place.footprint, place.by);
    const { trajectory } = wholeContent(place.context.pack, place.trustId);
    await saveTrajectory(place.context, { ...draft(0), rows: trajectory }, place.by);
    const lower = trajectory.map((row) => ({ ...row, rationale: 'Another reason' }));
    expect(await saveTrajectory(place.context, { ...draft(0), rows: lower }, place.by)).toMatchObject({
      kind: 'conflict',
    });
    expect(await saveTrajectory(place.context, { ...draft(1), rows: lower }, place.by)).toMatchObject({ revision: 2 });
  });
});

describe('removing a deployment', () => {
  it('keeps what it said, and can be undone by saving it again', async () => {
    const { versionId } = await openRoadmap(place.context, place.footprint, place.by);
    const [deployment] = wholeContent(place.context.pack, place.trustId).deployments as readonly [Deployment];
    const { id: deploymentId } = deployment;
    await saveDeployment(place.context, { ...draft(0), deployment }, place.by);
    expect(await removeDeployment(place.context, { ...draft(0), deploymentId }, place.by)).toMatchObject({
      kind: 'conflict',
    });
    expect(await removeDeployment(place.context, { ...draft(1), deploymentId }, place.by)).toMatchObject({
      revision: 2,
    });
    expect((await loadContent(service.database, versionId)).deployments).toEqual([]);

    const changed = { ...deployment, title: 'Another title' };
    const late = await saveDeployment(place.context, { ...draft(1), deployment: changed }, place.by);
    expect(late).toMatchObject({ kind: 'conflict', saved: { revision: 2, content: null } });
    await saveDeployment(place.context, { ...draft(2), deployment: changed }, place.by);
    const saves = await listSavesOf(service.database, versionId, `deployment:${deploymentId}`);
    expect(saves.map(({ content }) => content)).toEqual([changed, null, deployment]);
  });
});
