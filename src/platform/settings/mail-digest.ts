import { createHmac } from 'node:crypto';
import type { Settings } from './settings.ts';

/** By which mail settings are known again without being kept: server, user, password and sender. */
export function mailDigest({ smtpUrl, mailFrom }: Pick<Settings, 'smtpUrl' | 'mailFrom'>, salt: string): string {
  return createHmac('sha256', salt)
    .update(JSON.stringify([smtpUrl, mailFrom]))
    .digest('hex');
}
