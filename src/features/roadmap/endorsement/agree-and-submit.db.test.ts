import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { currentEndorsements } from '../../agreement/index.ts';
import { partSaves } from '../content/parts/part.ts';
import { documentDigest } from '../documents/frozen-document.ts';
import { getContent, getWritten } from '../drafts/load-content.ts';
import { saveContent } from '../drafts/save-content.ts';
import { freezeVersion } from '../freezing/freeze-version.ts';
import { returnToDraft } from '../freezing/return-to-draft.ts';
import { listWithdrawals } from '../freezing/withdrawal-repository.ts';
import { submitVersion } from '../submission/submit-version.ts';
import {
  aPerson,
  assessTrust,
  decide,
  emptyDraft,
  frozenVersion,
  later,
  submittedVersion,
  type Wolverhampton,
  wolverhampton,
  writtenDraft,
} from '../testing/wolverhampton.ts';
import { beginVersion } from '../versions/begin-version.ts';
import { moveVersion } from '../versions/move-version.ts';
import {
  findCurrentVersion,
  getFrozenDocument,
  getVersion,
  listVersionStates,
  listVersions,
} from '../versions/version-repository.ts';
import { listEndorsements, listRoadmapEndorsements } from './endorsement-repository.ts';

let service: TestService;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
});
afterEach(() => service.close());

const withdrawal = (reason: string) => ({ footprintId: place.footprint.areaId, versionNumber: 1, reason });

/** Moves the submitted version on as a regional reviewer would. */
async function review(versionId: string, outcome: 'request-changes' | 'clear'): Promise<void> {
  const facts = { blockerCount: 0, at: later(place.by, 5).at, personId: null };
  await service.database.transaction().execute(async (transaction) => {
    await moveVersion(transaction, versionId, { kind: 'start-review' }, facts);
    await moveVersion(transaction, versionId, { kind: outcome }, facts);
  });
}

describe('freezing', () => {
  it('is refused with what stands in the way, and changes nothing', async () => {
    const versionId = await emptyDraft(place);
    const outcome = await freezeVersion(place.context, place.footprint, 1, place.by);
    if (outcome.kind !== 'blocked') {
      throw new Error(`It was ${outcome.kind}`);
    }
    expect(outcome.check.blockers.map(({ code }) => code)).toContain('part-empty');
    expect(await getVersion(service.database, versionId)).toMatchObject({
      state: 'draft',
      digest: null,
      frozenAt: null,
    });
  });

  it('stores the document that the digest stands for, with the baseline of the day', async () => {
    await assessTrust(place);
    const { versionId, digest } = await frozenVersion(place);
    const version = await getVersion(service.database, versionId);
    const document = await getFrozenDocument(service.database, versionId);
    if (document === null) {
      throw new Error('There is no document');
    }
    expect(version).toMatchObject({ state: 'endorsement', digest, frozenBy: 'Lee Lead' });
    expect(documentDigest(document)).toBe(digest);
    expect(document.members.map(({ code }) => code)).toEqual(['06A', 'RL4']);
    const trajectory = document.sections.find(({ kind }) => kind === 'trajectory');
    expect(trajectory?.content).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ baseline: { mean: expect.any(Number), n: 1, included: ['RL4'], missing: [] } }),
      ]),
    });
  });

  it('happens once when two people ask at the same time', async () => {
    await writtenDraft(place);
    const freeze = () => freezeVersion(place.context, place.footprint, 1, place.by);
    const outcomes = await Promise.all([freeze(), freeze()]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
  });
});

describe('endorsing', () => {
  it('binds the decision to person, office and digest', async () => {
    const { versionId, digest } = await frozenVersion(place);
    const conditions = 'Funding is confirmed';
    await decide(place, place.trustId, digest, { decision: 'endorse-with-conditions', conditions });
    expect(await listEndorsements(service.database, versionId)).toEqual([
      {
        organisationId: place.trustId,
        versionNumber: 1,
        digest,
        person: { name: 'Lee Lead', role: 'Senior responsible owner' },
        decision: 'endorse-with-conditions',
        conditions,
        at: later(place.by, 2).at,
      },
    ]);
  });

  it('is refused for another digest, a stranger, and a draft', async () => {
    const { versionId, digest } = await frozenVersion(place);
    expect(await decide(place, place.trustId, '0'.repeat(64))).toMatchObject({ code: 'changed' });
    expect(await decide(place, 'organisation:none', digest)).toMatchObject({ code: 'not-asked' });
    await returnToDraft(place.context, withdrawal('A mistake in the figures'), later(place.by, 3));
    expect(await decide(place, place.trustId, digest)).toMatchObject({ code: 'not-open' });
    expect(await listEndorsements(service.database, versionId)).toEqual([]);
  });
});

describe('returning to draft', () => {
  it('lets endorsements lapse for good and keeps the document they were given on', async () => {
    const { versionId, digest } = await frozenVersion(place);
    const document = await getFrozenDocument(service.database, versionId);
    await decide(place, place.trustId, digest);
    const outcome = await returnToDraft(place.context, withdrawal('A mistake in the figures'), later(place.by, 3));
    expect(outcome).toEqual({ kind: 'ok', lapsedOrganisationIds: [place.trustId] });
    const draft = await getVersion(service.database, versionId);
    expect(draft).toMatchObject({ state: 'draft', digest: null, frozenAt: null, frozenBy: null });
    expect(await listWithdrawals(service.database, draft.roadmapId)).toMatchObject([
      { versionNumber: 1, digest, document, reason: 'A mistake in the figures', withdrawnBy: 'Lee Lead' },
    ]);

    const again = await freezeVersion(place.context, place.footprint, 1, later(place.by, 4));
    if (again.kind !== 'ok') {
      throw new Error(`It was ${again.kind}`);
    }
    expect(again.digest).not.toBe(digest);
    const endorsements = await listEndorsements(service.database, versionId);
    expect(endorsements).toHaveLength(1);
    expect(currentEndorsements(endorsements, again.digest)).toEqual([]);
  });

  it('needs a reason and a frozen version', async () => {
    await writtenDraft(place);
    expect(await returnToDraft(place.context, withdrawal('Why not'), place.by)).toMatchObject({ kind: 'refused' });
    await freezeVersion(place.context, place.footprint, 1, place.by);
    expect(await returnToDraft(place.context, withdrawal(' '), place.by)).toMatchObject({ kind: 'refused' });
  });
});

