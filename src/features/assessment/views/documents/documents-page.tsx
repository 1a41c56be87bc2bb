import { checkNumber } from '../../../../platform/canonical-json.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { sentenceStart } from '../../../../views/format.ts';
import type { PutToSign } from '../../../return-documents/index.ts';
import { PageHead } from '../page-head.tsx';
import { byWhomAndWhen } from '../stamp-words.ts';
import { whatBecameOf } from './document-view.ts';

interface DocumentsPageProps {
  readonly organisation: string;
  /** The last one first. */
  readonly documents: readonly PutToSign[];
  readonly isWaiting: boolean;
  readonly isSubmitted: boolean;
  readonly href: (digest: string) => string;
  readonly list: string;
}

/** Every time that an assessment was put to be signed, what became of it, and its document. */
export function DocumentsPage({ organisation, documents, isWaiting, isSubmitted, href, list }: DocumentsPageProps) {
  const outcome = (each: PutToSign) => whatBecameOf(each, isWaiting && each === documents[0]);
  return (
    <>
      <PageHead organisation={organisation} title="What was put to be signed" />
      {documents.length === 0 ? (
        <p>
          {isSubmitted
            ? 'This was signed before documents were kept, so there is none.'
            : 'No document is kept: nothing was put to be signed since they are.'}
        </p>
      ) : (
        <DataTable
          caption="Documents"
          columns={[
            {
              heading: 'Asked for',
              cell: (row) => sentenceStart(byWhomAndWhen({ personName: row.frozenBy, at: row.frozenAt })),
              isRowHeading: true,
            },
            { heading: 'What became of it', cell: outcome },
            { heading: 'Check number', cell: (row) => checkNumber(row.digest) },
            {
              heading: 'Document',
              cell: (row) => <a href={href(row.digest)}>Read {checkNumber(row.digest).slice(0, 4)}</a>,
            },
          ]}
          rows={documents}
          rowKey={(row) => row.digest}
        />
      )}
      <p>
        <a href={list}>Back to the assessment</a>
      </p>
    </>
  );
}
