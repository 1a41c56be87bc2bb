import type { Connection } from '../../platform/database/database.ts';
import {
  type Action,
  type Addressee,
  type Held,
  listAddressees,
  listGrantsWithin,
  listWithoutWayIn,
  rolesFor,
} from '../identity/index.ts';

/** Somebody who may do something at a place, as others there choose them from a list. */
export interface Colleague extends Addressee {
  /** Whether they were invited, and cannot sign in yet. */
  readonly isInvited: boolean;
}

type Place = Pick<Held, 'scopeKind' | 'scopeId'>;

/** Everybody who holds a role at a place itself by which they may do something there, in the order of their names. */
export async function listColleagues(connection: Connection, action: Action, place: Place): Promise<Colleague[]> {
  const ids = [...(await listHolders(connection, action, place))];
  const [people, invited] = [await listAddressees(connection, ids), await listWithoutWayIn(connection, ids)];
  return ids.flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [{ ...person, isInvited: invited.has(id) }];
  });
}

/** The ids of these alone, in the same order. */
export async function listHolders(
  connection: Connection,
  action: Action,
  { scopeKind, scopeId }: Place,
): Promise<ReadonlySet<string>> {
  const grants = await listGrantsWithin(connection, scopeKind, [scopeId]);
  const roles = rolesFor(action);
  return new Set(grants.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId));
}
