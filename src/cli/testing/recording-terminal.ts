import type { Terminal } from '../command.ts';

export interface RecordingTerminal extends Terminal {
  readonly printed: () => string;
  readonly complained: () => string;
}

/** A terminal that remembers what was written to it. */
export function recordingTerminal(changes: Partial<Terminal> & { readonly input?: string } = {}): RecordingTerminal {
  const printed: string[] = [];
  const complained: string[] = [];
  const { input = '', ...rest } = changes;
  return {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    stdin: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    folder: '/',
    environment: {},
    ...rest,
    printed: () => printed.join('\n'),
    complained: () => complained.join('\n'),
  };
}
