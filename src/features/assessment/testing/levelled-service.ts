import { sql } from 'kysely';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { digestOf } from '../../../platform/canonical-json.ts';
import { storedInstrument } from '../../instruments/kept/stored-instrument.ts';
import type { Instrument, ProgrammePack } from '../../programme/index.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import { packAsking } from './levelled-pack.ts';

/** The service with the instrument with levels asked in every round of assessment, also where another was answered in it. */
export function startLevelledService(template: 'facts' | 'demo'): Promise<TestService> {
  return startServiceAsking(template, levelledInstrument());
}

/** The same with any instrument. */
export async function startServiceAsking(template: 'facts' | 'demo', asked: Instrument): Promise<TestService> {
  return startServiceWith(template, await packAsking(asked));
}

/** The same with any pack, and by another clock than that of the machine where one is given. */
export async function startServiceWith(
  template: 'facts' | 'demo',
  pack: ProgrammePack,
  clock?: () => Date,
): Promise<TestService> {
  const service = await startTestService(template, clock === undefined ? { pack } : { pack, clock });
  const { owner } = service;
  for (const instrument of pack.instruments) {
    await keepActive(service, instrument);
    await sql`alter table round_instrument disable trigger round_instrument_is_append_only`.execute(owner);
    await sql`update round_instrument set instrument_id = ${instrument.id}, version = ${instrument.version}`.execute(
      owner,
    );
  }
  return service;
}

/** As if the first start had found it. */
async function keepActive({ owner, context }: TestService, instrument: Instrument): Promise<void> {
  const { id, version, themes, ...rest } = instrument;
  const written = {
    instrument: { id, version, ...rest, themes: themes.map((theme) => theme.id) },
    themes: themes.map((theme) => ({ ...theme, instrument: id })),
  };
  const [digest, at] = [digestOf(written), context.clock()];
  const content = storedInstrument.write(written);
  await owner
    .insertInto('kept_instrument')
    .values({ instrument_id: id, version, content, digest, recorded_at: at })
    .execute();
  const active = { instrument_id: id, version, digest, state: 'active', proposed_at: at, settled_at: at };
  await owner
    .insertInto('instrument_activation')
    .values({ instrument_activation_id: context.newId(), ...active })
    .execute();
}
