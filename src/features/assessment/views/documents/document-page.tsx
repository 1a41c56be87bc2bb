import { DataTable } from '../../../../views/data-table.tsx';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { CheckNumberText } from '../../../../views/text/check-number-text.tsx';
import { PageHead } from '../page-head.tsx';
import type { DocumentView } from './document-view.ts';
import { SignedAnswers } from './signed-answers.tsx';

interface DocumentPageProps {
  readonly view: DocumentView;
  /** The same as a file. */
  readonly file: string;
  readonly history: string;
  /** How it was checked from outside; null for whoever does not read that. */
  readonly moderation: ModerationNote | null;
}

export interface ModerationNote {
  readonly state: string;
  readonly href: string;
}

/** One document that was put to be signed, as it was then. */
export function DocumentPage({ view, file, history, moderation }: DocumentPageProps) {
  const checked =
    moderation === null ? [] : [{ key: 'Moderation', value: <a href={moderation.href}>{moderation.state}</a> }];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageHead organisation={view.organisation} title="As it was put to be signed" />
        <p>This is the document as it was frozen. What was answered afterwards is not in it.</p>
        <SummaryList rows={[...view.facts, ...checked]} />
        <h2>Check number</h2>
        <p>
          <CheckNumberText digest={view.digest} />
        </p>
        <p>
          <a href={file}>Download the document (JSON)</a>
        </p>
        <h2>Scores</h2>
        <DataTable
          caption={`Scores of ${view.organisation} in this document`}
          captionIsHidden
          columns={[
            { heading: 'Part', cell: ({ label }) => label, isRowHeading: true },
            { heading: 'Score', cell: ({ score }) => score, numeric: true },
            { heading: 'Rests on', cell: ({ basis }) => basis },
          ]}
          rows={view.scores}
          rowKey={({ id }) => id}
        />
        <h2>Answers</h2>
        {view.sections.map(({ title, answers }) => (
          <section key={title}>
            <h3>{title}</h3>
            <SignedAnswers answers={answers} />
          </section>
        ))}
        <h2>Declaration</h2>
        <div className="nhsuk-inset-text">
          <p>{view.declaration}</p>
        </div>
        <p>
          <a href={history}>See every time it was put to be signed</a>
        </p>
      </div>
    </div>
  );
}
