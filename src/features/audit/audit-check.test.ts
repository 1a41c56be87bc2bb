import { expect, it } from 'vitest';
import type { Discrepancy } from '../../platform/audit/audit-discrepancy.ts';
import { checkDetail, detailOf } from './audit-check.ts';

const discrepancies: Discrepancy[] = [{ kind: 'removed', chain: 'roadmap:vale', first: 3, last: 3 }];
const check = { chains: 2, events: 9, digest: 'ab12', discrepancyCount: 7, discrepancies };

it('keeps a check as the first ones were kept, and reads it again', () => {
  const kept = { chains: 2, events: 9, digest: 'ab12', findingCount: 7, findings: discrepancies };
  expect(detailOf(check)).toEqual(kept);
  expect(checkDetail.parse(kept)).toEqual(check);
});
