import { dayBefore, dayOf } from '../../platform/days.ts';
import type { WrittenLetter } from '../../platform/mail/letter-repository.ts';
import { formatDate, formatTime } from '../../views/format.ts';
import { describeGrant, type Grant, type Held } from '../identity/index.ts';

/** A change of what somebody may do. */
export type RoleChange =
  | { readonly kind: 'invite'; readonly held: Held; readonly endsAt: Date | null }
  | { readonly kind: 'end-role'; readonly held: Held; readonly reason: string }
  | { readonly kind: 'change-end'; readonly held: Held; readonly endsAt: Date | null };

interface Telling {
  readonly to: { readonly name: string; readonly email: string };
  /** Who made the change, as the letter names them. */
  readonly by: string;
  readonly serviceName: string;
  readonly publicUrl: string;
}

/** A link by which somebody chooses a password, once. */
export interface OneTimeLink {
  readonly address: string;
  readonly expiresAt: Date;
}

/** The last day on which a role is held that ends at this moment. */
export function lastDayOf(endsAt: Date): string {
  const day = dayOf(endsAt);
  return dayOf(new Date(endsAt.getTime() - 1)) === day ? day : dayBefore(day);
}

/** What somebody is told of a change of their roles; with a link where they have no password yet. */
export function letterOfChange(
  change: RoleChange,
  scopeName: string,
  link: OneTimeLink | null,
  telling: Telling,
): WrittenLetter {
  const role = describeGrant({ ...change.held, scopeName } satisfies Grant);
  const { by, serviceName } = telling;
  switch (change.kind) {
    case 'invite':
      return letter(telling, `You are invited to ${serviceName}`, link, [
        `${by} has given you a role in ${serviceName}: ${role}. ${untilWords(change.endsAt)}`,
        ...(link === null ? [`Sign in at ${telling.publicUrl}/sign-in`] : linkWords('Choose your password here', link)),
      ]);
    case 'end-role':
      return letter(telling, 'A role of yours has ended', null, [
        `${by} has ended a role of yours in ${serviceName}: ${role}.`,
        `The reason given: ${change.reason}`,
        'You have been signed out. What you did stays on record in your name.',
      ]);
    case 'change-end':
      return letter(telling, 'A role of yours has a new end', null, [
        `${by} has changed how long you hold a role in ${serviceName}: ${role}. ${untilWords(change.endsAt)}`,
      ]);
  }
}

/** Sent to somebody who cannot sign in, or for whom somebody asked. */
export function letterOfLink(link: OneTimeLink, telling: Omit<Telling, 'by'>): WrittenLetter {
  return letter(telling, `Your password for ${telling.serviceName}`, link, [
    `Somebody asked for a new password for your account in ${telling.serviceName}.`,
    ...linkWords('If it was you, choose it here', link),
    'If it was not you, you need do nothing: your password stays as it is.',
  ]);
}

function letter(
  { to }: Pick<Telling, 'to'>,
  subject: string,
  link: OneTimeLink | null,
  paragraphs: readonly string[],
): WrittenLetter {
  const text = [`Dear ${to.name},`, ...paragraphs, ''].join('\n\n');
  return { to: to.email, subject, text, link: link?.address ?? null };
}

function linkWords(what: string, { expiresAt }: OneTimeLink): string[] {
  return [`${what}. The link works once, until ${formatTime(expiresAt)}:`, '{link}'];
}

function untilWords(endsAt: Date | null): string {
  return endsAt === null ? 'It has no end date.' : `It ends after ${formatDate(lastDayOf(endsAt))}.`;
}
