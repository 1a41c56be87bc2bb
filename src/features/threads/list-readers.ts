import type { Connection } from '../../platform/database/database.ts';
import { type Colleague, listColleagues } from '../people/index.ts';
import { readingOf, type ThreadScope, type ThreadSubject } from './thread.ts';

/** Everybody who reads the threads of a place about something, in the order of their names. */
export function listReaders(
  connection: Connection,
  scope: ThreadScope,
  { kind }: Pick<ThreadSubject, 'kind'>,
): Promise<Colleague[]> {
  return listColleagues(connection, readingOf[kind], scope);
}
