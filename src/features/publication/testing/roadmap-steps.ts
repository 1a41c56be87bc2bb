import { saveReview, settleReview, startReview } from '../../review/index.ts';
import { takeBackClearance } from '../../review/take-back-clearance.ts';
import { notesOf } from '../../review/testing/reviewed.ts';
import { returnToDraft } from '../../roadmap/freezing/return-to-draft.ts';
import { endorseVersion, freezeVersion, listVersions, submitVersion } from '../../roadmap/index.ts';
import { beginVersion } from '../../roadmap/versions/begin-version.ts';
import { publishVersion } from '../publish-version.ts';
import { type ActedWorld, membersOf, type Outcome, type Steps, versionOf } from './acted-world.ts';

/** What members, lead and region do with a roadmap. */
export function roadmapSteps(world: ActedWorld): Steps {
  const { context, place } = world;
  const footprintId = place.footprint.areaId;
  const versionNumber = async () => (await versionOf(world)).number;
  return {
    freezes: async () => freezeVersion(context, place.footprint, await versionNumber(), world.by()),
    'is endorsed by all': () => endorseByAll(world),
    'returns to draft': async () =>
      returnToDraft(
        context,
        { footprintId, versionNumber: await versionNumber(), reason: 'A wrong figure' },
        world.by(),
      ),
    'is submitted': async () => submitVersion(context, place.footprint, await versionNumber(), world.by()),
    'is taken into review': async () => startReview(context, await sentVersion(world), world.by()),
    'is cleared': () => settle(world, 'cleared'),
    'is to be changed': () => settle(world, 'changes-requested'),
    'loses its clearance': async () =>
      takeBackClearance(context, { versionId: await sentVersion(world), reason: 'New facts' }, world.by()),
    'is published': async () => publishVersion(context, await sentVersion(world), world.by()),
    'begins anew': async () =>
      beginVersion(
        context,
        { footprintId, afterNumber: await versionNumber(), summaryOfChanges: 'What the review asked for' },
        world.by(),
      ),
  };
}

/** The newest version that was sent to the region, beside which another may have been begun. */
async function sentVersion(world: ActedWorld): Promise<string> {
  const versions = await listVersions(world.context.database, world.place.footprint.areaId);
  const sent = versions.find(({ submittedAt }) => submittedAt !== null);
  return (sent ?? (await versionOf(world))).versionId;
}

async function endorseByAll(world: ActedWorld): Promise<Outcome> {
  const { context, place } = world;
  const { digest } = await versionOf(world);
  const command = { decision: 'endorse', conditions: '', digest: digest ?? '' } as const;
  let outcome: Outcome = null;
  for (const { organisationId } of await membersOf(world)) {
    const footprintId = place.footprint.areaId;
    outcome = await endorseVersion(context, { footprintId, organisationId, command }, world.by());
  }
  return outcome;
}

async function settle(world: ActedWorld, outcome: 'cleared' | 'changes-requested'): Promise<Outcome> {
  const { context } = world;
  const versionId = await sentVersion(world);
  const wanting = { [context.pack.reviewCriteria[0]?.id ?? '']: { ratingId: 'not-met', comment: 'Say who pays' } };
  const notes = notesOf(context.pack, outcome === 'cleared' ? {} : wanting);
  const saved = await saveReview(context, versionId, notes, world.by());
  const revision = saved.kind === 'conflict' ? saved.saved.revision : 1;
  return settleReview(context, { versionId, footprintName: 'Wolverhampton', outcome, revision }, world.by());
}
