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
