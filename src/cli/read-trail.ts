import { readTrailLines } from '../platform/audit/trail-file.ts';
import { hasTrail, withTrail } from '../platform/audit/trail-repository.ts';
import type { TrailItem } from '../platform/audit/verify-trail.ts';
import { type Terminal, UsageError } from './command.ts';
import { readLines } from './read-lines.ts';
import { withDatabaseAsItIs } from './with-database.ts';

/** Hands on the trail of an export, or that of the database, which is read and not changed in any way. */
export function readTrailFrom<Result>(
  terminal: Terminal,
  file: string | undefined,
  use: (items: AsyncIterable<TrailItem>) => Promise<Result>,
): Promise<Result> {
  if (file !== undefined) {
    return use(readTrailLines(readLines(file, terminal)));
  }
  return withDatabaseAsItIs(terminal, async (database) => {
    if (!(await hasTrail(database))) {
      throw new UsageError('This database holds no audit trail yet. The service makes it at its first start.');
    }
    return withTrail(database, use);
  });
}
