import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultyProxy, faultyProxy } from '../../test/database/faulty-proxy.ts';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let clone: TestDatabase;
let proxy: FaultyProxy;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
  proxy = await faultyProxy(clone.url);
});

afterAll(async () => {
  await proxy.close();
  await clone.close();
});

async function invite() {
  const environment = { DATABASE_URL: proxy.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment, folder: '.' });
  const args = ['user', 'invite', '--email', 'sam@example.nhs.uk', '--name', 'Sam Example', '--role', 'analyst'];
  const exitCode = await runLdr(args, terminal);
  return { exitCode, complained: terminal.complained() };
}

test('a database that is lost in the middle of a command is told in words', async () => {
  proxy.loseAnswerTo('insert into "person"');
  expect(await invite()).toEqual({
    exitCode: 2,
    complained: 'The service cannot reach its database just now. Nothing was changed. Try again.',
  });
  expect((await invite()).exitCode).toBe(0);
});
