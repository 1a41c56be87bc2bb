import { sql } from 'kysely';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { levelledPack } from './levelled-pack.ts';

/** The service with the instrument with levels asked in every round of assessment, also where another was answered in it. */
export async function startLevelledService(template: 'facts' | 'demo'): Promise<TestService> {
  const pack = await levelledPack();
  const service = await startTestService(template, { pack });
  const [instrument] = pack.instruments;
  await sql`alter table round_instrument disable trigger round_instrument_is_append_only`.execute(service.owner);
  await sql`update round_instrument set instrument_id = ${instrument?.id}, version = ${instrument?.version}`.execute(
    service.owner,
  );
  return service;
}
