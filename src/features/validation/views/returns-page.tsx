import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, inSentence, listInWords } from '../../../views/format.ts';
import { PaginationLinks } from '../../../views/pagination/pagination-links.tsx';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import type { Round } from '../../programme/index.ts';
import { moderationStateLabels } from '../../return-documents/index.ts';
import type { NamedReturn } from '../list-returns.ts';
import { type ReturnWait, returnWaitLabels } from '../returns-list.ts';
import { waitingInWords } from './review-words.ts';

interface ReturnsPageProps {
  readonly round: Round;
  readonly others: readonly Round[];
  /** What those on the list wait for; null for all that are not validated. */
  readonly wait: ReturnWait | null;
  readonly counts: readonly { readonly wait: ReturnWait; readonly count: number }[];
  readonly rows: readonly NamedReturn[];
  readonly current: number;
  readonly last: number;
}

const colours: Readonly<Record<ReturnWait, TagColour>> = {
  'to-validate': 'blue',
  'to-read': 'orange',
  'to-reply': 'yellow',
  validated: 'green',
};

/** What is signed in the regions of whoever asks, the oldest first, and what each return waits for. */
export function ReturnsPage({ round, others, wait, counts, rows, current, last }: ReturnsPageProps) {
  const hrefOf = (change: Record<string, string>) =>
    paths.signedReturns({ round: round.id, wait: wait ?? '', ...change });
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">
          {round.label}
          <span className="nhsuk-u-visually-hidden">: </span>
        </span>
        Signed returns
      </h1>
      <ul>
        <li>
          <Choice isShown={wait === null} href={hrefOf({ wait: '' })} text="All that are not validated" />
        </li>
        {counts.map(({ wait: each, count }) => (
          <li key={each}>
            <Choice
              isShown={wait === each}
              href={hrefOf({ wait: each })}
              text={`${returnWaitLabels[each]}: ${count}`}
            />
          </li>
        ))}
      </ul>
      <DataTable
        caption={wait === null ? 'Not validated yet, the oldest first' : `${returnWaitLabels[wait]}, the oldest first`}
        columns={[
          { heading: 'Organisation', cell: (row) => <Organisation row={row} round={round} />, isRowHeading: true },
          { heading: 'Region', cell: ({ regions }) => listInWords(regions) || 'None recorded' },
          { heading: 'Signed', cell: ({ signedAt }) => formatDate(signedAt) },
          { heading: 'State', cell: (row) => <State row={row} /> },
          { heading: 'Moderation', cell: (row) => <Moderation row={row} round={round} /> },
        ]}
        rows={rows}
        rowKey={({ assessmentId }) => assessmentId}
        empty={
          wait === null ? 'None. A return appears here as soon as an organisation of your region signs it.' : 'None.'
        }
      />
      <PaginationLinks current={current} last={last} hrefOf={(page) => hrefOf({ page: String(page) })} />
      {others.map(({ id, label }) => (
        <p key={id}>
          <a href={paths.signedReturns({ round: id })}>Signed returns of “{label}”</a>
        </p>
      ))}
    </>
  );
}

function Choice({ isShown, href, text }: { readonly isShown: boolean; readonly href: string; readonly text: string }) {
  return isShown ? <strong>{text}</strong> : <a href={href}>{text}</a>;
}

function Organisation({ row, round }: { readonly row: NamedReturn; readonly round: Round }) {
  const { addressKey, name, setting } = row;
  return (
    <a href={paths.queries(addressKey, round.id, setting?.id)}>
      {setting === null ? name : `${name} (${inSentence(setting.label)})`}
    </a>
  );
}

/** Of what is not checked no link stands there: most is not. */
function Moderation({ row: { moderation, addressKey, setting }, round }: Parameters<typeof Organisation>[0]) {
  const label = moderationStateLabels[moderation];
  return moderation === 'unchecked' ? label : <a href={paths.moderation(addressKey, round.id, setting?.id)}>{label}</a>;
}

function State({ row: { wait, openQueries, validatedAt } }: { readonly row: NamedReturn }) {
  return (
    <>
      <Tag text={returnWaitLabels[wait]} colour={colours[wait]} />
      {openQueries.length > 0 && <span className="ldr-meaning">{waitingInWords(openQueries)}</span>}
      {validatedAt !== null && <span className="ldr-meaning">{formatDate(validatedAt)}</span>}
    </>
  );
}
