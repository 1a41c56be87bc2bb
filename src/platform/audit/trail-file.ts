import { z } from 'zod';
import { ExplainedError } from '../explained-error.ts';
import type { AuditEntry } from './audit-trail.ts';
import type { TrailItem } from './verify-trail.ts';

/** A file that is no export of the trail, or not a whole one; the message says where. */
export class TrailFileError extends ExplainedError {
  override readonly name = 'TrailFileError';
}

const FORMAT = 'ldr-audit-trail-1';

const hash = z.string();
const place = z.number().int();
const headerLine = z.object({ format: z.literal(FORMAT), at: z.iso.datetime() });
const eventLine = z.object({
  chain: z.string(),
  sequence: place,
  // Null stands for a moment that is none.
  at: z.iso
    .datetime()
    .nullable()
    .transform((text) => new Date(text ?? Number.NaN)),
  personId: z.string().nullable(),
  onBehalfOf: z.string(),
  action: z.string(),
  // Taken as it is: what a schema leaves out would be missing from the hash.
  detail: z.custom<AuditEntry['detail']>((value) => value !== undefined),
  previousHash: hash,
  hash,
});
const headLine = z.object({ endOfChain: z.string(), head: z.object({ sequence: place, hash }).nullable() });
const lastLine = z.object({ endOfTrail: z.literal(true) });

/** The trail as a file, a line at a time: JSON lines, first the format, then events and heads as read, last the end. */
export async function* writeTrailLines(items: AsyncIterable<TrailItem>, at: Date): AsyncGenerator<string> {
  yield JSON.stringify({ format: FORMAT, at: at.toISOString() });
  for await (const item of items) {
    yield JSON.stringify(item.kind === 'event' ? item.event : { endOfChain: item.chain, head: item.head });
  }
  yield JSON.stringify({ endOfTrail: true });
}

/** Reads such a file back, holding one line at a time. Throws `TrailFileError`. */
export async function* readTrailLines(lines: AsyncIterable<string>): AsyncGenerator<TrailItem> {
  let number = 0;
  let chain: string | null = null;
  let isEnded = false;
  for await (const line of lines) {
    number += 1;
    const value = parseLine(line);
    if (number === 1) {
      requireHeader(value);
      continue;
    }
    const item = itemOf(value);
    const isOfAnother = chain !== null && item?.kind !== 'end' && item?.chain !== chain;
    if (isEnded || item === null || isOfAnother || (item.kind === 'end' && chain !== null)) {
      throw new TrailFileError(`Line ${number} is not as an export writes it. Export the trail again.`);
    }
    isEnded = item.kind === 'end';
    chain = item.kind === 'event' ? item.chain : null;
    if (item.kind !== 'end') {
      yield item.item;
    }
  }
  if (!isEnded) {
    throw new TrailFileError(`The file ends after line ${number}, before the end of the trail. Export it again.`);
  }
}

function requireHeader(value: unknown): void {
  if (!headerLine.safeParse(value).success) {
    throw new TrailFileError('This is no export of the audit trail. Make one with: ldr audit export <file>');
  }
}

type Line =
  | { readonly kind: 'event' | 'head'; readonly chain: string; readonly item: TrailItem }
  | { readonly kind: 'end' };

function itemOf(value: unknown): Line | null {
  const event = eventLine.safeParse(value);
  if (event.success) {
    return { kind: 'event', chain: event.data.chain, item: { kind: 'event', event: event.data } };
  }
  const end = headLine.safeParse(value);
  if (end.success) {
    const { endOfChain: chain, head } = end.data;
    return { kind: 'head', chain, item: { kind: 'head', chain, head } };
  }
  return lastLine.safeParse(value).success ? { kind: 'end' } : null;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
