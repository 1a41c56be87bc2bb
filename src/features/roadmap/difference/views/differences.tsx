import { DataTable } from '../../../../views/data-table.tsx';
import { countOf } from '../../../../views/format.ts';
import type { DocumentDifferences, TextChange } from '../document-differences.ts';
import type { ChangedRow, SaidRow, TableDifference } from '../table-difference.ts';
import { countWords, type TextPiece } from '../text-difference.ts';

interface DifferencesProps {
  readonly differences: DocumentDifferences;
  /** What changed in figures, in sentences. */
  readonly figures: readonly string[];
}

/** What two documents say differently: in figures, then word by word in texts and cell by cell in tables. */
export function Differences({ differences, figures }: DifferencesProps) {
  const { membersJoined, membersLeft, texts, tables, unseen } = differences;
  const isSame = [membersJoined, membersLeft, texts, tables].every((changes) => changes.length === 0);
  const members = [
    ...membersJoined.map((name) => `${name} joined.`),
    ...membersLeft.map((name) => `${name} is no member any more.`),
  ];
  return (
    <>
      {isSame && (
        <p className="ldr-empty">
          {unseen.length === 0 ? 'Nothing differs.' : 'Nothing differs in what both editions hold.'}
        </p>
      )}
      {figures.length > 0 && <Sentences heading="In figures" sentences={figures} />}
      {members.length > 0 && <Sentences heading="Members" sentences={members} />}
      {texts.map((change) => (
        <TextChanged key={change.id} change={change} />
      ))}
      {tables.map((table) => (
        <TableChanged key={table.name} table={table} />
      ))}
      {unseen.length > 0 && (
        <p className="ldr-figure-note">Left out of an edition, so that it cannot be compared: {unseen.join('; ')}.</p>
      )}
    </>
  );
}

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  return (
    <>
      <h2>{heading}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function TextChanged({ change: { title, pieces } }: { readonly change: TextChange }) {
  return (
    <>
      <h2>{title}</h2>
      <p className="ldr-figure-note">
        {countOf(countWords(pieces, 'added'), 'word')} put in, {countWords(pieces, 'removed')} taken out.
      </p>
      <Pieces pieces={pieces} />
    </>
  );
}

/** So much of what stayed is shown on each side of a change. */
const AROUND = 160;

/** Said in words too, for whoever does not see the marks. */
function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return (
    <div className="ldr-difference nhsuk-body">
      {pieces.map(({ kind, text }, index) => {
        // Pieces have no name but their place, and never move.
        const key = `${index}`;
        if (kind === 'same') {
          return <span key={key}>{shortened(text, index > 0, index < pieces.length - 1)}</span>;
        }
        const [Mark, said] = kind === 'added' ? (['ins', 'put in'] as const) : (['del', 'taken out'] as const);
        return (
          <Mark key={key}>
            <span className="nhsuk-u-visually-hidden"> [{said}: </span>
            {text}
            <span className="nhsuk-u-visually-hidden">] </span>
          </Mark>
        );
      })}
    </div>
  );
}

/** What stayed, without its middle where that is long: the reader wants to see what changed. */
function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const [head, tail] = [hasBefore ? AROUND : 0, hasAfter ? AROUND : 0];
  return text.length <= head + tail + AROUND ? text : `${text.slice(0, head)} … ${text.slice(text.length - tail)}`;
}

function TableChanged({ table: { title, added, removed, changed } }: { readonly table: TableDifference }) {
  return (
    <>
      <h2>{title}</h2>
      {changed.map((row) => (
        <RowChanged key={row.called} row={row} />
      ))}
      <Rows heading="New" rows={added} />
      <Rows heading="Not there any more" rows={removed} />
    </>
  );
}

function RowChanged({ row: { called, cells } }: { readonly row: ChangedRow }) {
  return (
    <DataTable
      caption={called}
      rows={cells}
      rowKey={({ heading }) => heading}
      columns={[
        { heading: 'What', isRowHeading: true, cell: ({ heading }) => heading },
        { heading: 'Before', cell: ({ before }) => <Said text={before} /> },
        { heading: 'Now', cell: ({ after }) => <Said text={after} /> },
      ]}
    />
  );
}

function Said({ text }: { readonly text: string }) {
  return text === '' ? <span className="ldr-nothing">Nothing</span> : <span className="ldr-typed">{text}</span>;
}

function Rows({ heading, rows }: { readonly heading: string; readonly rows: readonly SaidRow[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{heading}</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {rows.map(({ called, cells }) => (
          <li key={called}>
            <strong>{called}</strong>
            {cells.map((cell) => (
              <span key={cell.heading} className="ldr-typed">
                {cell.heading}: {cell.text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
