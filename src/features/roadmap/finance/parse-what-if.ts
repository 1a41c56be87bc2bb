import { z } from 'zod';
import { bidOutcomes, MOST_YEARS_LATER, type WhatIf } from './what-if.ts';

/** Of one value or many under the same name. */
const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([]);

const query = z.object({
  bids: z.enum(bidOutcomes).catch('open'),
  later: z.coerce.number().int().min(0).max(MOST_YEARS_LATER).catch(0),
  source: many,
  without: many,
});

/** The names under which what is supposed stands in an address. */
export const whatIfParameters = ['bids', 'later', 'source', 'without'] as const;

/** Reads what is supposed from an address; whatever is no such thing supposes nothing. */
export function parseWhatIf(asked: unknown): WhatIf {
  const { bids, later, source, without } = query.parse(asked ?? {});
  return { bids, yearsLater: later, lostSources: source, leftOut: without };
}
