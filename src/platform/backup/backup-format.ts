import { z } from 'zod';

/**
 * A backup is packed lines of text (gzip): a header; then for each table a line that names it, its rows as PostgreSQL's `COPY` writes
 * them, `\.`, and what they come to; then a line about the whole. docs/operations.md says what is in one.
 */
export const formatVersion = 1;

/** Where the rows of a table end. No row looks like it: `COPY` doubles every backslash of a value. */
export const endOfRows = '\\.\n';

const header = z.object({
  format: z.literal('ldr-backup'),
  version: z.literal(formatVersion),
  at: z.iso.datetime().transform((text) => new Date(text)),
  /** Version of the service that wrote it. */
  software: z.string(),
  /** What the writer wanted to have told of the database. */
  about: z.record(z.string(), z.string()),
  /** Names of the migrations that the tables have had. */
  migrations: z.array(z.string()),
});

const table = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});

const tableEnd = z.object({ rows: z.number(), digest: z.string() });

const whole = z.object({
  tables: z.number(),
  rows: z.number(),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** SHA-256 of every byte before this line. */
  digest: z.string(),
});

export type BackupHeader = z.output<typeof header>;
export type BackupTable = z.output<typeof table>;
export type TableEnd = z.output<typeof tableEnd>;
export type BackupWhole = z.output<typeof whole>;

/** The file is no backup, or not as it was written. */
export class DamagedBackupError extends Error {
  override readonly name = 'DamagedBackupError';
}

const schemas = { backup: header, table, end: tableEnd, whole } as const;

type Word = keyof typeof schemas;

export function lineOf(word: Word, value: object): string {
  return `${word} ${JSON.stringify(value)}\n`;
}

/** The value of a line, without its end. Throws `DamagedBackupError` where the line is another, or none of ours. */
export function readLine<W extends Word>(line: string, word: W): z.output<(typeof schemas)[W]> {
  const parsed = line.startsWith(`${word} `) ? schemas[word].safeParse(jsonOf(line.slice(word.length + 1))) : null;
  if (parsed?.success !== true) {
    throw new DamagedBackupError(
      word === 'backup'
        ? 'It does not begin as a backup that this version reads.'
        : `A line that begins with “${word}” is not as it was written.`,
    );
  }
  return parsed.data as z.output<(typeof schemas)[W]>;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
