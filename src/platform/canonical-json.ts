import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value, by RFC 8785: no spaces, keys in order of code units, numbers and strings written one way.
 * Throws for what JSON cannot hold, half a surrogate pair or an infinite number among it.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('There is no JSON for this value');
  }
  return text;
}

/** SHA-256 of the canonical JSON in UTF-8, as 64 lower-case hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

const DIGITS = 16;

/**
 * The beginning of a digest in groups of four, short enough to be compared by eye between a page, a letter and a paper: two texts that
 * differ have the same one once in 18 million million million times. Only the whole digest proves anything against somebody who tries.
 */
export function checkNumber(digest: string): string {
  return [...digest.slice(0, DIGITS).matchAll(/.{1,4}/g)].map(([group]) => group).join(' ');
}
