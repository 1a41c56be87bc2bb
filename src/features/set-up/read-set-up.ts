import type { Connection } from '../../platform/database/database.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { getSetUpCounts } from './set-up-repository.ts';
import { type SetUpStep, setUpSteps } from './set-up-steps.ts';

interface Asked {
  readonly database: Connection;
  readonly pack: ProgrammePack;
  readonly config: { readonly smtpUrl: string | null };
}

/** What is there and what is missing until the programme runs, in one query. */
export async function readSetUp({ database, pack, config }: Asked): Promise<SetUpStep[]> {
  const assessedTypes = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const counts = await getSetUpCounts(database, { asAt: pack.positionOn, assessedTypes });
  return setUpSteps(counts, { sendsMail: config.smtpUrl !== null });
}
