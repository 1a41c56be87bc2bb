import { z } from 'zod';

/** JSON in one column of the database: how it is written, and how it is read again, whoever wrote it and when. */
export interface StoredJson<T> {
  /** `table.column`, for the message when something else is found there. */
  readonly column: string;
  /** Of the shape that is written now. */
  readonly version: number;
  readonly write: (value: T) => string;
  /** Throws where the column holds what no version of the service can have written. */
  readonly read: (stored: unknown) => T;
}

/** What is stored is not what its schema says: somebody changed it past the service, or a version was forgotten. */
export class StoredJsonError extends Error {
  override readonly name = 'StoredJsonError';

  constructor(column: string, cause: z.ZodError) {
    super(`${column} does not hold what its schema says: ${z.prettifyError(cause)}`, { cause });
  }
}

/** A column of JSON whose shape has not changed yet. It is written as it is: what has no version is of version 1. */
export function storedJson<T>(column: string, schema: z.ZodType<T>): StoredJson<T> {
  return {
    column,
    version: 1,
    write: (value) => JSON.stringify(value),
    read: (stored) => parse(column, schema, stored),
  };
}

/**
 * A column of JSON whose shape has changed: from now on it is written with its version, and what was written before is read by its
 * own schema and turned into the new shape. So a change of shape needs no migration of rows, which of much there may not be.
 */
export function nextStoredJson<T, Before>(
  before: StoredJson<Before>,
  schema: z.ZodType<T>,
  upgrade: (before: Before) => T,
): StoredJson<T> {
  const { column } = before;
  const version = before.version + 1;
  return {
    column,
    version,
    write: (value) => JSON.stringify({ storedVersion: version, value } satisfies Envelope),
    read: (stored) => {
      const found = envelope.safeParse(stored).data;
      return found?.storedVersion === version ? parse(column, schema, found.value) : upgrade(before.read(stored));
    },
  };
}

const envelope = z.strictObject({ storedVersion: z.int().min(2), value: z.unknown() });

type Envelope = z.infer<typeof envelope>;

/** One of the keys of a record of labels, which is where this code lists what there is. */
export function keyOf<K extends string>(labels: Readonly<Record<K, unknown>>): z.ZodCustom<K, K> {
  return z.custom<K>((value) => typeof value === 'string' && Object.hasOwn(labels, value), {
    error: `is none of ${Object.keys(labels).join(', ')}`,
  });
}

function parse<T>(column: string, schema: z.ZodType<T>, stored: unknown): T {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) {
    throw new StoredJsonError(column, parsed.error);
  }
  return parsed.data;
}
