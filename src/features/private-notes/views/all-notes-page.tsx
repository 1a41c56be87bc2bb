import type { ReactNode } from 'react';
import { DataTable } from '../../../views/data-table.tsx';
import { Tag } from '../../../views/tag.tsx';
import { PageHead } from '../../assessment/index.ts';

export interface ThreadLine {
  readonly id: string;
  readonly question: string;
  readonly href: string;
  readonly isOpen: boolean;
  /** Where it was begun; empty where that goes without saying. */
  readonly begunFor: string;
  /** How the first note begins. */
  readonly beginning: string;
  /** Who added to it last, and when. */
  readonly last: string;
  /** Those who are mentioned, can read it still and have not written since. */
  readonly waitsFor: string;
}

interface AllNotesPageProps {
  readonly organisation: string;
  readonly lines: readonly ThreadLine[];
  readonly list: string;
  /** The threads about what the organisation answers for no more; null where there are none. */
  readonly leftOut: ReactNode | null;
}

/** Every thread of private notes about one assessment. */
export function AllNotesPage({ organisation, lines, list, leftOut }: AllNotesPageProps) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <PageHead organisation={organisation} title="Private notes" />
          <p>
            What people of your organisation tell each other about its answers. Nobody else reads it, also after
            signing, and it is never published.
          </p>
        </div>
      </div>
      <DataTable
        caption="Threads, open ones first"
        columns={[
          {
            heading: 'Question',
            cell: ({ question, href, beginning }) => (
              <a href={href}>
                {question}
                <span className="nhsuk-u-visually-hidden">: {beginning}</span>
              </a>
            ),
            isRowHeading: true,
          },
          {
            heading: 'Begins',
            cell: ({ beginning, begunFor }) => (
              <>
                {beginning}
                {begunFor !== '' && <span className="ldr-meaning">{begunFor}</span>}
              </>
            ),
          },
          {
            heading: 'State',
            cell: ({ isOpen }) => <Tag text={isOpen ? 'Open' : 'Resolved'} colour={isOpen ? 'blue' : 'grey'} />,
          },
          { heading: 'Waits for', cell: ({ waitsFor }) => waitsFor || 'Nobody' },
          { heading: 'Last added to', cell: ({ last }) => last },
        ]}
        rows={lines}
        rowKey={({ id }) => id}
        empty="There are none yet. Open a section and choose “Save and open private notes” under a question."
      />
      {leftOut !== null && (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <h2 className="nhsuk-heading-m">About what you no longer answer for</h2>
            <p>
              These notes are about a care setting that your organisation has left out, or a question that was asked
              there alone. They are kept to be read, take no reply and wait for nobody. Once it is answered for again
              they are back in the list above.
            </p>
            {leftOut}
          </div>
        </div>
      )}
      <p>
        <a href={list}>Back to the list of sections</a>
      </p>
    </>
  );
}
