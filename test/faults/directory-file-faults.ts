import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { practiceCodes, practicesFile } from '../../bench/made-up-practices.ts';
import { paths } from '../../src/paths.ts';
import { addPerson } from '../builders/sign-in-as.ts';
import type { Fault, Struck } from './faults.ts';
import { HttpVisitor, tokenOf } from './http-visitor.ts';
import { besideService, type Rig } from './rig.ts';
import { startService } from './running-service.ts';

const ROWS = 20_000;
const LOOK_MILLISECONDS = 50;
/** For a file to be worked through beside a busy service; after a kill also until its work is missed. */
const PATIENCE_MILLISECONDS = 120_000;

interface Where {
  readonly state: string;
  readonly rowsRead: number;
}

/** The service is killed in the middle of a file that somebody sent, and started again; nobody does anything about the file. */
export const directoryFileFaults: readonly Fault[] = [
  {
    name: 'kill -9 of the service while it checks a file',
    strike: async (rig) => {
      const manager = await signInManager(rig);
      const id = await sendFile(manager);
      const struck = await killWhile(rig, id, { working: 'checking', done: 'waiting', practices: 0 });
      await decide(manager, id, 'withdraw');
      return struck;
    },
  },
  {
    name: 'kill -9 of the service while it brings a file in',
    strike: async (rig) => {
      const manager = await signInManager(rig);
      const id = await sendFile(manager);
      await until(rig, id, ({ state }) => state === 'waiting');
      await decide(manager, id, 'confirm');
      return killWhile(rig, id, { working: 'importing', done: 'imported', practices: ROWS });
    },
  },
];

interface Expected {
  readonly working: string;
  readonly done: string;
  /** In the directory once it is done. */
  readonly practices: number;
}

async function killWhile(rig: Rig, id: string, { working, done, practices }: Expected): Promise<Struck> {
  const begun = await until(rig, id, ({ state, rowsRead }) => state === working && rowsRead > 0);
  rig.service.child.kill('SIGKILL');
  await rig.service.ended;
  const killed = await find(rig, id);
  rig.service = await startService(rig.environment);
  const backAt = performance.now();
  const left = await countPractices(rig);
  const ended = await until(rig, id, ({ state }) => state === done);
  const kept = await countPractices(rig);
  return {
    backAt,
    complaints: [
      ...(begun && killed.state === working ? [] : [`the kill met the file ${killed.state}, not ${working}`]),
      ...(left === 0 ? [] : [`${left} practices of half a file were in the directory`]),
      ...(ended ? [] : [`the file is ${(await find(rig, id)).state} after the new start, not ${done}`]),
      ...(kept === practices ? [] : [`${kept} practices are in the directory, not ${practices}`]),
    ],
  };
}

async function signInManager(rig: Rig): Promise<HttpVisitor> {
  const credentials = await besideService(rig, (database) => addPerson({ database }, [{ role: 'programme-manager' }]));
  const visitor = new HttpVisitor(() => rig.service.address);
  await visitor.post(paths.signIn(), { _csrf: await token(visitor, paths.signIn()), ...credentials });
  return visitor;
}

async function token(visitor: HttpVisitor, path: string): Promise<string> {
  return tokenOf(await visitor.get(path)) ?? '';
}

/** Sends the file as a browser does, and answers the id it is kept under. */
async function sendFile(visitor: HttpVisitor): Promise<string> {
  const fields = { _csrf: await token(visitor, paths.newImport()), dated: '2017-06-30', layout: 'ods-practices' };
  const file = { name: 'epraccur.csv', content: practicesFile(ROWS) };
  const { status, location } = await visitor.postFile(paths.newImport(), fields, file);
  const id = location?.split('/').at(-1);
  if (status !== 303 || id === undefined) {
    throw new Error(`The file was not taken (status ${status}).`);
  }
  return id;
}

async function decide(visitor: HttpVisitor, id: string, decision: string): Promise<void> {
  const fields = { _csrf: await token(visitor, paths.importUpload(id)), decision };
  const { status } = await visitor.post(paths.importDecision(id), fields);
  if (status !== 303) {
    throw new Error(`Nobody could ${decision} the file (status ${status}).`);
  }
}

/** Looks again and again, without asking the service; false when it does not come to it in good time. */
async function until(rig: Rig, id: string, isThere: (where: Where) => boolean): Promise<boolean> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < end) {
    if (isThere(await find(rig, id))) {
      return true;
    }
    await setTimeout(LOOK_MILLISECONDS);
  }
  return false;
}

function find(rig: Rig, id: string): Promise<Where> {
  return besideService(rig, (database) =>
    database
      .selectFrom('import_upload')
      .select(['import_upload.state', 'import_upload.rows_read as rowsRead'])
      .where('import_upload.import_upload_id', '=', id)
      .executeTakeFirstOrThrow(),
  );
}

async function countPractices(rig: Rig): Promise<number> {
  const { rows } = await besideService(rig, (database) =>
    sql<{ count: number }>`
      select count(*)::integer as count from organisation
      where organisation.code ~ ${practiceCodes}`.execute(database),
  );
  return rows[0]?.count ?? 0;
}
