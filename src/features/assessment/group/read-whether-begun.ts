import type { Connection } from '../../../platform/database/database.ts';
import { hasAssessmentsIn } from '../begun-repository.ts';
import { hasAgreedSharingsIn } from './sharing-repository.ts';

/** Whether any organisation has begun anything in a round of assessment, be it to agree that it answers together with another. */
export async function readWhetherBegun(connection: Connection, roundId: string): Promise<boolean> {
  return (await hasAssessmentsIn(connection, roundId)) || (await hasAgreedSharingsIn(connection, roundId));
}
