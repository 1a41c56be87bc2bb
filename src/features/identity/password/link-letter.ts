import type { WrittenLetter } from '../../../platform/written-letter.ts';
import { formatTime } from '../../../views/format.ts';

/** A link by which somebody chooses a password, once. */
export interface OneTimeLink {
  readonly address: string;
  readonly expiresAt: Date;
}

/** The link as it stands in a letter. */
export function linkParagraphs(what: string, { expiresAt }: OneTimeLink): string[] {
  return [`${what}. The link works once, until ${formatTime(expiresAt)}:`, '{link}'];
}

/** A letter of these paragraphs. */
export function letterTo(
  to: { readonly name: string; readonly email: string },
  subject: string,
  link: OneTimeLink | null,
  paragraphs: readonly string[],
): WrittenLetter {
  const text = [`Dear ${to.name},`, ...paragraphs, ''].join('\n\n');
  return { to: to.email, subject, text, link: link?.address ?? null };
}

/** Sent to somebody who cannot sign in, whether they asked for it or somebody did for them. */
export function letterOfLink(
  link: OneTimeLink,
  { to, serviceName }: { readonly to: { readonly name: string; readonly email: string }; readonly serviceName: string },
): WrittenLetter {
  return letterTo(to, `Your password for ${serviceName}`, link, [
    `A new password was asked for, for your account in ${serviceName}.`,
    ...linkParagraphs('If that is what you want, choose it here', link),
    'If it is not, you need do nothing: your password stays as it is.',
  ]);
}
