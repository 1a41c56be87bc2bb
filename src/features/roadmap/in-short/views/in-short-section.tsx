import { DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import { formatDate } from '../../../../views/format.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { moneyInOneSentence } from '../../finance/views/money-by-table.tsx';
import { inShort } from '../in-short.ts';

interface InShortSectionProps {
  readonly document: RoadmapDocument;
}

/** The first screen of a roadmap: what it covers and where it goes, its money, what is live next, and the universal capabilities. */
export function InShortSection({ document }: InShortSectionProps) {
  const { sentences, money, next, capabilities } = inShort(document);
  const cost = money === null ? [] : [`The schedule costs ${moneyInOneSentence(money)}`];
  return (
    <section className="ldr-in-short" aria-labelledby="in-short">
      <h2 id="in-short">In short</h2>
      <p className="ldr-figure-note">As it stood on {formatDate(new Date(document.frozenAt))}.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {[...sentences, ...cost].map((sentence) => (
          <li key={sentence}>
            <span className="ldr-typed">{sentence}</span>
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <DataTable
          caption="What goes live next"
          rows={next}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: 'Deployment',
              isRowHeading: true,
              cell: ({ title }) => <span className="ldr-typed">{title}</span>,
            },
            { heading: 'Where', cell: ({ where }) => where },
            { heading: 'Live by', cell: ({ when }) => when },
          ]}
        />
      )}
      {capabilities.length > 0 && (
        <Details summary={`The ${capabilities.length} universal capabilities at a glance`}>
          <DataTable
            caption="Universal capabilities: where they are, where they are to be, and how far"
            captionIsHidden
            rows={capabilities}
            rowKey={({ id }) => id}
            columns={[
              { heading: 'Capability', isRowHeading: true, cell: ({ id, label }) => `${id}. ${label}` },
              { heading: 'Baseline', cell: ({ baseline }) => <Words words={baseline} /> },
              { heading: 'Last ambition', cell: ({ ambition }) => <Words words={ambition} /> },
              { heading: 'Deployments', cell: ({ state }) => state },
            ]}
          />
        </Details>
      )}
    </section>
  );
}

function Words({ words }: { readonly words: string }) {
  return words === '' ? <span className="ldr-nothing">Not stated</span> : <span className="ldr-typed">{words}</span>;
}
