/** A statement wrote more or fewer rows than what was decided on: somebody else changed them, or the decision was wrong. */
export class RowCountError extends Error {
  override readonly name = 'RowCountError';
  readonly code = 'row_count';
}

/**
 * Throws unless a statement wrote exactly as many rows as it was meant to, so that a write that hits nothing takes its transaction
 * back instead of passing for done. `affected` is what the database counted; `what` says what was being written.
 */
export function expectRows(what: string, expected: number, affected: bigint | undefined): void {
  if (affected !== BigInt(expected)) {
    throw new RowCountError(`${what}: ${affected ?? 'an unknown number of'} rows were written, not ${expected}`);
  }
}
