import { paths } from '../../../paths.ts';
import { formatNumber, formatTime } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { Tag } from '../../../views/tag.tsx';
import { isRegistryWell, outcomeWords, type RegistryState } from '../../directory-import/index.ts';
import type { BackupState } from '../../set-up/index.ts';

export interface StatusContents {
  readonly counts: readonly { readonly key: string; readonly count: number }[];
  /** What of it is marked as invented, in words; empty where nothing is. */
  readonly invented: string;
}

interface StatusPageProps {
  readonly version: string;
  readonly now: Date;
  /** How much there is; null where the database could not be asked. */
  readonly contents: StatusContents | null;
  readonly isDemonstration: boolean;
  readonly isMailConfigured: boolean;
  /** Null for whoever it is not told to. */
  readonly backups: BackupState | null;
  /** The same. */
  readonly registry: RegistryState | null;
}

/** Whether the service works, for anyone who wonders. */
export function StatusPage({
  version,
  now,
  contents,
  isDemonstration,
  isMailConfigured,
  backups,
  registry,
}: StatusPageProps) {
  const isUp = contents !== null;
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
              value: kindInWords(isDemonstration, contents),
            },
            ...(backups === null ? [] : [{ key: 'Backups', value: <Backups state={backups} /> }]),
            ...(registry === null ? [] : [{ key: 'Registry of organisations', value: <Registry state={registry} /> }]),
          ]}
        />
        {isUp && (
          <>
            <h2>What it holds</h2>
            <SummaryList
              rows={[
                ...contents.counts.map(({ key, count }) => ({ key, value: formatNumber(count) })),
                { key: 'Invented', value: contents.invented === '' ? 'Nothing' : contents.invented },
              ]}
            />
          </>
        )}
        <p>
          Is something not right? <a href={paths.contact()}>Tell us</a>.
        </p>
      </div>
    </div>
  );
}

function Backups({ state }: { state: BackupState }) {
  return (
    <>
      {!state.isGood && <Tag text="Warning" colour="orange" />} {state.words}
    </>
  );
}

function Registry({ state }: { state: RegistryState }) {
  return (
    <>
      {!isRegistryWell(state) && <Tag text="Warning" colour="orange" />} {outcomeWords(state)}
    </>
  );
}

/** What the service was started as says nothing about what it holds: that nothing is invented is said only where it was counted. */
function kindInWords(isDemonstration: boolean, contents: StatusContents | null): string {
  if (isDemonstration) {
    return 'Demonstration: answers, plans and people are invented';
  }
  if (contents === null) {
    return 'Real';
  }
  return contents.invented === '' ? 'Real: nothing is invented' : 'Real, but some of what it holds is invented';
}
