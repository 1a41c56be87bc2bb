import { describeDiscrepancy } from '../../../platform/audit/describe-discrepancy.ts';
import { formatNumber } from '../../../views/format.ts';
import type { AuditCheck } from '../audit-check.ts';

/** What the last check found wrong; nothing when it found nothing. */
export function LastCheckFindings({ check }: { check: AuditCheck }) {
  const { findings, findingCount } = check;
  if (findingCount === 0) {
    return null;
  }
  const more = findingCount - findings.length;
  return (
    <>
      <h2 className="nhsuk-heading-m">What the check found</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            Chain {finding.chain}: {describeDiscrepancy(finding)}
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
