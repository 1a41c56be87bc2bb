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
  readonly findingCount: number;
  /** The first of them. */
  readonly findings: readonly Discrepancy[];
}

const count = z.int().min(0);

const discrepancy: z.ZodType<Discrepancy> = z.object({
  kind: z.enum(['changed', 'removed', 'inserted', 'reordered', 'head', 'cut-off']),
  chain: z.string(),
  first: z.int(),
  last: z.int(),
});

/** A check as the detail of its event. */
export const checkDetail: z.ZodType<Omit<AuditCheck, 'at' | 'person'>> = z.object({
  chains: count,
  events: count,
  digest: z.string(),
  findingCount: count,
  findings: z.array(discrepancy),
});
