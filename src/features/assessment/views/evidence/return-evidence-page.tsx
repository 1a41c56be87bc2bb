import { DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import { SummaryList, type SummaryRow } from '../../../../views/summary-list.tsx';
import { Tag } from '../../../../views/tag.tsx';
import { PageHead } from '../page-head.tsx';
import { EvidenceFacts, EvidenceName } from './evidence-parts.tsx';
import type { EvidenceLine } from './evidence-view.ts';

export interface UsedLine extends EvidenceLine {
  readonly uses: readonly {
    readonly questionId: string;
    readonly href: string;
    readonly page: string;
    readonly isAnswered: boolean;
  }[];
}

export interface UnusedLine extends EvidenceLine {
  /** Where else it stands; empty where it stands nowhere. */
  readonly elsewhere: string;
}

export interface ReturnEvidenceView {
  readonly organisation: string;
  readonly facts: readonly SummaryRow[];
  readonly used: readonly UsedLine[];
  readonly unused: readonly UnusedLine[];
  /** Questions that are answered and rest on nothing. */
  readonly without: readonly { readonly label: string; readonly href: string }[];
  readonly list: string;
}

/** All evidence of an organisation, as one of its returns uses it. */
export function ReturnEvidencePage({ view }: { view: ReturnEvidenceView }) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <PageHead organisation={view.organisation} title="Evidence" />
          <p>
            Files and links that answers rest on. They belong to the organisation and can be used again in every round.
            Only people with a role in it read them; they are never published.
          </p>
          <SummaryList rows={view.facts} />
        </div>
      </div>
      <DataTable
        caption="Used in this return"
        columns={[
          { heading: 'Evidence', cell: (line) => <EvidenceName line={line} />, isRowHeading: true },
          { heading: 'What it is', cell: (line) => <EvidenceFacts line={line} /> },
          { heading: 'Used for', cell: (line) => <UsedFor line={line} /> },
        ]}
        rows={view.used}
        rowKey={({ id }) => id}
        empty="No answer of this return rests on evidence yet. Open a section and choose “Save and add evidence” under a question."
      />
      {view.unused.length > 0 && (
        <DataTable
          caption="Here, but not used in this return"
          columns={[
            { heading: 'Evidence', cell: (line) => <EvidenceName line={line} />, isRowHeading: true },
            { heading: 'What it is', cell: (line) => <EvidenceFacts line={line} /> },
            { heading: 'Used elsewhere', cell: (line) => line.elsewhere || 'Nowhere' },
          ]}
          rows={view.unused}
          rowKey={({ id }) => id}
        />
      )}
      {view.without.length > 0 && (
        <Details summary={`Answers that rest on nothing (${view.without.length})`}>
          <ul>
            {view.without.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <a href={view.list}>Back to the list of sections</a>
      </p>
    </>
  );
}

function UsedFor({ line: { uses } }: { line: UsedLine }) {
  return (
    <>
      {uses.map(({ questionId, href, page, isAnswered }) => (
        <div key={questionId}>
          <a href={href}>{questionId}</a>
          {page !== '' && `, ${page}`}
          {!isAnswered && (
            <>
              {' '}
              <Tag text="No answer yet" colour="yellow" />
            </>
          )}
        </div>
      ))}
    </>
  );
}
