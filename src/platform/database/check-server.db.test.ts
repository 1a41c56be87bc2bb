import { expect, inject, test } from 'vitest';
import { checkServer, DatabaseUnusableError } from './check-server.ts';

function serverUrl(change: (url: URL) => void): string {
  const url = new URL(inject('databaseServer').url);
  change(url);
  return url.href;
}

test('a server that is there and recent enough will do', async () => {
  await expect(
    checkServer(
      serverUrl(() => undefined),
      'DATABASE_URL',
    ),
  ).resolves.toBeUndefined();
});

test.each<[string, (url: URL) => void, string]>([
  ['a wrong password', (url) => (url.password = 'not-the-password'), 'the user or password is wrong'],
  ['no such database', (url) => (url.pathname = '/nowhere'), 'has no database of that name'],
  ['nothing on the port', (url) => (url.port = '1'), 'nothing listens there'],
])('%s is said in words, without the password', async (_case, change, reason) => {
  const url = serverUrl(change);
  const fault = await checkServer(url, 'DATABASE_URL').catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(DatabaseUnusableError);
  expect(fault).toHaveProperty('message', expect.stringContaining(reason));
  expect(fault).toHaveProperty('message', expect.stringContaining('Check DATABASE_URL'));
  expect(fault).toHaveProperty('message', expect.not.stringContaining(new URL(url).password));
});

test('the setting to mend is named', async () => {
  const fault = checkServer(
    serverUrl((url) => (url.port = '1')),
    'DATABASE_OWNER_URL',
  );
  await expect(fault).rejects.toThrow('Check DATABASE_OWNER_URL');
});
