import { createHash } from 'node:crypto';
import { z } from 'zod';
import { by } from './compare.ts';
import type { PageKey } from './page.ts';

/** A short mark of a list and its filters. A cursor carries it, so that one made for another list is told apart. */
export function listMark(list: string, filters: Readonly<Record<string, unknown>>): string {
  const named = Object.entries(filters).filter(([, value]) => value !== undefined);
  const sorted = named.sort(by(([name]) => name));
  return createHash('sha256')
    .update(JSON.stringify([list, sorted]))
    .digest('base64url')
    .slice(0, 8);
}

/** Where the next page begins, as text whose meaning is nobody's business but ours. */
export function encodeCursor(mark: string, key: PageKey): string {
  return Buffer.from(JSON.stringify([mark, ...key])).toString('base64url');
}

// The database takes no zero byte, and half a surrogate pair has no UTF-8.
const keyPart = z.string().refine((part) => !part.includes('\0') && part.isWellFormed());
const cursorParts = z.tuple([z.string()], keyPart);

/** The key inside a cursor; null when the text is no cursor, or one of another list. */
export function decodeCursor(cursor: string, mark: string, keyLength: number): PageKey | null {
  const parsed = cursorParts.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    return null;
  }
  const [foundMark, ...key] = parsed.data;
  return foundMark === mark && key.length === keyLength ? key : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
