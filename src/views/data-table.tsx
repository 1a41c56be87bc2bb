import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

/** A column the list can be sorted by, with a link that needs no script. */
export interface ColumnSort {
  /** Where the link leads: to this order, or, where the list is in it already, to its reverse. */
  readonly href: string;
  /** How the list is sorted by this column now; null where it is sorted by another. */
  readonly current: SortDirection | null;
}

export interface Column<Row> {
  readonly heading: string;
  /** Pieces that stand together: on a phone, heading and cell are side by side, and the cell is one block. */
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The column that names the row; its cells are row headings. */
  readonly isRowHeading?: boolean;
  readonly sort?: ColumnSort;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly captionIsHidden?: boolean;
  /** Shown instead of an empty table. */
  readonly empty?: string;
  /** Up to which screen it is a list of cards; when left out, up to a tablet only for many columns. */
  readonly cardsOn?: 'phone' | 'tablet';
  /** Of many columns of figures, which stand close to find room beside each other. */
  readonly isClose?: boolean;
}

/** So many columns have room side by side on a tablet held upright, whatever is in them. */
const MOST_ON_A_TABLET = 5;

/**
 * A table that becomes a list of cards on a phone, and one of many columns on a tablet too; every cell repeats its heading
 * there. Sorting, where columns offer it, is by links: in the headings, and in a line above the cards, which have none.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) {
    return <p className="ldr-empty">{props.empty}</p>;
  }
  const cardsOn = props.cardsOn ?? (props.columns.length <= MOST_ON_A_TABLET ? 'phone' : 'tablet');
  return (
    <div
      className={`ldr-table${cardsOn === 'phone' ? ' ldr-table--narrow' : ''}${props.isClose === true ? ' ldr-table--close' : ''}`}
    >
      <SortLine columns={props.columns} />
      <table className="nhsuk-table-responsive" role="table">
        <caption className={props.captionIsHidden === true ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
          {props.caption}
        </caption>
        <thead className="ldr-table__head" role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <Heading key={column.heading} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} role="row" className="nhsuk-table__row">
              {props.columns.map((column) => (
                <Cell key={column.heading} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  const { heading, sort } = column;
  const direction = sort?.current ?? null;
  return (
    <th
      role="columnheader"
      scope="col"
      {...numericClass(column, 'header')}
      {...(direction === null ? {} : { 'aria-sort': direction })}
    >
      {sort === undefined ? (
        heading
      ) : (
        <>
          <a className="ldr-sort" href={sort.href}>
            {heading}
            <SortMark direction={direction} />
          </a>
          <span className="ldr-sort__text">{heading}</span>
        </>
      )}
    </th>
  );
}

/** Above the cards; hidden where the headings are seen, whose links do the same. */
function SortLine<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const sorted = columns.flatMap(({ heading, sort }) => (sort === undefined ? [] : [{ heading, ...sort }]));
  if (sorted.length === 0) {
    return null;
  }
  return (
    <nav className="ldr-sort-line" aria-label="Sort">
      <span aria-hidden="true">Sort by</span>
      <ul>
        {sorted.map(({ heading, href, current }) => (
          <li key={heading}>
            <a href={href} {...(current === null ? {} : { 'aria-current': true })}>
              {heading}
              {current !== null && (
                <>
                  <span className="nhsuk-u-visually-hidden">, {current}</span>
                  <SortMark direction={current} />
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SortMark({ direction }: { direction: SortDirection | null }) {
  const marks = { ascending: '▲', descending: '▼' };
  return (
    <span className="ldr-sort__mark" aria-hidden="true">
      {direction === null ? '↕' : marks[direction]}
    </span>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {column.heading}{' '}
      </span>
      <div className="ldr-cell">{column.cell(row)}</div>
    </>
  );
  return column.isRowHeading === true ? (
    <th role="rowheader" scope="row" {...numericClass(column, 'cell')}>
      {content}
    </th>
  ) : (
    <td role="cell" {...numericClass(column, 'cell')}>
      {content}
    </td>
  );
}

function numericClass<Row>(column: Column<Row>, part: 'header' | 'cell') {
  const base = part === 'header' ? 'nhsuk-table__header' : 'nhsuk-table__cell';
  return { className: column.numeric === true ? `${base} ${base}--numeric` : base };
}
