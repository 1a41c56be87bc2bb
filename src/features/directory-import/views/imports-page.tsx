import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import type { RegistryState } from '../fetch/registry-state.ts';
import type { ImportRow } from '../take-in/import-repository.ts';
import type { Upload } from '../uploads/upload.ts';
import { FilesInHand } from './files-in-hand.tsx';
import { labelOfLayout, totalOf } from './import-words.ts';
import { RegistrySection } from './registry-section.tsx';

interface Props {
  /** Of the directory, with which something is still to happen, and those refused of late. */
  readonly uploads: readonly Upload[];
  readonly imports: readonly ImportRow[];
  readonly registry: RegistryState;
  /** How many contradictions wait for a decision. */
  readonly contradictions: number;
}

/** Which files made the directory what it is, and which are in hand. */
export function ImportsPage({ uploads, imports, registry, contradictions }: Props) {
  return (
    <>
      <h1>Directory files</h1>
      <p>
        Files of the Organisation Data Service keep the directory true: who opened, closed, moved, or is called
        something else. A file changes nothing before somebody has read what it would change and confirmed it.
      </p>
      <ButtonLink href={paths.newImport()}>Bring in a file</ButtonLink>
      <p>
        <a href={paths.contradictions()}>Contradictions</a>:{' '}
        {contradictions === 0
          ? 'none waits for a decision.'
          : `${countOf(contradictions, 'waits', 'wait')} for a decision.`}
      </p>
      <FilesInHand uploads={uploads} />
      <RegistrySection state={registry} />
      <DataTable
        caption="Files brought in, newest first"
        rows={imports}
        rowKey={(row) => row.importId}
        empty="No file has been brought in yet: the directory holds the facts that come with the service."
        columns={[
          { heading: 'File', isRowHeading: true, cell: (row) => row.fileName },
          { heading: 'Kind', cell: (row) => labelOfLayout(row.layout) },
          { heading: 'Of the day', cell: (row) => formatDate(row.datedOn) },
          { heading: 'Brought in', cell: (row) => formatDate(row.importedAt) },
          { heading: 'By', cell: (row) => row.importedByName ?? 'the command line' },
          { heading: 'Rows', cell: (row) => countOf(row.rowCount, 'row') },
          { heading: 'Differences', cell: (row) => formatNumber(totalOf(row.counts)) },
        ]}
      />
    </>
  );
}
