import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type Terminal, UsageError } from './command.ts';
import { fileProblem } from './read-limited.ts';

/** No line of ours comes near it; without a limit a file of one endless line would fill the memory. */
const LONGEST_LINE = 20_000_000;

/** The lines of a file, or of standard input for `-`, one in memory at a time. Throws `UsageError` when it cannot be read. */
export async function* readLines(name: string, terminal: Terminal): AsyncGenerator<string> {
  const source: AsyncIterable<Uint8Array> =
    name === '-' ? terminal.stdin : createReadStream(path.resolve(terminal.folder, name));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of source) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) {
        throw new RangeError('A line is longer than 20 million letters');
      }
      yield* lines;
    }
    rest += decoder.decode();
  } catch (error) {
    const reason = error instanceof TypeError ? 'The file is not UTF-8 text' : fileProblem(error);
    throw new UsageError(`${name}: ${reason}`);
  }
  if (rest !== '') {
    yield rest;
  }
}
