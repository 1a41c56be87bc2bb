import { paths } from '../../../paths.ts';
import { formatNumber, formatTime } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';

/** How much there is; null where the database could not be asked. */
export type StatusCounts = readonly { readonly key: string; readonly count: number }[] | null;

interface StatusPageProps {
  readonly version: string;
  readonly now: Date;
  readonly counts: StatusCounts;
  readonly isDemonstration: boolean;
  readonly isMailConfigured: boolean;
}

/** Whether the service works, for anyone who wonders. */
export function StatusPage({ version, now, counts, isDemonstration, isMailConfigured }: StatusPageProps) {
  const isUp = counts !== null;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Status</h1>
        <p>
          {isUp
            ? 'The service is working.'
            : 'Something is wrong: the database cannot be reached. Try again in a few minutes.'}
        </p>
        <SummaryList
          rows={[
            { key: 'Checked', value: formatTime(now) },
            { key: 'Version', value: version },
            {
              key: 'Database',
              value: isUp ? <Tag text="Reachable" colour="green" /> : <Tag text="Cannot be reached" colour="red" />,
            },
            {
              key: 'Mail',
              value: isMailConfigured ? 'A mail server is set up' : 'No mail server is set up; messages are kept here',
            },
            {
              key: 'Kind',
              value: isDemonstration
                ? 'Demonstration: answers, plans and people are invented'
                : 'Real: nothing is invented',
            },
          ]}
        />
        {isUp && (
          <>
            <h2>What it holds</h2>
            <SummaryList rows={counts.map(({ key, count }) => ({ key, value: formatNumber(count) }))} />
          </>
        )}
        <p>
          Is something not right? <a href={paths.contact()}>Tell us</a>.
        </p>
      </div>
    </div>
  );
}
