import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, formatNumber } from '../../../views/format.ts';
import {
  type AreaRef,
  commissionerWords,
  countedInWords,
  DataSources,
  type Source,
  StandingKey,
  StatusNote,
  standingWord,
  typeOf,
} from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { ChangePeriod } from '../changes/change-period.ts';
import type { FootprintChanges, FootprintTotals } from '../changes/changes.ts';
import { changedHref, changeWords } from './change-words.tsx';
import { ChangesForm, PeriodErrors } from './changes-form.tsx';
import { dayCell } from './nation-changes-page.tsx';

export interface FootprintChangesPageProps {
  readonly pack: ProgrammePack;
  readonly footprint: AreaRef;
  readonly period: ChangePeriod;
  /** Null while the days cannot be compared. */
  readonly changes: FootprintChanges | null;
  readonly sources: readonly Source[];
}

/** What is different in one footprint between two days. */
export function FootprintChangesPage(props: FootprintChangesPageProps) {
  const { footprint, period, changes } = props;
  return (
    <>
      <PeriodErrors period={period} />
      <h1>
        <span className="nhsuk-caption-xl">{footprint.name} footprint</span>
        What changed between two days
      </h1>
      <ChangesForm action={paths.footprintChanges(footprint.slug)} period={period} />
      {changes !== null && (
        <>
          <h2 id="changes">
            {formatDate(period.from)} to {formatDate(period.to)}
          </h2>
          <Lines {...props} changes={changes} />
          <Sizes {...props} changes={changes} />
          <p>
            <a href={paths.apiChanges({ from: period.from, to: period.to, footprint: footprint.slug, format: 'csv' })}>
              These changes as a table (CSV)
            </a>
          </p>
          <DataSources sources={props.sources} />
        </>
      )}
    </>
  );
}

type Compared = FootprintChangesPageProps & { readonly changes: FootprintChanges };

function Lines({ changes, pack, period }: Compared) {
  return (
    <>
      <DataTable
        caption="What changed"
        captionIsHidden
        rows={changes.lines}
        rowKey={(line) => `${line.subject} ${line.id} ${line.change}`}
        empty="Nothing changed: the same organisations were in it in the same roles."
        columns={[
          {
            heading: 'Name',
            isRowHeading: true,
            cell: (line) => (
              <>
                <a href={changedHref(line, period)}>{line.name}</a>
                <StatusNote organisation={line} />
              </>
            ),
          },
          { heading: 'Change', cell: (line) => changeWords(line, pack, period) },
          { heading: 'Day', cell: dayCell },
          { heading: 'How we know', cell: (line) => standingWord(line.standing) },
        ]}
      />
      <StandingKey standings={changes.lines.map(({ standing }) => standing)} />
    </>
  );
}

interface Size {
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** People, practices and organisations by type, on both days. */
function Sizes({ changes: { before, after }, pack, period }: Compared) {
  const types = pack.organisationTypes.map(({ id }) => id);
  const met = [...new Set([...types, ...before.byType.keys(), ...after.byType.keys()])];
  const rows: Size[] = [
    { label: 'People registered', before: before.population.total, after: after.population.total },
    { label: 'GP practices of its commissioners', before: before.practiceCount, after: after.practiceCount },
    ...met
      .map((id) => ({
        label: typeOf(pack, id).labelPlural,
        before: before.byType.get(id) ?? 0,
        after: after.byType.get(id) ?? 0,
      }))
      .filter((row) => row.before + row.after > 0),
  ];
  return (
    <>
      <DataTable
        caption="Its size on both days"
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { heading: 'Size', isRowHeading: true, cell: ({ label }) => label },
          { heading: formatDate(period.from), numeric: true, cell: (row) => sizeWords(row.before) },
          { heading: formatDate(period.to), numeric: true, cell: (row) => sizeWords(row.after) },
          { heading: 'Difference', numeric: true, cell: difference },
        ]}
      />
      <p className="ldr-figure-note">
        Associates lie outside the footprint and are not counted. {populationNote(before, period.from)}{' '}
        {populationNote(after, period.to)}
      </p>
    </>
  );
}

function sizeWords(size: number | null): string {
  return size === null ? 'Not known' : formatNumber(size);
}

function difference({ before, after }: Size): string {
  if (before === null || after === null) {
    return 'Not known';
  }
  const change = after - before;
  return change > 0 ? `+${formatNumber(change)}` : formatNumber(change).replace('-', '−');
}

function populationNote({ population }: FootprintTotals, day: string): string {
  const { countedCcgs, measuredOn } = population;
  return countedCcgs === 0
    ? `How many people it served on ${formatDate(day)} is not known: ${commissionerWords(day).noFigure}.`
    : `On ${formatDate(day)} people are those of ${countedInWords(population)}, counted on ${measuredOn.map((each) => formatDate(each)).join(' and ')}.`;
}
