import { saveReview, settleReview, startReview } from '../../review/index.ts';
import { clearedVersion, notesOf } from '../../review/testing/reviewed.ts';
import { freezeVersion, submitVersion } from '../../roadmap/index.ts';
import { decide, later, type Wolverhampton } from '../../roadmap/testing/wolverhampton.ts';
import { beginVersion } from '../../roadmap/versions/begin-version.ts';
import { publishVersion } from '../publish-version.ts';

interface Version {
  readonly versionId: string;
  readonly digest: string;
}

/** The first version of the footprint, public. */
export async function publishedVersion(place: Wolverhampton): Promise<Version> {
  const cleared = await clearedVersion(place);
  expectOk(await publishVersion(place.context, cleared.versionId, later(place.by, 10)));
  return cleared;
}

/** The version after one that is published, taken as far as clearance. */
export async function clearedSuccessor(place: Wolverhampton, afterNumber = 1): Promise<Version> {
  const { context, footprint, by } = place;
  const command = { footprintId: footprint.areaId, afterNumber, summaryOfChanges: 'The second year in more detail' };
  const { versionId } = expectOk(await beginVersion(context, command, later(by, 20)));
  const { digest } = expectOk(await freezeVersion(context, footprint, afterNumber + 1, later(by, 21)));
  await decide(place, place.ccgId, digest);
  await decide(place, place.trustId, digest);
  expectOk(await submitVersion(context, footprint, afterNumber + 1, later(by, 23)));
  expectOk(await startReview(context, versionId, later(by, 24)));
  await saveReview(context, versionId, notesOf(context.pack), later(by, 25));
  const settle = { versionId, footprintName: footprint.name, outcome: 'cleared', revision: 1 } as const;
  expectOk(await settleReview(context, settle, later(by, 26)));
  return { versionId, digest };
}

function expectOk<Outcome extends { readonly kind: string }>(outcome: Outcome): Extract<Outcome, { kind: 'ok' }> {
  if (outcome.kind !== 'ok') {
    throw new Error(`Could not go on: ${JSON.stringify(outcome)}`);
  }
  return outcome as Extract<Outcome, { kind: 'ok' }>;
}
