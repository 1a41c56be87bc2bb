import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { AppContext } from '../../context.ts';
import { keepRegister } from '../../register-listeners.ts';
import { areSameMembers, compareMembers, listMembersNow } from '../directory/index.ts';
import { saveReview, settleReview, startReview } from '../review/index.ts';
import { takeBackClearance } from '../review/take-back-clearance.ts';
import { notesOf } from '../review/testing/reviewed.ts';
import {
  beginVersion,
  currentVersion,
  endorseVersion,
  freezeVersion,
  listNamedMembers,
  listVersions,
  type RoadmapVersionRow,
  submitVersion,
} from '../roadmap/index.ts';
import { returnToDraft } from '../roadmap/return-to-draft.ts';
import { bringInMembers, letLeave } from '../roadmap/testing/members.ts';
import { later, type Wolverhampton, wolverhampton, writtenDraft } from '../roadmap/testing/wolverhampton.ts';
import { listPublicationsOf } from './publication-repository.ts';
import { publishVersion } from './publish-version.ts';

/* Whatever is done in whatever order: nothing but refusals in words, no version without a way on, nobody signs what leaves them out. */

let service: TestService;
let context: AppContext;
let place: Wolverhampton;
let minutes = 10;
const tick = () => {
  minutes += 1;
  return minutes;
};
const by = () => later(place.by, tick());

beforeAll(async () => {
  service = await startTestService('facts');
  const pack = { ...service.context.pack, positionOn: '2016-10-31' };
  context = { ...service.context, pack, register: keepRegister(pack) };
  place = await wolverhampton({ context });
  await writtenDraft(place);
});
afterAll(() => service.close());

const areaId = () => place.footprint.areaId;
const members = () => listMembersNow(context.database, areaId(), context.pack.positionOn);
const reviewed = async () => (await listVersions(context.database, areaId())).find((one) => one.submittedAt !== null);
const sent = async () => (await reviewed())?.versionId ?? (await current()).versionId;

async function current(): Promise<RoadmapVersionRow> {
  const version = await currentVersion(context.database, areaId());
  if (version === null) {
    throw new Error('The roadmap has gone');
  }
  return version;
}

async function settle(outcome: 'cleared' | 'changes-requested') {
  const versionId = await sent();
  const rated =
    outcome === 'cleared'
      ? {}
      : { [context.pack.reviewCriteria[0]?.id ?? '']: { ratingId: 'not-met', comment: 'Say who pays' } };
  const saved = await saveReview(context, versionId, notesOf(context.pack, rated), by());
  const revision = saved.kind === 'conflict' ? saved.saved.revision : 1;
  return settleReview(context, { versionId, footprintName: 'Wolverhampton', outcome, revision }, by());
}

/** What people and the register do. Each is tried whatever state things are in. */
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  joins: () => bringInMembers(context, [`wol,RKB,core,List ${tick()},2016-07-01,,stated,`]),
  'changes role': () =>
    bringInMembers(context, [
      `wol,RKB,${minutes % 2 === 0 ? 'support' : 'associate'},List ${tick()},2016-07-01,,stated,`,
    ]),
  leaves: async () => {
    const found = (await members()).find(({ code, role }) => code === 'RKB' && role === 'core');
    return found === undefined
      ? null
      : letLeave(context, { areaId: areaId(), organisationId: found.organisationId }, '2016-10-31');
  },
  freezes: async () => freezeVersion(context, place.footprint, (await current()).number, by()),
  'is endorsed by all': async () => {
    const { digest } = await current();
    for (const { organisationId } of await members()) {
      const command = { decision: 'endorse', conditions: '', digest: digest ?? '' } as const;
      await endorseVersion(context, { footprintId: areaId(), organisationId, command }, by());
    }
  },
  'returns to draft': async () =>
    returnToDraft(
      context,
      { footprintId: areaId(), versionNumber: (await current()).number, reason: 'A figure' },
      by(),
    ),
  'is submitted': async () => submitVersion(context, place.footprint, (await current()).number, by()),
  'is taken into review': async () => startReview(context, await sent(), by()),
  'is cleared': () => settle('cleared'),
  'is to be changed': () => settle('changes-requested'),
  'loses its clearance': async () => takeBackClearance(context, { versionId: await sent(), reason: 'New facts' }, by()),
  'is published': async () => publishVersion(context, await sent(), by()),
  'begins anew': async () =>
    beginVersion(
      context,
      { footprintId: areaId(), afterNumber: (await current()).number, summaryOfChanges: 'More' },
      by(),
    ),
};

/** The steps that lead on from each state, in turn. */
const wayOn: Readonly<Record<string, string>> = {
  draft: 'freezes',
  endorsement: 'returns to draft',
  submitted: 'is taken into review',
  'under-review': 'is to be changed',
  'changes-requested': 'begins anew',
  cleared: 'is published',
  published: 'begins anew',
};

async function holds(): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from endorsement where not exists (
      select from document_member where document_member.version_id = endorsement.version_id
        and document_member.digest = endorsement.digest
        and document_member.organisation_id = endorsement.organisation_id)`.execute(context.database);
  expect(rows[0]?.count).toBe(0);
  const version = await current();
  if (version.state === 'endorsement') {
    const named = (await listNamedMembers(context.database, version.versionId)) ?? [];
    expect(areSameMembers(compareMembers(named, await members()))).toBe(true);
  }
  const versions = await listVersions(context.database, areaId());
  for (const publication of await listPublicationsOf(context.database, areaId())) {
    const published = versions.find(({ versionId }) => versionId === publication.versionId);
    const named = (await listNamedMembers(context.database, publication.versionId)) ?? [];
    expect(published?.digest).toBe(publication.digest);
    expect(publication.memberCount).toBe(new Set(named.map(({ code }) => code)).size);
  }
}

async function isNotStuck(): Promise<void> {
  const seen: string[] = [];
  for (let left = 6; left > 0; left -= 1) {
    const { state } = await current();
    seen.push(state);
    if (state === 'draft' || state === 'published') {
      return;
    }
    await steps[wayOn[state] ?? '']?.();
  }
  throw new Error(`Stuck: ${seen.join(', ')}`);
}

describe('in whatever order members, lead, region and executives act', () => {
  const anOrder = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 15, maxLength: 25 });
  const straight = ['freezes', 'is endorsed by all', 'is submitted', 'is taken into review', 'is cleared'];
  const examples: [string[]][] = [
    [
      [
        'freezes',
        'joins',
        'freezes',
        'is endorsed by all',
        'changes role',
        ...straight,
        'leaves',
        'is published',
        'begins anew',
      ],
    ],
    [[...straight, 'joins', 'loses its clearance', 'begins anew', ...straight, 'begins anew', 'is published']],
  ];

  it('agreements hold, publications follow from their document, and there is a way on', {
    timeout: 60_000,
  }, async () => {
    const property = fc.asyncProperty(anOrder, async (order) => {
      for (const step of order) {
        await steps[step]?.();
        await holds();
      }
      await isNotStuck();
    });
    await fc.assert(property, { numRuns: 6, examples, endOnFailure: true });
    expect((await listPublicationsOf(context.database, areaId())).length).toBeGreaterThan(0);
  });
});