describe('submitting', () => {
  it('waits until every organisation that must endorse has done so on this digest', async () => {
    const { versionId, digest } = await frozenVersion(place);
    const submit = () => submitVersion(place.context, place.footprint, 1, later(place.by, 3));
    const codes = async () => {
      const outcome = await submit();
      return outcome.kind === 'blocked' ? outcome.check.blockers.map(({ code }) => code) : [outcome.kind];
    };
    expect(await codes()).toEqual(['endorsement-missing', 'endorsement-missing']);
    await decide(place, place.ccgId, digest);
    await decide(place, place.trustId, digest, { decision: 'decline', conditions: 'Too dear' });
    expect(await codes()).toEqual(['endorsement-declined']);
    expect((await getVersion(service.database, versionId)).state).toBe('endorsement');
    const changed = { ...place, by: later(place.by, 1) };
    await decide(changed, place.trustId, digest, {
      decision: 'endorse-with-conditions',
      conditions: 'Half in 2017/18',
    });
    expect(await codes()).toEqual(['ok']);
    expect(await getVersion(service.database, versionId)).toMatchObject({
      state: 'submitted',
      submittedBy: 'Lee Lead',
    });
    expect(await codes()).toEqual(['refused']);
  });
});

describe('a new version', () => {
  it('carries over every word with its writer, cites the version before and leaves it as it was', async () => {
    const first = await submittedVersion(place);
    await review(first.versionId, 'request-changes');
    const editor = await aPerson(service, 'Eve Editor');
    const next = { footprintId: place.footprint.areaId, afterNumber: 1, summaryOfChanges: 'Cyber risks added' };
    const outcome = await beginVersion(place.context, next, editor);
    if (outcome.kind !== 'ok') {
      throw new Error(outcome.reason);
    }

    const content = await getContent(service.database, first.versionId);
    expect(await getContent(service.database, outcome.versionId)).toEqual(content);
    const { stamps } = await getWritten(service.database, outcome.versionId);
    expect(stamps.get('part:vision')).toMatchObject({ revision: 1, savedBy: 'Lee Lead', savedAt: place.by.at });
    expect(await findCurrentVersion(service.database, place.footprint.areaId)).toMatchObject({
      number: 2,
      state: 'draft',
      basedOn: first.versionId,
      summaryOfChanges: 'Cyber risks added',
      createdBy: 'Eve Editor',
    });
    const part = { partId: 'vision', body: 'New words', localHeading: '' };
    const save = { ...next, versionNumber: 2, revision: 1, kind: partSaves, id: part.partId, content: part };
    await saveContent(place.context, save, editor);
    expect(await getContent(service.database, first.versionId)).toEqual(content);
    expect(await listVersionStates(service.database)).toMatchObject([{ number: 2, state: 'draft' }]);
  });

  it('takes the place of the one before once it is submitted, and needs every endorsement afresh', async () => {
    const first = await submittedVersion(place);
    await review(first.versionId, 'request-changes');
    const next = { footprintId: place.footprint.areaId, afterNumber: 1, summaryOfChanges: 'Cyber risks added' };
    const both = await Promise.all([
      beginVersion(place.context, next, place.by),
      beginVersion(place.context, next, place.by),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);

    const frozen = await freezeVersion(place.context, place.footprint, 2, later(place.by, 6));
    if (frozen.kind !== 'ok') {
      throw new Error(`It was ${frozen.kind}`);
    }
    const blocked = await submitVersion(place.context, place.footprint, 2, later(place.by, 7));
    expect(blocked).toMatchObject({ kind: 'blocked' });
    await decide({ ...place, by: later(place.by, 6) }, place.ccgId, frozen.digest);
    await decide({ ...place, by: later(place.by, 6) }, place.trustId, frozen.digest);
    expect(await submitVersion(place.context, place.footprint, 2, later(place.by, 9))).toEqual({
      kind: 'ok',
      superseded: [1],
    });
    const versions = await listVersions(service.database, place.footprint.areaId);
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'submitted'],
      [1, 'superseded'],
    ]);
    const roadmapId = versions[0]?.roadmapId ?? '';
    expect(await listRoadmapEndorsements(service.database, roadmapId)).toHaveLength(4);
  });

  it('does not begin while the one before is being worked on', async () => {
    await submittedVersion(place);
    const next = { footprintId: place.footprint.areaId, afterNumber: 1, summaryOfChanges: 'More' };
    expect(await beginVersion(place.context, next, place.by)).toMatchObject({ kind: 'refused' });
  });
});

describe('the audit trail', () => {
  it('tells the whole story of a roadmap in one chain', async () => {
    const { versionId } = await submittedVersion(place);
    const { roadmapId } = await getVersion(service.database, versionId);
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'on_behalf_of'])
      .where('chain', '=', `roadmap:${roadmapId}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      'roadmap.open',
      'roadmap.save',
      'roadmap.freeze',
      'roadmap.endorse',
      'roadmap.endorse',
      'roadmap.submit',
    ]);
  });
});
