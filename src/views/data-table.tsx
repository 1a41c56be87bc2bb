import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The column that names the row; its cells are row headings. */
  readonly isRowHeading?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly captionIsHidden?: boolean;
  /** Shown instead of an empty table. */
  readonly empty?: string;
}

/** A table that becomes a list of cards on a phone; every cell repeats its heading there. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) {
    return <p className="ldr-empty">{props.empty}</p>;
  }
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className={props.captionIsHidden === true ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
        {props.caption}
      </caption>
      <thead className="ldr-table__head" role="rowgroup">
        <tr role="row">
          {props.columns.map((column) => (
            <th key={column.heading} role="columnheader" scope="col" {...numericClass(column, 'header')}>
              {column.heading}
            </th>
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
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {column.heading}{' '}
      </span>
      {column.cell(row)}
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
