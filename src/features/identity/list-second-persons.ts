import type { Connection } from '../../platform/database/database.ts';
import { type Action, can } from './can.ts';
import { listGrantsWithin } from './grants/grant-repository.ts';

/** The names of those who may take a step for the nation that whoever prepared it must leave to somebody else. */
export async function listSecondPersons(connection: Connection, action: Action, firstId: string): Promise<string[]> {
  const held = await listGrantsWithin(connection, 'nation', ['']);
  const others = held.filter(
    ({ personId, personName, ...grant }) =>
      personId !== firstId &&
      can({ personId, name: personName, jobTitle: '', grants: [{ ...grant, scopeName: '' }] }, action),
  );
  return [...new Map(others.map(({ personId, personName }) => [personId, personName])).values()];
}
