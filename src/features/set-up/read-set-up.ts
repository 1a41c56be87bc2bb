import type { Clock } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { backupStep } from './backup-state.ts';
import { readBackupState } from './read-backup-state.ts';
import { roundStep } from './round-step.ts';
import { getSetUpCounts } from './set-up-repository.ts';
import { type SetUpStep, setUpSteps } from './set-up-steps.ts';

interface Asked {
  readonly database: Connection;
  readonly pack: ProgrammePack;
  readonly config: { readonly backups: { readonly everyHours: number } | null };
  readonly clock: Clock;
  readonly settings: Settings;
}

/** What is there and what is missing until the programme runs, in two queries. */
export async function readSetUp({ database, pack, config, clock, settings }: Asked): Promise<SetUpStep[]> {
  const assessedTypes = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const [counts, backups] = await Promise.all([
    getSetUpCounts(database, { asAt: pack.positionOn, assessedTypes }),
    readBackupState({ database, config, clock }),
  ]);
  return [...setUpSteps(counts, settings), roundStep(pack, today(clock)), backupStep(backups)];
}
