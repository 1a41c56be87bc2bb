import { z } from 'zod';

const query = z.object({ since: z.coerce.number().int().positive().nullable().catch(null) });

/** The number of the version that another is held against; null where the address names none. */
export function parseSince(asked: unknown): number | null {
  const parsed = query.safeParse(asked);
  return parsed.success ? parsed.data.since : null;
}
