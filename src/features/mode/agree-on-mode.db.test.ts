import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addAccount,
  addAssessment,
  addInvented,
  addMessage,
  addPersona,
  earlierDatabase,
  emptyDatabase,
} from '../../../test/database/earlier-database.ts';
import type { TestDatabase } from '../../../test/database/test-service.ts';
import { migrateToLatest } from '../../platform/database/migrate.ts';
import { projectFolder } from '../../project-folder.ts';
import { agreeOnMode } from './agree-on-mode.ts';
import { agreeOnProgramme } from './agree-on-programme.ts';
import type { Mode } from './mode.ts';
import { findMode } from './mode-repository.ts';
import { otherModeError } from './mode-words.ts';
import { findProgramme } from './programme-repository.ts';

const open: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function opened(making: Promise<TestDatabase>): Promise<TestDatabase> {
  const made = await making;
  open.push(made);
  return made;
}

const at = new Date('2026-01-05T09:00:00Z');

function agree({ database }: TestDatabase, mode: Mode, changes: { place?: string | null; isBinding?: boolean } = {}) {
  const asked = { mode, isBinding: true, place: './data', named: null, ...changes };
  return agreeOnMode(database, asked, at, () => migrateToLatest(database, projectFolder('migrations')));
}

async function appliedMigrations({ database }: TestDatabase): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from kysely_migration`.execute(database);
  return rows[0]?.count ?? 0;
}

describe('a new database', () => {
  it.each(['demonstration', 'real'] as const)(
    'becomes what is asked at its first start (%s), and stays so',
    async (mode) => {
      const store = await opened(emptyDatabase());
      expect(await agree(store, mode)).toMatchObject({ mode, isNew: true });
      expect(await findMode(store.database)).toEqual({ mode, decidedBy: 'asked', decidedAt: at });
      expect(await agree(store, mode)).toEqual({ mode, isNew: false, applied: [] });
      await expect(sql`update database_mode set mode = 'real'`.execute(store.database)).rejects.toThrow(
        'never changed',
      );
      await expect(sql`delete from database_mode`.execute(store.database)).rejects.toThrow('never changed');
    },
  );

  it('is agreed on by processes that start at once, whatever they want', async () => {
    const store = await opened(emptyDatabase());
    const wanted = (['demonstration', 'real', 'demonstration', 'real'] as const).map((mode) => ({ mode }));
    const started = await Promise.allSettled(wanted.map(({ mode }) => agree(store, mode)));
    const recorded = (await findMode(store.database))?.mode;
    const went = wanted.filter((_, index) => started[index]?.status === 'fulfilled').map(({ mode }) => mode);
    expect(went).toEqual([recorded, recorded]);
  });
});

describe('a database that says what it is', () => {
  it.each([
    ['demonstration', 'real', 'holds a demonstration, so it is not used as a real service', '-real DEMO=0 npm start'],
    [
      'real',
      'demonstration',
      'holds real data, so it is not used as a demonstration',
      '-demonstration DEMO=1 npm start',
    ],
  ] as const)('%s: is refused as %s, with what to type for either', async (mode, other, words, typed) => {
    const store = await opened(emptyDatabase());
    await agree(store, mode);
    const refused = agree(store, other);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(`DATA_DIR=./data DEMO=${mode === 'real' ? 0 : 1} npm start`);
    await expect(refused).rejects.toThrow(`DATA_DIR=./data${typed}`);
  });

  it.each([
    ['./.data', 'demonstration', './.data-real DEMO=0'],
    ['./.data', 'real', './.data-demonstration DEMO=1'],
    ['./.data-real', 'real', './.data DEMO=1'],
    ["/srv/it's mine/", 'demonstration', `'/srv/it'\\''s mine-real' DEMO=0`],
  ] as const)('in %s as %s: names a folder of its own for the other', async (place, mode, typed) => {
    expect(otherModeError(place, mode, null).message).toContain(`DATA_DIR=${typed} npm start`);
  });

  it('counts for a command that nobody told which', async () => {
    const store = await opened(emptyDatabase());
    await agree(store, 'demonstration');
    expect(await agree(store, 'real', { isBinding: false })).toMatchObject({ mode: 'demonstration', isNew: false });
  });

  it('does not give away the address of a database with a password in it', async () => {
    const store = await opened(emptyDatabase());
    await agree(store, 'real');
    await expect(agree(store, 'demonstration', { place: null })).rejects.toThrow(
      /that DATABASE_URL names holds real data(.|\n)*with DATABASE_URL naming another/,
    );
  });
});

