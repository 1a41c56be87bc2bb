import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '../../../test/builders/sign-in-as.ts';
import { emptyDatabase } from '../../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { restoreBackup } from '../../platform/backup/restore-backup.ts';
import { writeBackup } from '../../platform/backup/write-backup.ts';
import { projectFolder } from '../../project-folder.ts';
import { listReaders } from './list-readers.ts';
import { openThread } from './open-thread.ts';
import { countThreads, listThreads, listThreadsToAnswer } from './thread-repository.ts';
import { writeInThread } from './write-in-thread.ts';

const scope = { scopeKind: 'organisation', scopeId: 'RP5' } as const;
const subject = { kind: 'answer', roundId: 'dmsa-2015', part: 'acute', key: 'SA1' } as const;
const about = { kind: 'answer', roundId: 'dmsa-2015', parts: null } as const;

let folder: string;
let kept: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-threads-'));
  [kept, empty] = await Promise.all([cloneDatabase('facts'), emptyDatabase()]);
  await addPerson({ database: kept.database }, [{ role: 'coordinator', scopeId: 'RP5' }], { personId: 'cora' });
  await addPerson({ database: kept.database }, [{ role: 'contributor', scopeId: 'RP5' }], { personId: 'asha' });
  await addPerson({ database: kept.database }, [{ role: 'contributor', scopeId: 'RL4' }], { personId: 'olu' });
});
afterAll(async () => {
  await Promise.all([kept.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

const by = (personId: string, minute = 0) => ({
  personId,
  name: personId,
  role: 'Coordinator',
  onBehalfOf: 'RP5',
  at: new Date(Date.UTC(2016, 0, 4, 10, minute)),
});
const words = (text: string, mentioned: readonly string[] = []) => ({ text, mentioned, sendingId: randomUUID() });

test('a thread is its place’s alone, is counted by what it is about, and is in a backup', async () => {
  const { database } = kept;
  expect((await listReaders(database, scope, subject)).map(({ personId }) => personId)).toEqual(['asha', 'cora']);
  const stranger = { scope, subject, ...words('For somebody else', ['olu']) };
  expect(await openThread(database, stranger, by('cora'))).toEqual({ kind: 'no-role' });
  const first = words('Is it so?', ['asha']);
  expect(await openThread(database, { scope, subject, ...first }, by('cora'))).toEqual({ kind: 'added' });
  const other = { ...subject, part: 'community' } as const;
  await openThread(database, { scope, subject: other, ...words('And there?') }, by('cora', 1));
  const reply = { scope, threadId: first.sendingId, about: subject, lastRead: 1 };
  const late = { ...reply, action: 'reply', ...words('Ask him', ['olu']) } as const;
  expect(await writeInThread(database, late, by('asha'))).toEqual({ kind: 'no-role' });
  const resolve = { ...reply, action: 'resolve', ...words('It is') } as const;
  expect(await writeInThread(database, resolve, by('asha'))).toEqual({ kind: 'added' });

  expect(await countThreads(database, scope, about)).toEqual(new Map([['SA1', { total: 2, open: 1 }]]));
  expect(await countThreads(database, scope, { ...about, parts: ['acute'] })).toEqual(
    new Map([['SA1', { total: 1, open: 0 }]]),
  );
  expect(await countThreads(database, { ...scope, scopeId: 'RL4' }, about)).toEqual(new Map());
  // One that is resolved waits for nobody.
  expect(await listThreadsToAnswer(database, ['RP5'])).toEqual([]);
  const again = { ...reply, action: 'reopen', lastRead: 2, ...words('') } as const;
  await writeInThread(database, again, by('cora'));
  expect(await listThreadsToAnswer(database, ['RP5', 'RL4'])).toHaveLength(1);
  expect(await listThreadsToAnswer(database, ['RL4'])).toEqual([]);

  const file = path.join(folder, 'a.backup');
  await writeBackup({ url: kept.url, file, at: new Date(), software: 'test', about: {} });
  await restoreBackup({
    file,
    ownerUrl: empty.ownerUrl,
    migrationsFolder: projectFolder('migrations'),
    filledByMigrations: ['public.source', 'public.directory_change'],
  });
  const threads = await listThreads(database, scope, about);
  expect(threads.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([['open', 'resolve', 'reopen'], ['open']]);
  expect(await listThreads(empty.owner, scope, about)).toEqual(threads);
});
