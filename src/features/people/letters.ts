import { dayBefore, dayOf } from '../../platform/days.ts';
import type { WrittenLetter } from '../../platform/written-letter.ts';
import { formatDate } from '../../views/format.ts';
import { describeGrant, type Held, letterTo, linkParagraphs, type OneTimeLink, type Role } from '../identity/index.ts';

/** A change of what somebody may do. */
export type RoleChange =
  | {
      readonly kind: 'invite';
      readonly held: Held;
      readonly endsAt: Date | null;
      /** Address of whoever held it until now, where it was handed over. */
      readonly handedFrom?: string | undefined;
      /** What they are asked to do first; said to whoever has no password yet, as others are told of it by itself. */
      readonly firstWork?: readonly string[];
    }
  | {
      readonly kind: 'end-role';
      readonly held: Held;
      readonly reason: string;
      /** Address of whoever holds it from now on, where it was handed over. */
      readonly handedTo?: string;
    }
  | { readonly kind: 'change-end'; readonly held: Held; readonly endsAt: Date | null };

/** What somebody does who holds a role, as the letter says it that invites them. */
const roleDuties: Readonly<Record<Role, string>> = {
  contributor: 'You answer those questions of the self-assessment that you know about.',
  coordinator:
    'You see to it that the self-assessment is answered in time, ask others for their part, and then ask whoever signs it to do so.',
  signatory:
    'You check the self-assessment of your organisation and sign it, and you name who may do so in your place.',
  executive:
    'You check the self-assessment of your organisation and sign it, and you decide whether your organisation endorses the roadmap.',
  peer: 'You check answers that another organisation signed, where you are invited to.',
  editor: 'You write the roadmap together with the others of the footprint.',
  lead: 'You lead the writing of the roadmap, ask every member to endorse it, and submit it to the region.',
  reviewer: 'You review the roadmaps of your region: you ask for changes, or clear them for publication.',
  analyst: 'You see what all areas have sent, follow how far they have come, and choose exemplars.',
  'programme-manager': 'You open rounds and set deadlines, invite people, and see who is behind.',
  administrator: 'You look after the accounts, the settings and the directory of the service.',
};

interface RoleLetterFacts {
  readonly to: { readonly name: string; readonly email: string };
  /** Who made the change, as the letter names them. */
  readonly by: string;
  readonly serviceName: string;
  readonly publicUrl: string;
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
  facts: RoleLetterFacts,
): WrittenLetter {
  const role = describeGrant({ ...change.held, scopeName });
  const { by, serviceName } = facts;
  switch (change.kind) {
    case 'invite':
      return letterTo(facts.to, `You are invited to ${serviceName}`, link, [
        `${by} has given you a role in ${serviceName}: ${role}. ${untilWords(change.endsAt)}`,
        roleDuties[change.held.role],
        ...(link === null ? [] : (change.firstWork ?? [])),
        ...(link === null
          ? [`Sign in at ${facts.publicUrl}/sign-in`]
          : linkParagraphs('Choose your password here', link)),
      ]);
    case 'end-role':
      return letterTo(facts.to, 'A role of yours has ended', null, [
        `${by} has ended a role of yours in ${serviceName}: ${role}.`,
        `The reason given: ${change.reason}`,
        'You have been signed out. What you did stays on record in your name.',
      ]);
    case 'change-end':
      return letterTo(facts.to, 'A role of yours has a new end', null, [
        `${by} has changed how long you hold a role in ${serviceName}: ${role}. ${untilWords(change.endsAt)}`,
      ]);
  }
}

function untilWords(endsAt: Date | null): string {
  return endsAt === null ? 'It has no end date.' : `It ends after ${formatDate(lastDayOf(endsAt))}.`;
}
