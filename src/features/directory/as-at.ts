import { z } from 'zod';
import type { ProgrammePack } from '../programme/index.ts';

const isoDate = z.iso.date();

/** The day a page shows the directory at: `?as-at=YYYY-MM-DD`, or the programme's own position date when it is absent or not a date. */
export function asAtOf(query: unknown, pack: ProgrammePack): string {
  const wanted = typeof query === 'object' && query !== null && 'as-at' in query ? query['as-at'] : undefined;
  const parsed = isoDate.safeParse(wanted);
  return parsed.success ? parsed.data : pack.positionOn;
}
