import type { MembershipRole } from '../../programme/index.ts';

/** What an organisation is in a footprint, as one word. */
export function roleWord(role: MembershipRole): string {
  const words: Readonly<Record<MembershipRole, string>> = {
    lead: 'Lead',
    core: 'Member',
    associate: 'Associate',
    support: 'Support',
  };
  return words[role];
}
