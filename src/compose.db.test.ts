import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, addInvented, earlierDatabase, emptyDatabase } from '../test/database/earlier-database.ts';
import { readPage } from '../test/database/page-reader.ts';
import { cloneDatabase, testSecret } from '../test/database/test-service.ts';
import { chooseDataFolder, chooseDataFolderForCommand } from './choose-data-folder.ts';
import { runLdr } from './cli/run-ldr.ts';
import { recordingTerminal } from './cli/testing/recording-terminal.ts';
import { composeService, openStore } from './compose.ts';
import { ModeError } from './features/mode/mode-words.ts';
import { instrumentOfRound, sectionsOf } from './features/programme/index.ts';
import { parseConfig } from './platform/config.ts';
import { createLogger } from './platform/logging.ts';
import { programmeFolder } from './project-folder.ts';

const log = createLogger('silent');
const configOf = (environment: Record<string, string>) => parseConfig({ LOG_LEVEL: 'silent', ...environment });

describe('one folder, started in both modes', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-mode-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('starts as real, is refused as a demonstration, and starts as real again without anything invented', async () => {
    const first = await composeService(configOf({ DEMO: '0', DATA_DIR: folder }), log);
    await first.stop();

    const refused = composeService(configOf({ DATA_DIR: folder }), log);
    await expect(refused).rejects.toThrow(ModeError);
    await expect(refused).rejects.toThrow(`DATA_DIR=${folder} DEMO=0 npm start`);

    const again = await composeService(configOf({ DEMO: '0', DATA_DIR: folder }), log);
    const status = await again.app.inject('/status');
    expect(readPage(status, 200).fact('Kind').text).toBe('Real: nothing is invented');
    await again.stop();
  }, 60_000);

  it('is where real data that was there before is found, when no folder is named', async () => {
    const usual = { demonstration: folder, real: path.join(folder, 'none') };
    const asked = { ...configOf({ DEMO: '0' }), dataDir: usual.real };
    expect(await chooseDataFolder(asked, openStore, usual)).toMatchObject({ dataDir: folder });
    expect(await chooseDataFolderForCommand(asked, openStore, usual)).toMatchObject({ dataDir: folder });
  });
});

describe('the usual folders', () => {
  const usual = { demonstration: '/nowhere/demonstration', real: '/nowhere/real' };
  const open = () => Promise.reject(new Error('nothing is to be opened'));

  it('are two, so that the two commands of the README never meet', async () => {
    expect(await chooseDataFolder(configOf({}), open)).toMatchObject({ dataDir: './.data' });
    const real = { ...configOf({ DEMO: '0' }), dataDir: usual.real };
    expect(await chooseDataFolder(real, open, usual)).toMatchObject({ dataDir: usual.real });
  });

  it.each([
    ['nothing yet, as when the demonstration is just starting', [], false],
    ['a demonstration', [addInvented], false],
    ['real data', [addAccount], true],
    ['both, to be refused there', [addInvented, addAccount], true],
  ] as const)('leave nothing behind: the earlier database held %s', async (_name, adders, isTaken) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-folders-'));
    const both = { demonstration: path.join(folder, 'one'), real: path.join(folder, 'other') };
    await mkdir(path.join(both.demonstration, 'postgres', 'cluster'), { recursive: true });
    const earlier = await earlierDatabase();
    for (const add of adders) {
      await add(earlier);
    }
    const asked = { ...configOf({ DEMO: '0' }), dataDir: both.real };
    const chosen = await chooseDataFolder(
      asked,
      async () => ({ url: earlier.url, ownerUrl: earlier.ownerUrl, stop: async () => undefined }),
      both,
    );
    expect(chosen.dataDir).toBe(isTaken ? both.demonstration : both.real);
    await earlier.close();
    await rm(folder, { recursive: true });
  });

  it('are asked about by a command where both hold a database and nobody says which', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-folders-'));
    const both = { demonstration: path.join(folder, 'one'), real: path.join(folder, 'other') };
    const cluster = (of: string) => mkdir(path.join(of, 'postgres', 'cluster'), { recursive: true });
    await cluster(both.real);
    const asked = { ...configOf({}), dataDir: both.demonstration };
    expect(await chooseDataFolderForCommand(asked, open, both)).toMatchObject({
      dataDir: both.real,
      isDemonstration: false,
    });
    await cluster(both.demonstration);
    await expect(chooseDataFolderForCommand(asked, open, both)).rejects.toThrow('DEMO=1 or DEMO=0 before the command');
    const said = { ...asked, isModeGiven: true };
    expect(await chooseDataFolderForCommand(said, open, both)).toEqual(said);
    await rm(folder, { recursive: true });
  });

  it('make room for the one that is named', async () => {
    const named = configOf({ DEMO: '0', DATA_DIR: '/srv/ldr' });
    expect(await chooseDataFolder(named, open, usual)).toEqual(named);
    expect(await chooseDataFolderForCommand(named, open, usual)).toEqual(named);
  });
});

