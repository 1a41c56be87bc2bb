import type { MembershipRole } from '../../programme/index.ts';

/** Roles of organisations in a footprint, in their order. */
export const roleLabels: Readonly<Record<MembershipRole, string>> = {
  lead: 'Lead',
  core: 'Core member',
  associate: 'Associate',
  support: 'Support',
};
