import { DataTable } from '../../../views/data-table.tsx';
import { countOf } from '../../../views/format.ts';
import type { Taking } from '../contradictions/read-taking.ts';
import { differenceWords } from '../take-in/difference-words.ts';
import { withDaysInWords } from './import-words.ts';

/** What taking would change, and what would follow from it for those who agreed to something. */
export function TakingSection({ taking }: { readonly taking: Taking }) {
  if (taking.kind === 'does-not-hold') {
    return null;
  }
  if (taking.kind === 'busy') {
    return (
      <p className="nhsuk-inset-text">
        The directory is being changed just now, by a file or by somebody else. Load this page again in a moment to see
        what taking it would change.
      </p>
    );
  }
  return (
    <>
      <h3>If you take what the file says</h3>
      <DataTable
        caption="What changes in the directory"
        rows={taking.differences}
        rowKey={({ kind, before, after }) => `${kind} ${before} ${after}`}
        columns={[
          { heading: 'Change', isRowHeading: true, cell: ({ kind }) => differenceWords[kind] },
          { heading: 'Now', cell: ({ before }) => withDaysInWords(before) || 'Not recorded' },
          { heading: 'Then', cell: ({ after }) => withDaysInWords(after) || 'Not recorded' },
          { heading: 'Row of the file', numeric: true, cell: ({ row }) => row ?? 'Not known' },
        ]}
      />
      <Consequences {...taking} />
    </>
  );
}

function Consequences({ footprints, takenBack }: Extract<Taking, { readonly kind: 'holds' }>) {
  if (footprints.length === 0 && takenBack.length === 0) {
    return <p>No footprint has other members by it, so no agreement lapses and no e-mail is sent.</p>;
  }
  return (
    <>
      <p>What follows from it:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {footprints.map(({ name, change }) => (
          <li key={name}>
            {name} has other members: {change}.
          </li>
        ))}
        {takenBack.map(({ what, name, lapsedCount }) => (
          <li key={`${what} ${name}`}>
            {what.charAt(0).toUpperCase() + what.slice(1)} of {name} goes back to be changed,{' '}
            {lapsedCount === 0
              ? 'on which nobody has decided yet'
              : `and ${countOf(lapsedCount, 'decision on it lapses', 'decisions on it lapse')}`}
            .
          </li>
        ))}
      </ul>
      <p>
        {takenBack.length === 0
          ? 'No agreement waits for decisions there, so none lapses and no e-mail is sent.'
          : 'E-mails tell those who write it, and those whose decisions lapse.'}
      </p>
    </>
  );
}
