import { createHash } from 'node:crypto';

/** What is kept of the token of a link, so that whoever reads the table can vote with none. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(`poll:${token}`).digest('base64url');
}
