import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { noScanner, type Scanner, scanFile } from './scan-file.ts';
import { parseScannerAddress } from './scanner-address.ts';
import { harmful, startFakeClamd } from './testing/fake-clamd.ts';

const fileOf = (...pieces: (string | Buffer)[]) => ({
  async *pieces() {
    yield* pieces.map((piece) => Buffer.from(piece as Buffer));
  },
});
const large = Buffer.alloc(300_000, 'a');

const clamdAt = (port: number, seconds = 20): Scanner => ({
  address: { kind: 'clamd', to: { host: '127.0.0.1', port } },
  seconds,
});

describe('clamd', () => {
  it('is given the whole file, and says what it found', async () => {
    const clamd = await startFakeClamd();
    expect(await scanFile(clamdAt(clamd.port), fileOf(large, large, 'end'))).toEqual({ outcome: 'clean', detail: '' });
    expect(await scanFile(clamdAt(clamd.port), fileOf(large, harmful))).toEqual({
      outcome: 'infected',
      detail: 'Eicar-Signature',
    });
    expect(clamd.given).toEqual([600_003, 300_000 + harmful.length]);
    await clamd.close();
  });

  it('may take no file as long as this, hang up, say nothing or not be there', async () => {
    const short = await startFakeClamd({ mostBytes: 1000 });
    const pieces = Array.from({ length: 40 }, () => large);
    expect(await scanFile(clamdAt(short.port), fileOf(...pieces))).toEqual({
      outcome: 'not-scanned',
      detail: 'the scanner said: INSTREAM size limit exceeded. ERROR',
    });
    await short.close();
    const silent = await startFakeClamd({ isSilent: true });
    expect(await scanFile(clamdAt(silent.port, 0.2), fileOf('a'))).toEqual({
      outcome: 'not-scanned',
      detail: 'the scanner took longer than 0.2 seconds',
    });
    const { port } = silent;
    await silent.close();
    expect(await scanFile(clamdAt(port), fileOf('a'))).toEqual({
      outcome: 'not-scanned',
      detail: 'the scanner did not answer',
    });
  });
});

describe('a command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'scanner-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function scriptOf(name: string, script: string): Promise<Scanner> {
    const file = path.join(folder, name);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o700);
    return { address: { kind: 'command', command: file, words: ['--of', 'words; true'] }, seconds: 20 };
  }

  test.each([
    ['clean', 'cat > /dev/null; exit 0', { outcome: 'clean', detail: '' }],
    [
      'found',
      'grep -q EICAR && { echo "stdin: Eicar FOUND"; exit 1; }',
      { outcome: 'infected', detail: 'stdin: Eicar FOUND' },
    ],
    ['early', 'exit 2', { outcome: 'not-scanned', detail: 'the scanner ended with 2' }],
    ['words', 'test "$2" = "words; true" || exit 3; cat > /dev/null', { outcome: 'clean', detail: '' }],
  ])('%s', async (name, script, result) => {
    expect(await scanFile(await scriptOf(name, script), fileOf(large, harmful, large))).toEqual(result);
  });

  it('that is not there scans nothing', async () => {
    const address = { kind: 'command', command: path.join(folder, 'nothing'), words: [] } as const;
    expect(await scanFile({ address, seconds: 5 }, fileOf(large))).toEqual({
      outcome: 'not-scanned',
      detail: 'the scanner did not answer',
    });
  });

  it('that does not end is ended', async () => {
    const scanner = await scriptOf('slow', 'exec sleep 60');
    expect(await scanFile({ ...scanner, seconds: 0.2 }, fileOf('a'))).toMatchObject({ outcome: 'not-scanned' });
  });
});

it('scans nothing where nobody is named to', async () => {
  expect(await scanFile(null, fileOf('a'))).toEqual(noScanner);
});

test.each([
  ['clamd://av.example:3311', { kind: 'clamd', to: { host: 'av.example', port: 3311 } }],
  ['clamd://[::1]', { kind: 'clamd', to: { host: '::1', port: 3310 } }],
  ['clamd:///run/clamav/clamd.ctl', { kind: 'clamd', to: { path: '/run/clamav/clamd.ctl' } }],
  [
    'command:/usr/bin/clamdscan --no-summary -',
    { kind: 'command', command: '/usr/bin/clamdscan', words: ['--no-summary', '-'] },
  ],
  ['command:clamscan', null],
  ['http://av.example', null],
  ['clamd://', null],
])('reads %s', (text, address) => {
  expect(parseScannerAddress(text)).toEqual(address);
});
