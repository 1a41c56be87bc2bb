import { type Acting, findPersonByEmail } from '../../features/identity/index.ts';
import type { PeopleContext } from '../../features/people/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { type Config, publicUrlOf } from '../../platform/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { getSettingsInForce } from '../../platform/settings/settings-repository.ts';
import { UsageError } from '../command.ts';
import type { StoryTime } from '../with-database.ts';

/** A command writes to nobody: whoever runs it sees what there is to pass on. */
export async function userContext(
  database: Database,
  config: Config,
  { pack }: Pick<StoryTime, 'pack'>,
): Promise<PeopleContext> {
  const { serviceName } = await getSettingsInForce(database, config.given, pack.serviceName);
  return { database, newId, realClock: systemClock, letters: null, serviceName, publicUrl: publicUrlOf(config) };
}

export function byOperator(): Acting {
  const words = 'whoever runs the service';
  return { personId: null, name: words, role: '', onBehalfOf: words, at: systemClock() };
}

/** The account of an address; throws `UsageError` where there is none. */
export async function requirePerson(database: Database, email: string) {
  const person = await findPersonByEmail(database, email);
  if (person === null) {
    throw new UsageError(`--email: there is no account “${email}”`);
  }
  return person;
}
