import { randomBytes } from 'node:crypto';
import { paths } from '../../../paths.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { insertOneTimeToken } from '../identity-repository.ts';
import type { OneTimeLink } from './link-letter.ts';

const HOUR = 3_600_000;

/** How long a link works: one that was asked for is used at once, an invitation may lie over a holiday. */
const linkHours = { invitation: 14 * 24, recovery: 1 } as const;

interface LinkWanted {
  readonly personId: string;
  readonly purpose: keyof typeof linkHours;
  readonly at: Date;
}

/** Makes the link by which somebody chooses a password, once; those made before are void. */
export async function insertLink(
  connection: Connection,
  { newId, publicUrl }: { readonly newId: IdSource; readonly publicUrl: string },
  { personId, purpose, at }: LinkWanted,
): Promise<OneTimeLink> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(at.getTime() + linkHours[purpose] * HOUR);
  await insertOneTimeToken(connection, { verificationId: newId(), personId, token, expiresAt });
  return { address: `${publicUrl}${paths.choosePassword(token)}`, expiresAt };
}
