import type { MembershipRole } from '../../programme/index.ts';

/** Those that count as organisations of a footprint. Associates take part from outside and count elsewhere. */
export function insideFootprint<Member extends { readonly role: MembershipRole }>(
  members: readonly Member[],
): Member[] {
  return members.filter(({ role }) => role !== 'associate');
}
