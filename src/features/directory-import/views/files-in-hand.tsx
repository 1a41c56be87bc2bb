import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../views/format.ts';
import type { Upload } from '../uploads/upload.ts';
import { uploadStateLabels } from '../uploads/upload-state.ts';
import { totalOf } from './import-words.ts';

/** Files with which something is still to happen, and those refused of late; nothing where there are none. */
export function FilesInHand({ uploads }: { uploads: readonly Upload[] }) {
  return uploads.length === 0 ? null : (
    <DataTable
      caption="Files in hand"
      rows={uploads}
      rowKey={(row) => row.uploadId}
      empty=""
      columns={[
        {
          heading: 'File',
          isRowHeading: true,
          cell: (row) => <a href={paths.importUpload(row.uploadId)}>{row.fileName}</a>,
        },
        { heading: 'Of the day', cell: (row) => formatDate(row.datedOn) },
        { heading: 'Sent by', cell: (row) => row.uploadedByName ?? 'fetched from the registry' },
        { heading: 'State', cell: (row) => uploadStateLabels[row.state] },
        {
          heading: 'Differences',
          cell: (row) => (row.report === null ? '–' : formatNumber(totalOf(row.report.counts))),
        },
      ]}
    />
  );
}
