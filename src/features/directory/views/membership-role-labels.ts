import type { MembershipRole } from '../../programme/index.ts';

/** What an organisation is in a footprint, in the order in which members are listed. */
export const membershipRoleLabels: Readonly<Record<MembershipRole, string>> = {
  lead: 'Lead',
  core: 'Core member',
  associate: 'Associate',
  support: 'Support',
};
