import { paths } from '../../../paths.ts';
import type { Page } from '../../../platform/page.ts';
import { countOf, formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import type { AuditCheck } from '../audit-check.ts';
import type { AuditLine } from '../audit-list-repository.ts';
import { type AuditQuery, cursorOf } from '../audit-query.ts';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditTable } from './audit-table.tsx';
import { LastCheck } from './last-check.tsx';

interface AuditPageProps {
  readonly extent: { readonly chains: number; readonly events: number };
  readonly lastCheck: AuditCheck | null;
  readonly query: AuditQuery;
  readonly page: Page<AuditLine>;
}

/** What was done in the service, by whom and when, and whether that record is whole. */
export function AuditPage({ extent, lastCheck, query, page }: AuditPageProps) {
  return (
    <>
      <ErrorSummary errors={query.errors} />
      <h1>Audit trail</h1>
      <p className="nhsuk-lede-text">
        Every change in the service is kept here, with who made it and when. Each event carries a digest of the one
        before it, so that a change to the record shows.
      </p>
      <SummaryList
        rows={[
          { key: 'Events', value: `${countOf(extent.events, 'event')} in ${countOf(extent.chains, 'chain')}` },
          { key: 'Last check on this page', value: checkInWords(lastCheck) },
        ]}
      />
      {lastCheck !== null && <LastCheck check={lastCheck} />}
      <Form action={paths.checkAudit()}>
        <SubmitButton>Check the audit trail now</SubmitButton>
      </Form>
      <p>
        Events cut off at the end of a chain show only beside a checkpoint made before.{' '}
        <a href={paths.auditCheckpoint()}>Download a checkpoint (JSON)</a> and keep it where those who run the database
        cannot change it. Compare with it later: <code>ldr audit verify --against file.json</code>
      </p>
      <AuditFilterForm query={query} />
      <AuditTable rows={page.rows} total={page.total} />
      <Steps query={query} page={page} />
    </>
  );
}

function checkInWords(check: AuditCheck | null): string {
  if (check === null) {
    return 'Never checked here';
  }
  const { at, person, discrepancyCount, events } = check;
  const result = discrepancyCount === 0 ? 'Sound' : `Not sound: ${countOf(discrepancyCount, 'fault')} found`;
  return `${result}. ${formatTime(at)}, by ${person ?? 'someone whose account is gone'}, over ${countOf(events, 'event')}`;
}

function Steps({ query, page }: Pick<AuditPageProps, 'query' | 'page'>) {
  const { filter, before } = query;
  return (
    <p>
      {before !== null && <a href={paths.audit({ ...filter })}>Newest events</a>}
      {before !== null && page.next !== null && ' · '}
      {page.next !== null && <a href={paths.audit({ ...filter, before: cursorOf(page.next) })}>Older events</a>}
    </p>
  );
}
