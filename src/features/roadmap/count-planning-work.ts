import type { Connection } from '../../platform/database/database.ts';
import { listWorkingFootprints } from '../directory/index.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';
import type { PlanningWork } from '../rounds/index.ts';
import { planningWorkOf } from './planning-work.ts';
import { listVersionStates } from './versions/version-repository.ts';

/** Where the footprints stand in a round of planning. */
export async function countPlanningWork(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  today: string,
): Promise<PlanningWork> {
  const [places, versions] = await Promise.all([
    listWorkingFootprints(connection, pack.positionOn),
    listVersionStates(connection),
  ]);
  return planningWorkOf(round, pack, { places, versions, today });
}
