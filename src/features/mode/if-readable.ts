/** PostgreSQL's code for something that a role may not read. */
const NO_RIGHT = '42501';

/**
 * What a database says of itself; null where this role may not look. Then its owner is needed before anything else, and bringing it
 * up to date says so.
 */
export async function ifReadable<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_RIGHT) {
      return null;
    }
    throw error;
  }
}