describe('a database of version 0.2.0', () => {
  it('with nothing but facts becomes what is asked', async () => {
    const store = await opened(earlierDatabase());
    expect(await agree(store, 'real')).toMatchObject({ mode: 'real', isNew: true });
  });

  it.each([
    ['invented rows', addInvented, 'demonstration', 'real'],
    ['personas alone', addPersona, 'demonstration', 'real'],
    ['an account', addAccount, 'real', 'demonstration'],
    ['real answers', (store: TestDatabase) => addAssessment(store, false), 'real', 'demonstration'],
    ['a letter alone', addMessage, 'real', 'demonstration'],
  ] as const)(
    'with %s gets its mode from them, and as the other its tables stay as they were',
    async (_name, add, mode, other) => {
      const store = await opened(earlierDatabase());
      await add(store);
      const before = await appliedMigrations(store);
      await expect(agree(store, other)).rejects.toThrow('Nothing was changed');
      expect(await appliedMigrations(store)).toBe(before);
      expect(await agree(store, mode)).toMatchObject({ mode, isNew: true });
      expect(await findMode(store.database)).toMatchObject({ mode, decidedBy: 'content' });
    },
  );

  it.each(['demonstration', 'real'] as const)(
    'with both is refused as %s, untouched, with the way out',
    async (mode) => {
      const store = await opened(earlierDatabase());
      await addInvented(store);
      await addAccount(store);
      const before = await appliedMigrations(store);
      const refused = agree(store, mode, { isBinding: false });
      await expect(refused).rejects.toThrow('holds invented and real data together');
      await expect(refused).rejects.toThrow('Invented:        1 persona, 1 assessment');
      await expect(refused).rejects.toThrow('Real:            1 account');
      await expect(refused).rejects.toThrow('DATA_DIR=./data npm run ldr -- mode keep demonstration');
      await expect(refused).rejects.toThrow('DATA_DIR=./data-real DEMO=0 npm start');
      expect(await appliedMigrations(store)).toBe(before);
      expect(await findMode(store.database)).toBeNull();
    },
  );
});

describe('the programme of a database', () => {
  const ours = { id: 'england-ldr', title: 'Local Digital Roadmaps, England 2015 to 2017', named: 'england-ldr' };
  const theirs = { id: 'elsewhere', title: 'Roadmaps elsewhere', named: '/packs/of our own' };
  const settle = ({ database }: TestDatabase, programme: typeof ours, changes: { isGiven?: boolean } = {}) =>
    agreeOnProgramme(database, { programme, isGiven: true, place: './data', ...changes }, at, () =>
      migrateToLatest(database, projectFolder('migrations')),
    );

  it('is the one that it is started with first, and stays so', async () => {
    const store = await opened(emptyDatabase());
    await settle(store, theirs);
    await settle(store, { ...theirs, title: 'Roadmaps elsewhere, named anew' });
    expect(await findProgramme(store.database)).toEqual(theirs);
    const refused = settle(store, ours, { isGiven: false });
    await expect(refused).rejects.toThrow(
      'The database in ./data is of the programme “elsewhere” (Roadmaps elsewhere)',
    );
    await expect(refused).rejects.toThrow('without PROGRAMME the service runs “england-ldr”. Nothing was changed.');
    await expect(refused).rejects.toThrow("DATA_DIR=./data PROGRAMME='/packs/of our own' npm start");
    await expect(sql`delete from database_programme`.execute(store.database)).rejects.toThrow('never changed');
  });

  it('is agreed on by processes that start at once', async () => {
    const store = await opened(emptyDatabase());
    const wanted = [ours, theirs, ours, theirs];
    const started = await Promise.allSettled(wanted.map((programme) => settle(store, programme)));
    const recorded = (await findProgramme(store.database))?.id;
    const went = wanted.filter((_, index) => started[index]?.status === 'fulfilled').map(({ id }) => id);
    expect(went).toEqual([recorded, recorded]);
  });

  it('is ours where an earlier version was started, and as another its tables stay as they were', async () => {
    const store = await opened(earlierDatabase());
    await sql`insert into reference_load (digest, loaded_at) values ('facts', ${at})`.execute(store.database);
    const before = await appliedMigrations(store);
    await expect(settle(store, theirs)).rejects.toThrow('PROGRAMME names “elsewhere”. Nothing was changed');
    expect(await appliedMigrations(store)).toBe(before);
    await settle(store, ours);
    expect(await findProgramme(store.database)).toEqual(ours);
  });
});
