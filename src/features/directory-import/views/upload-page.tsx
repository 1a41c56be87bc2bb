import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import {
  differenceKinds,
  differenceWords,
  type FileDifference,
  type FileDifferenceKind,
} from '../take-in/difference-words.ts';
import type { KindOfUpload } from '../uploads/file-kind.ts';
import type { Upload, UploadReport } from '../uploads/upload.ts';
import { isInWork } from '../uploads/upload-state.ts';
import { DecisionForms } from './decision-forms.tsx';
import { FaultTable } from './fault-table.tsx';
import { totalOf, withDaysInWords } from './import-words.ts';
import { noteOf, sentWords, stateWords } from './upload-words.ts';

/** How far a file has come, what it would change, kind by kind, and what can be decided of it now. */
export function UploadPage({ title, upload, kind }: { title: string; upload: Upload; kind: KindOfUpload }) {
  const note = noteOf(upload);
  return (
    <>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { key: 'Kind', value: kind.label },
          ...kind.said,
          { key: 'Of the day', value: formatDate(upload.datedOn) },
          ...(upload.report === null ? [] : [{ key: 'Rows', value: formatNumber(upload.report.rowCount) }]),
          { key: 'Sent', value: sentWords(upload) },
          { key: 'State', value: stateWords(upload) },
        ]}
      />
      {note !== null && <p>{note}</p>}
      {isInWork(upload.state) && (
        <p>
          <a href={paths.importUpload(upload.uploadId)}>See how far it has come</a>. You can leave this page: the work
          goes on.
        </p>
      )}
      {upload.faults !== null && <FaultTable faults={upload.faults} />}
      {upload.report !== null && <ReportSection uploadId={upload.uploadId} report={upload.report} />}
      <DecisionForms upload={upload} newHref={kind.newHref} />
    </>
  );
}

function ReportSection({ uploadId, report }: { uploadId: string; report: UploadReport }) {
  const total = totalOf(report.counts);
  return (
    <>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <AbsentNote report={report} />
      <h2>Differences</h2>
      {total === 0 ? (
        <p>None: all of it is on record.</p>
      ) : (
        <>
          <p>
            {countOf(total, 'difference')}. <a href={paths.importDifferences(uploadId)}>Download all of them (CSV)</a>
          </p>
          {report.counts.contradicted !== undefined && (
            <p>
              What contradicts the directory waits under <a href={paths.contradictions()}>Contradictions</a> once the
              file is brought in, until somebody decides.
            </p>
          )}
          {differenceKinds.map((kind) => (
            <KindTable key={kind} kind={kind} report={report} />
          ))}
        </>
      )}
    </>
  );
}

function AbsentNote({ report: { absent } }: { report: UploadReport }) {
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

function KindTable({ kind, report }: { kind: FileDifferenceKind; report: UploadReport }) {
  const count = report.counts[kind] ?? 0;
  if (count === 0) {
    return null;
  }
  const rows = report.shown.filter((difference) => difference.kind === kind);
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
        { heading: 'Known', cell: (row) => withDaysInWords(row.before) || '–' },
        { heading: 'In the file', cell: (row) => afterWords(row) },
        { heading: 'Row', cell: (row) => row.row ?? '–' },
      ]}
    />
  );
}

function afterWords({ after, isPast }: FileDifference): string {
  const words = withDaysInWords(after);
  return isPast ? `${words} (in the past: a newer source stands)` : words;
}
