import { paths } from '../../../paths.ts';
import type { ListWindow } from '../../../platform/page.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import { SelectField } from '../../../views/forms/fields.tsx';
import { pageCount } from '../../../views/pagination/pagination.ts';
import { ListSteps } from '../../../views/pagination/pagination-links.tsx';
import { DataSources, type Source, StandingKey, StatusNote, standingWord, typeOf } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { ChangePeriod } from '../changes/change-period.ts';
import { type ChangeLine, changeKinds } from '../changes/changes.ts';
import type { TypeChanges } from '../changes/nation-summary.ts';
import { changeDay, changedHref, changeLabels, changeWords } from './change-words.tsx';
import { ChangesForm, PeriodErrors } from './changes-form.tsx';

/** On a phone each is a card of its own. */
export const CHANGES_A_PAGE = 25;

export interface NationChangesPageProps {
  readonly pack: ProgrammePack;
  readonly period: ChangePeriod;
  /** Chosen type or kind and sort of change; empty for all. */
  readonly filter: { readonly type: string; readonly change: string };
  readonly summary: readonly TypeChanges[];
  readonly list: ListWindow<ChangeLine>;
  /** What stands for a line in an address. */
  readonly keyOf: (line: ChangeLine) => string;
  readonly total: number;
  readonly page: number;
  readonly sources: readonly Source[];
}

/** What is different in the whole directory between two days. */
export function NationChangesPage(props: NationChangesPageProps) {
  const { period, summary } = props;
  return (
    <>
      <PeriodErrors period={period} />
      <h1>What changed between two days</h1>
      <p>
        How the directory of England differs from one day to another: which footprints, areas and organisations came,
        went, or were called something else.
      </p>
      <ChangesForm action={paths.changes()} period={period}>
        <FilterFields {...props} />
      </ChangesForm>
      {period.errors.length === 0 && (
        <>
          <section aria-labelledby="by-type">
            <h2 id="by-type">
              {formatDate(period.from)} to {formatDate(period.to)}
            </h2>
            <Summary {...props} rows={summary} />
          </section>
          <Changes {...props} />
          <DataSources sources={props.sources} />
        </>
      )}
    </>
  );
}

/** Types of which there is something on either day, and the one that was asked for. */
function FilterFields({ pack, filter, summary, period }: NationChangesPageProps) {
  const isOffered = (id: string) =>
    period.errors.length > 0 || id === filter.type || summary.some(({ typeId }) => typeId === id);
  const offered = [...pack.areaKinds, ...pack.organisationTypes].filter(({ id }) => isOffered(id));
  const kinds = offered.map(({ id, labelPlural }) => ({
    value: id,
    label: labelPlural,
  }));
  const changes = changeKinds
    .filter((kind) => kind !== 'joined' && kind !== 'left' && kind !== 'role-changed')
    .map((kind) => ({ value: kind, label: changeLabels[kind] }));
  return (
    <>
      <SelectField name="type" label="Type" choices={kinds} value={filter.type} placeholder="All types" />
      <SelectField name="change" label="Change" choices={changes} value={filter.change} placeholder="All changes" />
    </>
  );
}

