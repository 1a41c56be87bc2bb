import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ordInterface,
  type RegistryServer,
  startRegistryServer,
} from '../../features/directory-import/fetch/testing/registry-server.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let registry: RegistryServer;
let folder: string;
beforeAll(async () => {
  registry = await startRegistryServer(ordInterface([{ code: 'RZ9', name: 'INVENTED NHS TRUST' }]));
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-fetch-'));
});
afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true, force: true });
});

async function fetchTo(...args: string[]) {
  const environment = {
    DEMO: '0',
    DIRECTORY_URL: `${registry.origin}/organisations`,
    DIRECTORY_KIND: 'ord',
    DIRECTORY_PRIVATE: '1',
  };
  const terminal = recordingTerminal({ folder, environment });
  const exitCode = await runLdr(['import', 'fetch', ...args], terminal);
  return { exitCode, said: terminal.printed() + terminal.complained() };
}

it('writes what the registry answers to a new file, and says how to see what it would change', async () => {
  const { exitCode, said } = await fetchTo('trusts.json', '--since', '1999-01-01');
  expect(exitCode).toBe(0);
  expect(said).toContain('ldr import ods trusts.json --layout ord --dated');
  expect(await readFile(path.join(folder, 'trusts.json'), 'utf8')).toContain('"INVENTED NHS TRUST"');
});

it('says what is wrong with the answer, and writes nothing', async () => {
  registry.answer = (_request, response) => response.writeHead(404).end();
  const { exitCode, said } = await fetchTo('nothing.json');
  expect(exitCode).toBe(1);
  expect(said).toContain(
    'answers with status 404: there is nothing at this address (DIRECTORY_URL). No file was written.',
  );
  await expect(readFile(path.join(folder, 'nothing.json'))).rejects.toThrow();
});
