import { describeDiscrepancy } from '../../../platform/audit/describe-discrepancy.ts';
import { formatNumber } from '../../../views/format.ts';
import type { AuditCheck } from '../audit-check.ts';

/** What the last check found wrong; nothing when it found nothing. */
export function LastCheck({ check }: { check: AuditCheck }) {
  const { discrepancies, discrepancyCount } = check;
  if (discrepancyCount === 0) {
    return null;
  }
  const more = discrepancyCount - discrepancies.length;
  return (
    <>
      <h2 className="nhsuk-heading-m">What the check found</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {discrepancies.map((discrepancy) => (
          <li key={JSON.stringify(discrepancy)}>
            Chain {discrepancy.chain}: {describeDiscrepancy(discrepancy)}
          </li>
        ))}
        {more > 0 && <li>and {formatNumber(more)} more</li>}
      </ul>
      <p>
        Somebody with the rights of the database’s owner changed the record, or the database is damaged. Keep a copy of
        it as it is, and compare it with a backup and with the last checkpoint.
      </p>
    </>
  );
}