describe('a database of one’s own', () => {
  it('with a demonstration in it is refused as real', async () => {
    const clone = await cloneDatabase('demo');
    const config = configOf({ DATABASE_URL: clone.url, SESSION_SECRET: testSecret });
    await expect(composeService(config, log)).rejects.toThrow('holds a demonstration');
    await clone.close();
  });

  it('of an earlier version, with real data in it, is not filled with invented data', async () => {
    const earlier = await earlierDatabase();
    await addAccount(earlier);
    const config = configOf({
      DATABASE_URL: earlier.url,
      DATABASE_OWNER_URL: earlier.ownerUrl,
      SESSION_SECRET: testSecret,
      DEMO: '1',
    });
    await expect(composeService(config, log)).rejects.toThrow('holds real data');
    expect(await earlier.database.selectFrom('person').selectAll().execute()).toHaveLength(1);
    expect(await earlier.database.selectFrom('organisation').selectAll().execute()).toEqual([]);
    await earlier.close();
  });
});

/** Ours under another name, with nothing to show. */
async function otherPack(folder: string): Promise<string> {
  const pack = path.join(folder, 'elsewhere');
  await cp(programmeFolder, pack, { recursive: true, filter: (from) => path.basename(from) !== 'illustration' });
  const file = path.join(pack, 'programme.yaml');
  const text = await readFile(file, 'utf8');
  const renamed = text.replace(/^id: .*$/m, 'id: elsewhere').replace(/^title: .*$/m, 'title: Roadmaps elsewhere');
  await writeFile(file, renamed);
  return pack;
}

/** The variables before `npm start` in words that say what to type. */
function typedIn(words: string): Record<string, string> {
  const [, typed = ''] = /^ *(\S+=.*) npm start$/m.exec(words) ?? [];
  expect(typed).not.toBe('');
  return Object.fromEntries(typed.split(' ').map((word) => word.split('=', 2)));
}

describe('a programme of one’s own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-programme-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('runs from its folder, and its database is refused without it, by the service and by a command', async () => {
    const PROGRAMME = await otherPack(folder);
    const empty = await emptyDatabase();
    const environment = {
      DATABASE_URL: empty.url,
      DATABASE_OWNER_URL: empty.ownerUrl,
      SESSION_SECRET: testSecret,
      DEMO: '0',
    };
    const first = await composeService(configOf({ ...environment, PROGRAMME }), log);
    const about = readPage(await first.app.inject('/about'), 200);
    expect(about.section('The programme').text).toContain('Roadmaps elsewhere');
    await first.stop();

    const error: unknown = await composeService(configOf(environment), log).catch((thrown: unknown) => thrown);
    const words = error instanceof Error ? error.message : '';
    expect(words).toContain(
      'is of the programme “elsewhere” (Roadmaps elsewhere), and without PROGRAMME the service runs “england-ldr”',
    );
    // As whoever pastes what the words say to type would start it.
    const again = await composeService(configOf({ ...environment, ...typedIn(words) }), log);
    await again.stop();
    const check = async (others: Record<string, string>) => {
      const terminal = recordingTerminal({ environment: { ...environment, ...others } });
      return { exitCode: await runLdr(['setup', 'check'], terminal), terminal };
    };
    const refused = await check({});
    expect(refused.exitCode).toBe(2);
    expect(refused.terminal.complained()).toContain('is of the programme “elsewhere”');
    expect((await check({ PROGRAMME })).terminal.printed()).toContain('Programme: Roadmaps elsewhere (elsewhere)');
    await empty.close();
  }, 60_000);

  it('is demonstrated with nothing made up where its pack makes up nothing', async () => {
    const PROGRAMME = await otherPack(folder);
    const empty = await emptyDatabase();
    const { app, context, stop } = await composeService(
      configOf({
        PROGRAMME,
        DEMO: '1',
        DATABASE_URL: empty.url,
        DATABASE_OWNER_URL: empty.ownerUrl,
        SESSION_SECRET: testSecret,
      }),
      log,
    );
    expect(readPage(await app.inject('/'), 200).title).toBe('Local Digital Roadmaps');
    expect(readPage(await app.inject('/sign-in/personas'), 200).text).toContain('Nobody is made up');
    expect(await context.database.selectFrom('assessment').selectAll().execute()).toEqual([]);
    await stop();
    await empty.close();
  }, 60_000);

  it.each([
    ['nowhere', 'must be the name of a programme that comes with the service (england-ldr'],
    ['../nowhere', 'PROGRAMME: there is no folder'],
    ['./programmes/../README.md', 'PROGRAMME: there is no folder'],
  ])('is not looked for anywhere else: %s', async (PROGRAMME, message) => {
    await expect(composeService(configOf({ PROGRAMME, DATA_DIR: path.join(folder, 'none') }), log)).rejects.toThrow(
      message,
    );
  });
});

