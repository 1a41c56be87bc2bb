import type { Connection } from '../../../platform/database/database.ts';
import {
  listVersions,
  lockVersion,
  type RoadmapVersionRow,
  updateVersion,
  type VersionChanges,
} from './version-repository.ts';
import { nextVersionState, type VersionAction, type VersionDecision, type VersionState } from './version-state.ts';

type MovingAction = Exclude<VersionAction, { kind: 'freeze' } | { kind: 'withdraw' } | { kind: 'supersede' }>;

export interface MoveFacts {
  /** How many blockers the check of this very action found. */
  readonly blockerCount: number;
  readonly at: Date;
  readonly personId: string | null;
}

export type MoveOutcome =
  | {
      readonly kind: 'ok';
      /** As it stood before. */
      readonly version: RoadmapVersionRow;
      readonly state: VersionState;
      /** Numbers of the older versions that it took the place of. */
      readonly superseded: readonly number[];
    }
  | Extract<VersionDecision, { kind: 'refused' }>;

/**
 * Moves a version from one state to the next inside the caller's transaction: locks it, decides, notes when and by whom it was
 * submitted or published, and supersedes the older versions whose place it takes. For `freeze` and `withdraw` use
 * `freezeVersion` and `returnToDraft`, which keep the document too.
 */
export async function moveVersion(
  transaction: Connection,
  versionId: string,
  action: MovingAction,
  facts: MoveFacts,
): Promise<MoveOutcome> {
  const version = await lockVersion(transaction, versionId);
  const family = await listVersions(transaction, version.footprintId);
  const newer = family.findLast(({ number }) => number > version.number);
  const { blockerCount } = facts;
  const decision = nextVersionState(version.state, action, { blockerCount, newerVersion: newer?.state ?? null });
  if (decision.kind === 'refused') {
    return decision;
  }

  await updateVersion(transaction, versionId, decision.state, changesOf(action.kind, facts));
  const older = family.filter(({ number }) => number < version.number);
  const superseded = await supersede(transaction, older, decision.state);
  return { kind: 'ok', version, state: decision.state, superseded };
}

function changesOf(action: VersionAction['kind'], { at, personId }: MoveFacts): VersionChanges {
  if (action === 'submit') {
    return { submitted: { at, by: personId } };
  }
  return action === 'publish' ? { published: { at } } : {};
}

async function supersede(
  transaction: Connection,
  older: readonly RoadmapVersionRow[],
  newerVersion: VersionState,
): Promise<number[]> {
  const superseded: number[] = [];
  for (const { versionId, number } of older) {
    const { state } = await lockVersion(transaction, versionId);
    const decision = nextVersionState(state, { kind: 'supersede' }, { blockerCount: 0, newerVersion });
    if (decision.kind === 'ok') {
      await updateVersion(transaction, versionId, decision.state);
      superseded.push(number);
    }
  }
  return superseded;
}
