import { paths } from '../../../../paths.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { countOf, formatTime } from '../../../../views/format.ts';
import { type RecordedEvent, type SecurityEventKind, securityEventKinds } from '../security-event.ts';

interface SecurityPageProps {
  readonly events: readonly RecordedEvent[];
  /** The kind that is shown; null for all. */
  readonly kind: SecurityEventKind | null;
  /** The last event here, where older ones follow. */
  readonly olderThan: string | null;
  readonly daysKept: number;
}

const labels: Readonly<Record<SecurityEventKind, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'sign-in-failed': 'Sign-in failed',
  'limit-reached': 'Limit reached',
  refused: 'Refused',
  'account-changed': 'Account changed',
};

/** Who signed in and who could not, which limits were reached and what was refused, newest first. */
export function SecurityPage({ events, kind, olderThan, daysKept }: SecurityPageProps) {
  return (
    <>
      <h1>Sign-ins and refusals</h1>
      <p>
        Look here when an account may have been used by somebody else. Passwords are never kept. Of limits and refusals
        the first in each minute is listed. Everything is removed after {countOf(daysKept, 'day')}.
      </p>
      <Kinds shown={kind} />
      <DataTable
        caption={kind === null ? 'All events, newest first' : `${labels[kind]}, newest first`}
        rows={events}
        rowKey={(event) => event.eventId}
        empty="Nothing is recorded."
        cardsOn="tablet"
        columns={[
          { heading: 'When', isRowHeading: true, cell: (event) => formatTime(event.at) },
          { heading: 'What', cell: (event) => labels[event.kind] },
          { heading: 'Who', cell: (event) => <span className="ldr-unbroken">{whoOf(event)}</span> },
          { heading: 'Network address', cell: (event) => <span className="ldr-unbroken">{event.networkAddress}</span> },
          { heading: 'Where', cell: (event) => <span className="ldr-unbroken">{event.place}</span> },
        ]}
      />
      {olderThan !== null && (
        <p>
          <a href={paths.security({ kind: kind ?? '', before: olderThan })}>Older events</a>
        </p>
      )}
    </>
  );
}

function Kinds({ shown }: { shown: SecurityEventKind | null }) {
  return (
    <ul className="nhsuk-list">
      <li>{shown === null ? 'All events' : <a href={paths.security()}>All events</a>}</li>
      {securityEventKinds.map((kind) => (
        <li key={kind}>{kind === shown ? labels[kind] : <a href={paths.security({ kind })}>{labels[kind]}</a>}</li>
      ))}
    </ul>
  );
}

/** The person, the address that was tried, or both. */
function whoOf({ personName, account }: RecordedEvent): string {
  const known = [personName, account].filter((text) => text !== null && text !== '');
  return known.length === 0 ? 'Not known' : known.join(', ');
}