describe('a questionnaire that was answered', () => {
  const file = 'instrument-dmsa-2015-readiness.yaml';
  const question = 'A named member of our board is accountable for digital services.';
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-answered-'));
    await cp(programmeFolder, path.join(folder, 'changed'), { recursive: true });
    const at = path.join(folder, 'changed', file);
    await writeFile(at, (await readFile(at, 'utf8')).replace(question, 'Somebody is accountable.'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is not started with once the pack says something else, until that has a version of its own', async () => {
    const clone = await cloneDatabase('demo');
    const environment = {
      DATABASE_URL: clone.url,
      DATABASE_OWNER_URL: clone.ownerUrl,
      SESSION_SECRET: testSecret,
      DEMO: '1',
    };
    const PROGRAMME = path.join(folder, 'changed');
    const first = await composeService(configOf(environment), log);
    await first.stop();

    const words = 'The questionnaire “dmsa-2015” of the programme pack is not the one that was answered here';
    const refused = composeService(configOf({ ...environment, PROGRAMME }), log);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow('Changed: question LD2.');
    const terminal = recordingTerminal({ environment: { ...environment, PROGRAMME } });
    expect(await runLdr(['recompute'], terminal)).toBe(2);
    expect(terminal.complained()).toContain(words);

    const main = path.join(PROGRAMME, 'instrument-dmsa-2015.yaml');
    await writeFile(main, (await readFile(main, 'utf8')).replace("version: '1'", "version: '2'"));
    const again = await composeService(configOf({ ...environment, PROGRAMME }), log);
    const { pack } = again.context;
    const asked = sectionsOf(instrumentOfRound(pack, 'dmsa-2015')).flatMap(({ questions }) => questions);
    expect(asked.find(({ id }) => id === 'LD2')?.text).toBe(question);
    const offered = await again.app.inject('/api/v1/instruments/dmsa-2015');
    // Until two people have activated it nobody is offered the new one.
    expect(offered.json()).toMatchObject({ version: '1' });
    const results = await again.app.inject('/api/v1/results?round=dmsa-2015&limit=1');
    const [result] = results.json().items;
    expect(result).toMatchObject({ instrument: { id: 'dmsa-2015', version: '1' } });
    // What was answered is read there as it was then, by its version and by its digest.
    const answered = (await again.app.inject(result.links.instrument)).json();
    expect([answered.version, answered.rounds]).toEqual(['1', ['dmsa-2015']]);
    expect(JSON.stringify(answered.themes)).toContain(question);
    const byDigest = await again.app.inject(`/api/v1/instruments/dmsa-2015/${answered.digest}`);
    expect(byDigest.json()).toEqual(answered);
    expect(answered.versions.map(({ version }: { version: string }) => version)).toEqual(['1']);
    await again.stop();
    const anew = recordingTerminal({ environment: { ...environment, PROGRAMME } });
    expect(await runLdr(['recompute'], anew)).toBe(0);
    await clone.close();
  });
});
