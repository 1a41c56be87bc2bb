import { describeDiscrepancy } from '../platform/audit/describe-discrepancy.ts';
import type { TrailReport } from '../platform/audit/verify-trail.ts';
import { countOf } from '../views/format.ts';

/** How much a trail holds: `1,204 events in 88 chains`. */
export function extentOf({ events, chains }: Pick<TrailReport, 'events' | 'chains'>): string {
  return `${countOf(events, 'event')} in ${countOf(chains, 'chain')}`;
}

/** What was found, chain by chain. */
export function discrepancyLines({ discrepancies, discrepancyCount }: TrailReport): string[] {
  const byChain = Map.groupBy(discrepancies, ({ chain }) => chain);
  const lines = [...byChain].flatMap(([chain, found]) => [
    `  ${chain}`,
    ...found.map((discrepancy) => `    ${describeDiscrepancy(discrepancy)}`),
  ]);
  const more = discrepancyCount - discrepancies.length;
  return more > 0 ? [...lines, `  And ${more.toLocaleString('en-GB')} more.`] : lines;
}
