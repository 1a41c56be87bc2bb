import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Acting } from '../../identity/index.ts';
import { type Deployment, deploymentSaves } from '../content/deployments/deployment.ts';
import { type PartText, partSaves } from '../content/parts/part.ts';
import type { SavedKind } from '../content/saved-kind.ts';
import { trajectorySaves } from '../content/trajectory/trajectory.ts';
import { universalPlanSaves } from '../content/universal-plans/universal-plan.ts';
import { freezeVersion } from '../freezing/freeze-version.ts';
import {
  aPerson,
  emptyDraft,
  later,
  type Wolverhampton,
  wholeContent,
  wolverhampton,
  writtenDraft,
} from '../testing/wolverhampton.ts';
import { openRoadmap } from '../versions/open-roadmap.ts';
import { getContent, getWritten } from './load-content.ts';
import { saveContent } from './save-content.ts';
import { listAuthors, listSavesOf } from './save-repository.ts';

let service: TestService;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
});
afterEach(() => service.close());

const save = <Saved>(kind: SavedKind<Saved>, id: string, content: Saved | null, of: Revision, by: Acting) =>
  saveContent(place.context, { ...of, kind, id, content }, by);

const savePart = (of: Revision, part: PartText, by = place.by) => save(partSaves, part.partId, part, of, by);

const saveDeployment = (of: Revision, { id, ...row }: Deployment) =>
  save(deploymentSaves, id, { id, ...row }, of, place.by);

const vision = (body: string) => ({ partId: 'vision', body, localHeading: '' });
type Revision = ReturnType<typeof draft>;
const draft = (revision: number) => ({ footprintId: place.footprint.areaId, versionNumber: 1, revision });

describe('opening a roadmap', () => {
  it('begins one draft, however many people begin it at once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => openRoadmap(place.context, place.footprint, place.by)));
    expect(outcomes.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => 'versionId' in outcome && outcome.versionId)).size).toBe(1);
  });
});

describe('saving a part', () => {
  it('keeps every text with who wrote it and when', async () => {
    const versionId = await emptyDraft(place);
    const editor = await aPerson(service, 'Eve Editor');
    expect(await savePart(draft(0), vision('One'), place.by)).toMatchObject({
      revision: 1,
    });
    expect(await savePart(draft(1), vision('Two'), editor)).toMatchObject({ revision: 2 });

    const saves = await listSavesOf(service.database, versionId, 'part:vision');
    expect(saves).toMatchObject([
      { revision: 2, savedBy: 'Eve Editor', savedAt: editor.at, content: vision('Two') },
      { revision: 1, savedBy: 'Lee Lead', savedAt: place.by.at, content: vision('One') },
    ]);
    expect((await getContent(service.database, versionId)).parts).toEqual([vision('Two')]);
    expect(await listAuthors(service.database, versionId)).toEqual(['Eve Editor', 'Lee Lead']);
  });

  it('of two people who save at once lets one through and shows the other both texts', async () => {
    const versionId = await emptyDraft(place);
    const editor = await aPerson(service, 'Eve Editor');
    const outcomes = await Promise.all([
      savePart(draft(0), vision('One'), place.by),
      savePart(draft(0), vision('Other'), editor),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    const stored = (await getContent(service.database, versionId)).parts[0];
    const conflict = outcomes.find(({ kind }) => kind === 'conflict');
    expect(conflict).toMatchObject({ saved: { revision: 1, content: stored } });
    expect(await listSavesOf(service.database, versionId, 'part:vision')).toHaveLength(1);
  });

  it('takes the same words twice without a second save', async () => {
    const versionId = await emptyDraft(place);
    await savePart(draft(0), vision('One'), place.by);
    const again = await savePart(draft(0), vision('One'), later(place.by));
    expect(again).toEqual({ kind: 'unchanged', revision: 1 });
    expect(await listSavesOf(service.database, versionId, 'part:vision')).toHaveLength(1);
  });

  it('writes nothing once the version is frozen, or when another version was meant', async () => {
    const versionId = await writtenDraft(place);
    const before = await getContent(service.database, versionId);
    const other = await savePart({ ...draft(1), versionNumber: 2 }, vision('Two'));
    expect(other).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining('Version 2 is not the current one'),
    });
    await freezeVersion(place.context, place.footprint, 1, place.by);
    const frozen = await savePart(draft(1), vision('Two'), place.by);
    expect(frozen).toMatchObject({ kind: 'closed', reason: expect.stringContaining('not a draft any more') });
    expect(await getContent(service.database, versionId)).toEqual(before);
  });
});

describe('saving tables', () => {
  it('reads back what was written, in the tables and in the history', async () => {
    const versionId = await emptyDraft(place);
    const content = wholeContent(place.context.pack, place.trustId);
    const [plan] = content.universalPlans;
    const [deployment] = content.deployments;
    if (plan === undefined || deployment === undefined) {
      throw new Error('The pack is empty');
    }
    await save(trajectorySaves, '', content.trajectory, draft(0), place.by);
    await save(universalPlanSaves, plan.capabilityId, plan, draft(0), place.by);
    await saveDeployment(draft(0), deployment);

    const stored = await getContent(service.database, versionId);
    expect(stored.trajectory).toHaveLength(content.trajectory.length);
    expect(stored.trajectory).toEqual(expect.arrayContaining([...content.trajectory]));
    expect(stored.universalPlans).toEqual([plan]);
    expect(stored.deployments).toEqual([deployment]);
    const { stamps } = await getWritten(service.database, versionId);
    expect([...stamps.keys()].sort()).toEqual([
      `deployment:${deployment.id}`,
      'trajectory',
      `universal-plan:${plan.capabilityId}`,
    ]);
  });

  it('guards the whole trajectory by one revision', async () => {
    await emptyDraft(place);
    const { trajectory } = wholeContent(place.context.pack, place.trustId);
    await save(trajectorySaves, '', trajectory, draft(0), place.by);
    const lower = trajectory.map((row) => ({ ...row, rationale: 'Another reason' }));
    expect(await save(trajectorySaves, '', lower, draft(0), place.by)).toMatchObject({
      kind: 'conflict',
    });
    expect(await save(trajectorySaves, '', lower, draft(1), place.by)).toMatchObject({ revision: 2 });
  });
});

describe('removing a deployment', () => {
  it('keeps what it said, and can be undone by saving it again', async () => {
    const versionId = await emptyDraft(place);
    const [deployment] = wholeContent(place.context.pack, place.trustId).deployments as readonly [Deployment];
    const { id: deploymentId } = deployment;
    await saveDeployment(draft(0), deployment);
    expect(await save(deploymentSaves, deploymentId, null, draft(0), place.by)).toMatchObject({
      kind: 'conflict',
    });
    expect(await save(deploymentSaves, deploymentId, null, draft(1), place.by)).toMatchObject({
      revision: 2,
    });
    expect((await getContent(service.database, versionId)).deployments).toEqual([]);

    const changed = { ...deployment, title: 'Another title' };
    const late = await saveDeployment(draft(1), changed);
    expect(late).toMatchObject({ kind: 'conflict', saved: { revision: 2, content: null } });
    await saveDeployment(draft(2), changed);
    const saves = await listSavesOf(service.database, versionId, `deployment:${deploymentId}`);
    expect(saves.map(({ content }) => content)).toEqual([changed, null, deployment]);
  });
});
