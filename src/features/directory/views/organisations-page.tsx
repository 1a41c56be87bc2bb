import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { SelectField } from '../../../views/fields.tsx';
import { countOf, formatNumber } from '../../../views/format.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { Day } from '../as-at.ts';
import type { AreaRef, Source } from '../directory.ts';
import type { OrganisationRow } from '../directory-repository.ts';
import { AreaLinks } from './area-links.tsx';
import { AsAtLine } from './as-at-line.tsx';
import { DataSources } from './data-sources.tsx';
import { typeOf } from './organisation-types.ts';
import { pageCount } from './pagination.ts';
import { PaginationLinks } from './pagination-links.tsx';
import { SearchField } from './search-field.tsx';

export const ORGANISATIONS_A_PAGE = 50;

/** What a reader asked of the list; empty text means all. */
export interface OrganisationsFilter {
  readonly search: string;
  readonly type: string;
  readonly region: string;
}

export interface OrganisationsPageProps {
  readonly day: Day;
  readonly pack: ProgrammePack;
  readonly filter: OrganisationsFilter;
  readonly page: number;
  readonly rows: readonly OrganisationRow[];
  readonly total: number;
  readonly regions: readonly AreaRef[];
  readonly sources: readonly Source[];
}

/** Every organisation of the directory, a page at a time. */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { day, filter, page, total } = props;
  const query = { q: filter.search, type: filter.type, region: filter.region };
  const last = pageCount(total, ORGANISATIONS_A_PAGE);
  return (
    <>
      <h1>Organisations</h1>
      <p className="nhsuk-lede-text">
        The bodies that plan and provide health and care in England, with their codes, their footprints and where they
        lie.
      </p>
      <FilterForm {...props} />
      <h2 className="nhsuk-heading-m">{resultWords(total, page, last)}</h2>
      <OrganisationTable {...props} />
      <PaginationLinks
        current={page}
        last={last}
        hrefOf={(number) => day.link(paths.organisations({ ...query, page: number === 1 ? '' : String(number) }))}
      />
      <p>
        <a href={paths.apiOrganisations()}>All organisations as JSON</a>, and{' '}
        <a href={paths.data()}>files to download</a>
      </p>
      <AsAtLine day={day} path={paths.organisations()} keep={query} />
      <DataSources sources={props.sources} />
    </>
  );
}

function resultWords(total: number, page: number, last: number): string {
  const count = countOf(total, 'organisation');
  return last === 1 ? count : `${count}, page ${formatNumber(page)} of ${formatNumber(last)}`;
}

function FilterForm({ day, filter, pack, regions }: OrganisationsPageProps) {
  return (
    <search aria-label="Organisations">
      <form method="get" action={paths.organisations()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        <SearchField label="Name, code, town or postcode" value={filter.search} />
        <div className="ldr-filters__choices">
          <SelectField
            name="type"
            label="Type"
            placeholder="All types"
            choices={pack.organisationTypes.map((type) => ({ value: type.id, label: type.labelPlural }))}
            value={filter.type}
          />
          <SelectField
            name="region"
            label="Region"
            placeholder="All regions"
            choices={regions.map((region) => ({ value: region.code, label: region.name }))}
            value={filter.region}
          />
        </div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show organisations
        </button>
        {Object.values(filter).some((value) => value !== '') && (
          <a className="ldr-filters__clear" href={day.link(paths.organisations())}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

function OrganisationTable({ rows, day, pack }: OrganisationsPageProps) {
  return (
    <DataTable
      caption="Organisations with code, type, region and footprint"
      captionIsHidden
      rows={rows}
      rowKey={(row) => row.organisationId}
      empty="No organisation matches. Try fewer words, check the code, or choose all types and regions."
      columns={[
        {
          heading: 'Organisation',
          isRowHeading: true,
          cell: (row) => <a href={day.link(paths.organisation(row.code))}>{row.name}</a>,
        },
        { heading: 'Code', cell: (row) => row.code },
        { heading: 'Type', cell: (row) => typeOf(pack, row.typeId).label },
        { heading: 'Region', cell: (row) => row.regions.map(({ name }) => name).join(', ') || 'Not recorded' },
        { heading: 'Footprint', cell: (row) => <AreaLinks areas={row.footprints} day={day} /> },
      ]}
    />
  );
}
