import type { NamedMember } from '../../register-keeping.ts';
import { formatDate, listInWords } from '../../views/format.ts';
import type { MembershipRole } from '../programme/index.ts';

export interface RoleChange {
  readonly member: NamedMember;
  readonly before: readonly MembershipRole[];
  readonly after: readonly MembershipRole[];
}

export interface Recoding {
  readonly member: NamedMember;
  readonly before: string;
}

/** How two lists of members differ, each organisation once. A new name alone is no difference. */
export interface MembersDifference {
  readonly joined: readonly NamedMember[];
  readonly left: readonly NamedMember[];
  readonly roleChanged: readonly RoleChange[];
  readonly recoded: readonly Recoding[];
}

/**
 * What is different between the members before and after. Organisations are told apart by their key and not by their code: a
 * code may be given to another organisation later, and that one never agreed to anything.
 */
export function compareMembers(before: readonly NamedMember[], after: readonly NamedMember[]): MembersDifference {
  const was = Map.groupBy(before, ({ organisationId }) => organisationId);
  const is = Map.groupBy(after, ({ organisationId }) => organisationId);
  const firstOfEach = (list: typeof is) => [...list.values()].flatMap(([first]) => first ?? []);
  const stayed = firstOfEach(is).filter(({ organisationId }) => was.has(organisationId));
  return {
    joined: firstOfEach(is).filter(({ organisationId }) => !was.has(organisationId)),
    left: firstOfEach(was).filter(({ organisationId }) => !is.has(organisationId)),
    roleChanged: stayed.flatMap((member) => {
      const [old, now] = [was, is].map((list) => rolesOf(list.get(member.organisationId) ?? []));
      return String(old) === String(now) ? [] : { member, before: old ?? [], after: now ?? [] };
    }),
    recoded: stayed.flatMap((member) => {
      const [old] = was.get(member.organisationId) ?? [];
      return old === undefined || old.code === member.code ? [] : { member, before: old.code };
    }),
  };
}

function rolesOf(members: readonly NamedMember[]): MembershipRole[] {
  return members.map(({ role }) => role).toSorted();
}

export function areSameMembers({ joined, left, roleChanged, recoded }: MembersDifference): boolean {
  return joined.length + left.length + roleChanged.length + recoded.length === 0;
}

/** The difference as a clause each, for those who agreed to what was before: `Wyre Forest CCG joined on 1 June 2016`. */
export function differenceInWords({ joined, left, roleChanged, recoded }: MembersDifference): string {
  return [
    ...joined.map(({ name, validFrom }) => `${name} joined${validFrom ? ` on ${formatDate(validFrom)}` : ''}`),
    ...left.map(({ name }) => `${name} is a member no longer`),
    ...roleChanged.map(
      ({ member, before, after }) => `${member.name} is ${listInWords(after)}, not ${listInWords(before)}`,
    ),
    ...recoded.map(({ member, before }) => `${member.name} has the code ${member.code}, not ${before}`),
  ].join('; ');
}
