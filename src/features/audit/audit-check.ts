import { z } from 'zod';
import type { Discrepancy } from '../../platform/audit/audit-discrepancy.ts';

/** What a check found, as it is kept. */
export interface AuditCheck {
  readonly at: Date;
  /** Null where the account is gone. */
  readonly person: string | null;
  readonly chains: number;
  readonly events: number;
  readonly digest: string;
  readonly discrepancyCount: number;
  /** The first of them. */
  readonly discrepancies: readonly Discrepancy[];
}

const count = z.int().min(0);

const discrepancy: z.ZodType<Discrepancy> = z.object({
  kind: z.enum(['changed', 'removed', 'inserted', 'reordered', 'head', 'cut-off']),
  chain: z.string(),
  first: z.int(),
  last: z.int(),
});

type CheckFound = Omit<AuditCheck, 'at' | 'person'>;

/** As the events of the first checks name it, which are never rewritten. */
const keptDetail = z.object({
  chains: count,
  events: count,
  digest: z.string(),
  findingCount: count,
  findings: z.array(discrepancy),
});

/** A check read from the detail of its event. */
export const checkDetail: z.ZodType<CheckFound> = keptDetail.transform(
  ({ findingCount, findings, ...check }): CheckFound => ({
    ...check,
    discrepancyCount: findingCount,
    discrepancies: findings,
  }),
);

/** A check as the detail of its event. */
export function detailOf({ chains, events, digest, discrepancyCount, discrepancies }: CheckFound) {
  return { chains, events, digest, findingCount: discrepancyCount, findings: [...discrepancies] } satisfies z.input<
    typeof keptDetail
  >;
}