/** Of types of which nothing changed only how many there are, folded away. */
function Summary({ rows, period, pack }: NationChangesPageProps & { rows: readonly TypeChanges[] }) {
  const isChanged = ({ opened, ended, retyped, renamed }: TypeChanges) =>
    opened > 0 || ended > 0 || retyped !== 0 || renamed > 0;
  const unchanged = rows.filter((row) => !isChanged(row));
  const listHref = (type: string, change: string) =>
    paths.changes({ from: period.from, to: period.to, type, change }, 'changes');
  const counted = (row: TypeChanges, number: number, change: string) =>
    number === 0 ? '0' : <a href={listHref(row.typeId, change)}>{formatNumber(number)}</a>;
  return (
    <>
      <DataTable
        caption="How many there were, came, went and were left, by type"
        rows={rows.filter(isChanged)}
        rowKey={summaryKey}
        empty={rows.length === 0 ? 'Nothing is recorded on either day.' : 'Nothing changed between the two days.'}
        columns={[
          { heading: 'Type', isRowHeading: true, cell: (row) => typeLabel(row, pack) },
          { heading: 'First day', numeric: true, cell: (row) => formatNumber(row.before) },
          { heading: 'Opened or formed', numeric: true, cell: (row) => counted(row, row.opened, 'opened') },
          { heading: 'Closed', numeric: true, cell: (row) => counted(row, row.ended - row.succeeded, 'closed') },
          { heading: 'Succeeded', numeric: true, cell: (row) => counted(row, row.succeeded, 'succeeded') },
          { heading: 'Changed type', numeric: true, cell: (row) => signed(row.retyped) },
          { heading: 'Second day', numeric: true, cell: (row) => formatNumber(row.after) },
          { heading: 'Renamed', numeric: true, cell: (row) => counted(row, row.renamed, 'renamed') },
        ]}
      />
      {unchanged.length > 0 && (
        <Details summary={`${countOf(unchanged.length, 'type')} of which nothing opened, closed or was renamed`}>
          <DataTable
            caption="How many there were on both days, by type"
            captionIsHidden
            rows={unchanged}
            rowKey={summaryKey}
            columns={[
              { heading: 'Type', isRowHeading: true, cell: (row) => typeLabel(row, pack) },
              { heading: 'On both days', numeric: true, cell: (row) => formatNumber(row.after) },
            ]}
          />
        </Details>
      )}
      <p className="ldr-figure-note">
        The two days are compared with each other: what came and went in between is not counted. First day and opened,
        less closed and succeeded, with those that changed type, make the second day. Many sources tell how things stood
        on their own day, so a change can be older than the day it is given.
      </p>
    </>
  );
}

const summaryKey = ({ subject, typeId }: TypeChanges) => `${subject} ${typeId}`;

function typeLabel({ subject, typeId }: TypeChanges, pack: ProgrammePack): string {
  return subject === 'area'
    ? (pack.areaKinds.find(({ id }) => id === typeId)?.labelPlural ?? typeId)
    : typeOf(pack, typeId).labelPlural;
}

function signed(number: number): string {
  return number > 0 ? `+${formatNumber(number)}` : formatNumber(number).replace('-', '−');
}

function Changes({ list, keyOf, total, page, period, filter, pack }: NationChangesPageProps) {
  const last = pageCount(total, CHANGES_A_PAGE);
  const { from, to } = period;
  const query = { from, to, ...filter };
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        Every change <span className="ldr-count">({formatNumber(total)})</span>
      </h2>
      <DataTable
        caption={`Changes, page ${formatNumber(page)} of ${formatNumber(last)}`}
        captionIsHidden
        rows={list.rows}
        rowKey={(line) => `${line.subject} ${line.id} ${line.change}`}
        empty="No change matches. Choose other days, or all types and changes."
        columns={[
          {
            heading: 'Name',
            isRowHeading: true,
            cell: (line) => (
              <>
                <a href={changedHref(line, period)}>{line.name}</a>
                <StatusNote organisation={line} />
                <span className="ldr-line-note">
                  {line.subject === 'area'
                    ? (pack.areaKinds.find(({ id }) => id === line.typeId)?.label ?? line.typeId)
                    : `${typeOf(pack, line.typeId).label}, ${line.code}`}
                </span>
              </>
            ),
          },
          { heading: 'Change', cell: (line) => changeWords(line, pack, period) },
          { heading: 'Day', cell: dayCell },
          { heading: 'How we know', cell: (line) => standingWord(line.standing) },
        ]}
      />
      <StandingKey standings={list.rows.map(({ standing }) => standing)} />
      <ListSteps
        list={list}
        page={page}
        last={last}
        start={paths.changes(query, 'changes')}
        keyOf={keyOf}
        hrefOf={(edge, number) => paths.changes({ ...query, ...edge, page: number }, 'changes')}
      />
      {total > 0 && (
        <p>
          <a href={paths.apiChanges({ ...query, format: 'csv' })}>
            {total === 1 ? 'The change' : `All ${countOf(total, 'change')}`} as a table (CSV)
          </a>
        </p>
      )}
    </section>
  );
}

/** The first day of something new, the last of something that ended; of what was only so by then, as such. */
export function dayCell(line: ChangeLine): string {
  const day = changeDay(line);
  return day === null ? 'Not recorded' : `${line.isBy ? 'By ' : ''}${formatDate(day)}`;
}
