import type { Connection } from '../../platform/database/database.ts';
import { type Addressee, listAddressees, listGrantsWithin, listWithoutWayIn, type Role } from '../identity/index.ts';

/** Somebody who may answer for an organisation. */
export interface Colleague extends Addressee {
  /** Whether they were invited, and cannot sign in yet. */
  readonly isInvited: boolean;
}

const answering: readonly Role[] = ['contributor', 'coordinator', 'executive', 'signatory'];

/** Everybody who holds a role by which they may answer for an organisation, in the order of their names. */
export async function listColleagues(connection: Connection, organisationId: string): Promise<Colleague[]> {
  const ids = [...(await listHolders(connection, organisationId))];
  const [people, invited] = [await listAddressees(connection, ids), await listWithoutWayIn(connection, ids)];
  return ids.flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [{ ...person, isInvited: invited.has(id) }];
  });
}

/** The ids of these alone, in the same order. */
export async function listHolders(connection: Connection, organisationId: string): Promise<ReadonlySet<string>> {
  const grants = await listGrantsWithin(connection, 'organisation', [organisationId]);
  return new Set(grants.filter(({ role }) => answering.includes(role)).map(({ personId }) => personId));
}
