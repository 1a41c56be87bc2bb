import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addAccount,
  addAssessment,
  addInvented,
  addPersona,
  earlierDatabase,
} from '../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase, testSecret } from '../../test/database/test-service.ts';
import { findMode } from '../features/mode/index.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

async function ldr(store: TestDatabase, command: string, settings: Record<string, string> = {}) {
  const environment = {
    DATABASE_URL: store.url,
    DATABASE_OWNER_URL: store.ownerUrl,
    SESSION_SECRET: testSecret,
    ...settings,
  };
  const terminal = recordingTerminal({ environment });
  const exitCode = await runLdr(command.split(' '), terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const open: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
});

async function holding(...adders: ((store: TestDatabase) => Promise<void>)[]): Promise<TestDatabase> {
  const store = await earlierDatabase();
  open.push(store);
  for (const add of adders) {
    await add(store);
  }
  return store;
}

describe('a database of version 0.2.0 that holds both', () => {
  let store: TestDatabase;
  beforeEach(async () => {
    store = await holding(addInvented, addAccount);
  });

  it('is refused to every command that would use it', async () => {
    const { exitCode, complained } = await ldr(store, 'user invite --email a@b.example --name A --role analyst');
    expect(exitCode).toBe(2);
    expect(complained).toContain('holds invented and real data together');
  });

  it('is shown as it lies there', async () => {
    const { exitCode, printed } = await ldr(store, 'mode show');
    expect(exitCode).toBe(1);
    expect(printed).toContain('does not say yet what it is for');
    expect(printed).toContain('Invented:        1 persona, 1 assessment');
    expect(printed).toContain('Real:            1 account');
    expect(await findMode(store.database)).toBeNull();
  });

  it('is kept as a demonstration for good, once that is said', async () => {
    const dry = await ldr(store, 'mode keep demonstration --dry-run');
    expect(dry).toMatchObject({ exitCode: 0, printed: expect.stringContaining('Nothing was changed') });
    expect(await findMode(store.database)).toBeNull();

    const kept = await ldr(store, 'mode keep demonstration');
    expect(kept).toMatchObject({ exitCode: 0, printed: expect.stringContaining('DEMO=1 npm start') });
    expect(await findMode(store.database)).toMatchObject({ mode: 'demonstration', decidedBy: 'operator' });
    expect((await ldr(store, 'mode show')).exitCode).toBe(0);
    expect((await ldr(store, 'mode keep demonstration')).exitCode).toBe(0);

    const other = await ldr(store, 'mode keep real');
    expect(other).toMatchObject({ exitCode: 1, complained: expect.stringContaining('keeps to that') });
    const events = await store.database.selectFrom('audit_event').select('action').execute();
    expect(events).toEqual([{ action: 'mode.keep' }]);
  });

  it('is not kept as real, and told what to do instead', async () => {
    const { exitCode, complained } = await ldr(store, 'mode keep real');
    expect(exitCode).toBe(1);
    expect(complained).toContain('It cannot be real while this is in it: 1 assessment');
    expect(complained).toContain('DEMO=0 npm start');
    expect(await findMode(store.database)).toBeNull();
  });

  it('is kept as real where nothing but personas is invented', async () => {
    const harmless = await holding(addPersona, addAccount, (one) => addAssessment(one, false));
    expect((await ldr(harmless, 'mode keep real')).exitCode).toBe(0);
    expect(await findMode(harmless.database)).toMatchObject({ mode: 'real', decidedBy: 'operator' });
  });
});

it('a database that holds one kind cannot be said to be the other', async () => {
  const store = await holding(addAccount);
  const { exitCode, complained } = await ldr(store, 'mode keep demonstration');
  expect(exitCode).toBe(1);
  expect(complained).toContain('By what it holds it is real data');
  expect((await ldr(store, 'mode keep something')).exitCode).toBe(2);
});

describe('a command on a demonstration', () => {
  let store: TestDatabase;
  beforeEach(async () => {
    store = await cloneDatabase('demo');
    open.push(store);
  });

  const invitation = 'user invite --email a@b.example --name A --role analyst --dry-run';

  it('works where nobody said which, and is refused where the other was meant', async () => {
    expect((await ldr(store, invitation)).exitCode).toBe(0);
    expect((await ldr(store, invitation, { DEMO: '1' })).exitCode).toBe(0);
    const refused = await ldr(store, invitation, { DEMO: '0' });
    expect(refused).toMatchObject({ exitCode: 2, complained: expect.stringContaining('holds a demonstration') });
  });
});
