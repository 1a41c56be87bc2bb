import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { Tag } from '../../../views/tag.tsx';
import { PageHead } from '../../assessment/index.ts';
import { fewestShown, type Poll, type PollState } from '../../polls/index.ts';
import { stateLabels, votedInWords } from './poll-words.ts';

export interface PollLine {
  readonly poll: Poll;
  readonly state: PollState;
  readonly href: string;
  readonly section: string;
}

interface PollsPageProps {
  readonly organisation: string;
  readonly lines: readonly PollLine[];
  /** Sections that a poll can be opened on; null for whoever opens none, and why none can be opened now. */
  readonly offered: readonly { readonly title: string; readonly href: string }[] | null;
  /** Where the survey of staff is opened; null where none can be. */
  readonly survey: string | null;
  readonly whyNone: string | null;
  readonly list: string;
}

/** Every poll of an assessment, and the way to open one. */
export function PollsPage({ organisation, lines, offered, survey, whyNone, list }: PollsPageProps) {
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <PageHead organisation={organisation} title="Polls of colleagues" />
          <p>
            Ask any number of colleagues what they would answer, with an account or without. Each has a link that takes
            their answers once and without their name. What they say helps you to agree on an answer: it is not scored
            and is no part of what is signed.
          </p>
          <p>
            People of your organisation see how the answers spread, once the poll is closed and at least {fewestShown}{' '}
            answered. Nobody else does, also after signing.
          </p>
        </div>
      </div>
      <DataTable
        caption="Polls"
        columns={[
          { heading: 'Section', cell: ({ section, href }) => <a href={href}>{section}</a>, isRowHeading: true },
          { heading: 'Questions', cell: ({ poll }) => poll.questions.map(({ questionId }) => questionId).join(', ') },
          {
            heading: 'State',
            cell: ({ state }) => <Tag text={stateLabels[state].text} colour={stateLabels[state].colour} />,
          },
          { heading: 'Last day', cell: ({ poll }) => formatDate(poll.runsUntil) },
          { heading: 'Answered', cell: ({ poll, state }) => votedInWords(poll, state) },
        ]}
        rows={lines}
        rowKey={({ poll }) => poll.pollId}
        empty="There are none yet."
      />
      {offered !== null && offered.length > 0 && (
        <section aria-labelledby="open-poll">
          <h2 className="nhsuk-heading-m" id="open-poll">
            Open a poll
          </h2>
          <p>Choose the section whose questions you want to ask about.</p>
          <ul>
            {offered.map(({ title, href }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {survey !== null && (
        <section aria-labelledby="open-survey">
          <h2 className="nhsuk-heading-m" id="open-survey">
            Ask everybody on the staff
          </h2>
          <p>
            <a href={survey}>Open the short survey of staff</a>: a handful of questions, one address for everybody, on
            paper as a code to scan too.
          </p>
        </section>
      )}
      {whyNone !== null && <p>{whyNone}</p>}
      <p>
        <a href={list}>Back to the list of sections</a>
      </p>
    </>
  );
}
