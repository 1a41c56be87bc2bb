import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  ordInterface,
  type RegistryServer,
  startRegistryServer,
} from '../../src/features/directory-import/fetch/testing/registry-server.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { Fault, Struck } from './faults.ts';
import { besideService, type Rig } from './rig.ts';
import { startService } from './running-service.ts';

const organisations = Array.from({ length: 6 }, (_, index) => ({
  code: `RZ${index}`,
  name: `INVENTED NHS TRUST ${index}`,
}));
const LOOK_MILLISECONDS = 50;
/** For a killed process to be missed, and for six records to be asked for beside a busy service. */
const PATIENCE_MILLISECONDS = 240_000;

/** The service is killed when it has half of the registry's answer, and started again; nobody does anything about it. */
export const registryKilled: Fault = {
  name: 'kill -9 of the service while it asks the registry',
  strike: async (rig) => {
    const registry = await startRegistryServer(halfAnswered());
    try {
      return await killWhileAsking(rig, registry);
    } finally {
      await restart(rig, 'SIGTERM', {});
      await registry.close();
    }
  },
};

async function killWhileAsking(rig: Rig, registry: RegistryServer): Promise<Struck> {
  const asks = {
    DIRECTORY_URL: `${registry.origin}/ORD/2-0-0/organisations?PrimaryRoleId=RO197`,
    ...{ DIRECTORY_KIND: 'ord', DIRECTORY_PRIVATE: '1' },
  };
  await restart(rig, 'SIGTERM', asks);
  const hasHalf = await until(async () => registry.asked.some((asked) => asked.endsWith(`/${organisations[3]?.code}`)));
  rig.service.child.kill('SIGKILL');
  await rig.service.ended;
  const killed = await look(rig);
  registry.answer = ordInterface(organisations);
  await restart(rig, 'SIGKILL', asks);
  const backAt = performance.now();
  const isMissed = await until(() => besideService(rig, makeDue));
  await until(async () => (await look(rig)).files > 0);
  const { fetches, files, counted } = await look(rig);
  return {
    backAt,
    complaints: [
      ...(hasHalf && killed.underWay === 1 ? [] : ['the kill met no fetch under way']),
      ...(killed.files === 0 ? [] : [`${killed.files} files were made of half an answer`]),
      ...(isMissed ? [] : ['the fetch was not missed']),
      ...(fetches === 1 ? [] : [`there are ${fetches} fetches, not 1`]),
      ...(files === 1 ? [] : [`there are ${files} files of the registry, not 1`]),
      ...(counted === organisations.length
        ? []
        : [`${counted} organisations were fetched, not ${organisations.length}`]),
    ],
  };
}

/** Never says a word about the fourth organisation. */
function halfAnswered(): RegistryServer['answer'] {
  const whole = ordInterface(organisations);
  return (request, response, url) =>
    url.pathname.endsWith(`/${organisations[3]?.code}`) ? undefined : whole(request, response, url);
}

async function restart(rig: Rig, signal: NodeJS.Signals, more: Readonly<Record<string, string>>): Promise<void> {
  rig.service.child.kill(signal);
  await rig.service.ended;
  rig.service = await startService({ ...rig.environment, ...more });
}

/** Lets the five minutes be over after which it is tried again. False as long as nobody has missed who was killed. */
async function makeDue(database: Database): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update pgboss.job set start_after = now() where name = 'directory-fetches' and state = 'retry'`.execute(database);
  return numAffectedRows > 0n;
}

async function until(isThere: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < end) {
    if (await isThere()) {
      return true;
    }
    await setTimeout(LOOK_MILLISECONDS);
  }
  return false;
}

interface Fetched {
  readonly fetches: number;
  readonly underWay: number;
  readonly files: number;
  /** Organisations in all that was fetched. */
  readonly counted: number;
}

async function look(rig: Rig): Promise<Fetched> {
  const { rows } = await besideService(rig, (database) =>
    sql<Fetched>`
      select count(*)::integer as fetches, (count(*) filter (where ended_at is null))::integer as "underWay",
        count(import_upload_id)::integer as files, coalesce(sum(organisation_count), 0)::integer as counted
      from directory_fetch`.execute(database),
  );
  const [row] = rows;
  if (row === undefined) {
    throw new Error('A count gives a row.');
  }
  return row;
}
