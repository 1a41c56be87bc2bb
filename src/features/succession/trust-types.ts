import type { ProgrammePack } from '../programme/index.ts';

/** NHS trusts and care trusts in the registry's list of roles. */
const trustRoles: readonly string[] = ['RO197', 'RO107'];

/** The types of organisation that count as trusts, whatever services they run. */
export function trustTypes({ organisationTypes }: Pick<ProgrammePack, 'organisationTypes'>): Set<string> {
  const trusts = organisationTypes.filter(({ odsRoles = [] }) => odsRoles.some((role) => trustRoles.includes(role)));
  return new Set(trusts.map(({ id }) => id));
}
