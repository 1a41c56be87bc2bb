/** What a command reads from and writes to, so that it runs the same in a shell and in a test. */
export interface Terminal {
  /** Results. */
  readonly print: (line: string) => void;
  /** What went wrong, kept apart from results that may be piped on. */
  readonly complain: (line: string) => void;
  /** How far long work has come: each line takes the place of the one before. Absent where nobody is looking. */
  readonly status?: (line: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** File names are relative to this folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** 0 done, 1 the answer is no, 2 it could not be tried: a wrong argument, or something that cannot be read. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** A command as the overview lists it; the code behind it is loaded only when it is asked for. */
export interface CommandEntry {
  /** One word or two, e.g. `pack check`. */
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Arguments that a command cannot work with; the message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
