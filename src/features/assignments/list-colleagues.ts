import type { Connection } from '../../platform/database/database.ts';
import { type Addressee, listAddressees, listGrantsWithin, listWithoutWayIn } from '../identity/index.ts';
import { answeringRoles } from './assignment.ts';

/** Somebody who may answer for an organisation. */
export interface Colleague extends Addressee {
  /** Whether they were invited, and cannot sign in yet. */
  readonly isInvited: boolean;
}

/** Everybody who holds a role by which they may answer for an organisation, in the order of their names. */
export async function listColleagues(connection: Connection, organisationId: string): Promise<Colleague[]> {
  const grants = await listGrantsWithin(connection, 'organisation', [organisationId]);
  const ids = [...new Set(grants.filter(({ role }) => answeringRoles.includes(role)).map(({ personId }) => personId))];
  const [people, invited] = [await listAddressees(connection, ids), await listWithoutWayIn(connection, ids)];
  return ids.flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [{ ...person, isInvited: invited.has(id) }];
  });
}
