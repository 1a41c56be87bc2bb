import { createHash } from 'node:crypto';

/** What tells the bytes of an answer from any others; a tag is made of it for each way of packing them. */
export function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
}

/**
 * Whether a reader who sent `If-None-Match` already has what the tag stands for (RFC 9110, section 13.1.2): one tag, a list or `*`,
 * by the weak comparison.
 */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) {
    return false;
  }
  return ifNoneMatch.split(',').some((item) => {
    const known = item.trim();
    return known === '*' || known === tag || known === `W/${tag}`;
  });
}
