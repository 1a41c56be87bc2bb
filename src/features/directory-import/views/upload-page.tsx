import { paths } from '../../../paths.ts';
import { SubmitButton } from '../../../views/button.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { Form } from '../../../views/form.tsx';
import { countOf, formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import { type Difference, type DifferenceKind, differenceKinds, differenceWords } from '../../directory/index.ts';
import type { Finding, Upload } from '../upload.ts';
import { labelOfLayout, totalOf } from './import-words.ts';

/** What a file would change, kind by kind, and the decision. */
export function UploadPage({ upload }: { upload: Upload }) {
  const { finding } = upload;
  const total = totalOf(finding.counts);
  return (
    <>
      <h1>
        What {upload.fileName} {upload.state === 'imported' ? 'changed' : 'would change'}
      </h1>
      <SummaryList
        rows={[
          { key: 'Kind', value: labelOfLayout(upload.layout) },
          { key: 'Of the day', value: formatDate(upload.datedOn) },
          { key: 'Rows', value: formatNumber(finding.rowCount) },
          { key: 'Sent', value: `${formatDate(upload.uploadedAt)} by ${upload.uploadedByName}` },
          { key: 'State', value: stateWords(upload) },
        ]}
      />
      {finding.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <AbsentNote finding={finding} />
      <h2>Differences</h2>
      {total === 0 ? (
        <p>None: the directory knows all of it.</p>
      ) : (
        <>
          <p>
            {countOf(total, 'difference')}.{' '}
            <a href={paths.importDifferences(upload.uploadId)}>Download all of them (CSV)</a>
          </p>
          {differenceKinds.map((kind) => (
            <KindTable key={kind} kind={kind} finding={finding} />
          ))}
        </>
      )}
      {upload.state === 'waiting' && <DecisionForms upload={upload} />}
    </>
  );
}

function stateWords({ state, decidedByName, decidedAt }: Upload): string {
  if (state === 'waiting' || decidedAt === null) {
    return 'Waiting to be decided on: nothing is changed yet';
  }
  const what = state === 'imported' ? 'Brought in' : 'Put aside';
  return `${what} on ${formatDate(decidedAt)} by ${decidedByName ?? 'somebody'}`;
}

function AbsentNote({ finding: { absent } }: { finding: Finding }) {
  if (absent.total === 0) {
    return null;
  }
  const more = absent.total > absent.codes.length ? `, and ${absent.total - absent.codes.length} more` : '';
  return (
    <p>
      {countOf(absent.total, 'organisation')} of earlier files of this kind {absent.total === 1 ? 'is' : 'are'} not in
      this one, though not known to be closed: {listInWords(absent.codes)}
      {more}. They stay as they are.
    </p>
  );
}

function KindTable({ kind, finding }: { kind: DifferenceKind; finding: Finding }) {
  const count = finding.counts[kind] ?? 0;
  if (count === 0) {
    return null;
  }
  const rows = finding.shown.filter((difference) => difference.kind === kind);
  const shown =
    count > rows.length ? `, the first ${rows.length} of ${formatNumber(count)}` : `: ${formatNumber(count)}`;
  return (
    <DataTable
      caption={`${differenceWords[kind]}${shown}`}
      rows={rows}
      rowKey={(row) => `${row.code} ${row.after} ${row.row}`}
      empty=""
      columns={[
        { heading: 'Code', isRowHeading: true, cell: (row) => row.code },
        { heading: 'Organisation', cell: (row) => row.name },
        { heading: 'Known', cell: (row) => row.before || '–' },
        { heading: 'In the file', cell: (row) => afterWords(row) },
        { heading: 'Row', cell: (row) => row.row ?? '–' },
      ]}
    />
  );
}

function afterWords({ after, isPast }: Difference): string {
  return isPast ? `${after} (in the past: a newer source stands)` : after;
}

function DecisionForms({ upload: { uploadId } }: { upload: Upload }) {
  return (
    <>
      <h2>Decide</h2>
      <p>All of it is brought in, or nothing. What it replaces stays in the history of each organisation.</p>
      <Form action={paths.importDecision(uploadId)}>
        <input type="hidden" name="decision" value="import" />
        <SubmitButton>Bring it in</SubmitButton>
      </Form>
      <Form action={paths.importDecision(uploadId)}>
        <input type="hidden" name="decision" value="withdraw" />
        <SubmitButton secondary={true}>Put it aside</SubmitButton>
      </Form>
    </>
  );
}
