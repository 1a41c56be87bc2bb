import { describe, expect, it } from 'vitest';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

async function ldr(input: string | Uint8Array, ...args: string[]) {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    const chunk = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    yield chunk;
  }
  const terminal = recordingTerminal({ stdin: stdin() });
  const exitCode = await runLdr([...args, '-'], terminal);
  return { exitCode, said: terminal.printed() + terminal.complained() };
}

describe('ldr verify', () => {
  it.each([
    ['objects in each other', '{"a":'.repeat(100_000), 'The file nests more than 64 levels deep'],
    ['a list of 9 million', `[${'1,'.repeat(9_000_000)}1]`, 'The file holds more than 200,000 values'],
    ['a text of 19 million', `"${'a'.repeat(19_000_000)}"`, 'The file holds a text of more than 1,000,000 characters'],
    ['more bytes', ' '.repeat(20_000_001), 'The file is larger than 20 megabytes'],
    ['a NUL byte', '{\0}', 'The file holds NUL bytes'],
    ['a packed file', new Uint8Array([0x1f, 0x8b, 8, 0]), 'The file is packed (gzip)'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'The file is UTF-16 text'],
  ])('does not read %s, and says why', async (_, input, words) => {
    expect(await ldr(input, 'verify')).toEqual({ exitCode: 2, said: expect.stringContaining(words) });
  });
});

describe('ldr succession plan', () => {
  it.each([
    ['lists in each other', `reason: ${'['.repeat(100_000)}`, 'nests more than 64 levels deep: write it flatter'],
    ['aliases of aliases', 'a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'repeats a part by an alias (*a): write it out'],
    ['more bytes', 'a'.repeat(200_001), 'The file is larger than 0.2 megabytes'],
  ])('does not read %s, and says why', async (_, input, words) => {
    expect(await ldr(input, 'succession', 'plan')).toEqual({ exitCode: 2, said: expect.stringContaining(words) });
  });
});
