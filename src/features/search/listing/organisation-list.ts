import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { pageNumber } from '../../../views/pagination/pagination.ts';
import { type Asked, queryReader, type SortOrder, sortText, usualPageSize } from './list-query.ts';

/**
 * `open`: every organisation of the day; `active`, `dormant` and `proposed`: those of them a source calls so; `closed`: those
 * that had ended by the day.
 */
export const organisationStatuses = ['open', 'active', 'dormant', 'proposed', 'closed'] as const;
export type OrganisationStatusFilter = (typeof organisationStatuses)[number];

/** Stands for a footprint in the filter: those that are in none. */
export const NO_FOOTPRINT = 'none';

/** What a reader asked of the list; empty text means all. */
export interface OrganisationsFilter {
  readonly search: string;
  readonly type: string;
  readonly region: string;
  readonly stp: string;
  /** A slug, or `none`. */
  readonly footprint: string;
  readonly status: OrganisationStatusFilter;
  /** Code of the CCG that commissions them. */
  readonly commissioner: string;
}

/** `closest`: exact code or name first, the order of a search nobody has sorted. */
export type OrganisationSortKey = 'name' | 'code' | 'type' | 'patients' | 'closest';

/** Everything about a list that decides which organisations it holds, and in which order. */
export interface OrganisationsListing {
  readonly asAt: string;
  readonly filter: OrganisationsFilter;
  readonly sort: SortOrder<OrganisationSortKey>;
  /** Ids of the types in the order in which a list by type has them. Those that are not among them stand last. */
  readonly types: readonly string[];
}

/** No filter at all. */
const everyOrganisation: OrganisationsFilter = {
  search: '',
  type: '',
  region: '',
  stp: '',
  footprint: '',
  status: 'open',
  commissioner: '',
};

/** The organisations of a day that a filter leaves, in the usual order or another. */
export function organisationsListing(
  asAt: string,
  wanted: Partial<OrganisationsFilter> = {},
  by?: Exclude<OrganisationSortKey, 'type'>,
): OrganisationsListing {
  const filter = { ...everyOrganisation, ...wanted };
  return { asAt, filter, sort: by === undefined ? usualOrder(filter) : { by, descending: false }, types: [] };
}

/** By name; of a search, the closest first. */
function usualOrder({ search }: OrganisationsFilter): SortOrder<OrganisationSortKey> {
  return { by: search === '' ? 'name' : 'closest', descending: false };
}

export interface OrganisationsQuery extends Omit<OrganisationsListing, 'asAt'> {
  readonly size: number;
  /** Code of the organisation the page begins after, or ends before; empty for the first page. */
  readonly after: string;
  readonly before: string;
  /** Which page that is, in words; the rows do not hang on it. */
  readonly page: number;
}

/** The values a filter may have on the day. */
export interface KnownValues {
  /** In the order of their names. */
  readonly types: readonly string[];
  readonly regions: readonly string[];
  readonly stps: readonly string[];
  readonly footprints: readonly string[];
}

const sortKeys = ['name', 'code', 'type', 'patients'] as const;

/** Reads a query. Values nobody knows are left out, each with a sentence that says so. */
export function readOrganisationsQuery(form: PostedForm, known: KnownValues): Asked<OrganisationsQuery> {
  const reader = queryReader(form);
  const status = reader.choice('status', organisationStatuses, 'status', 'those open are shown');
  const filter: OrganisationsFilter = {
    search: reader.words('q'),
    type: reader.choice('type', known.types, 'type of organisation', 'all types are shown'),
    region: reader.choice('region', known.regions, 'region on this day', 'all regions are shown'),
    stp: reader.choice('stp', known.stps, 'such area on this day', 'all areas are shown'),
    footprint: reader.choice(
      'footprint',
      [NO_FOOTPRINT, ...known.footprints],
      'footprint on this day',
      'all are shown',
    ),
    status: organisationStatuses.find((one) => one === status) ?? 'open',
    commissioner: reader.words('commissioner').toUpperCase(),
  };
  const after = reader.words('after');
  const before = after === '' ? reader.words('before') : '';
  const query: OrganisationsQuery = {
    filter,
    sort: reader.sort<OrganisationSortKey>(sortKeys, usualOrder(filter)),
    types: known.types,
    size: reader.size(),
    after,
    before,
    page: after === '' && before === '' ? 1 : pageNumber(reader.words('page')),
  };
  return { query, refused: reader.refused() };
}

/** The filter as parts of an address; what is usual is left out. */
export function organisationFilterParts(filter: OrganisationsFilter): Record<string, string> {
  const { search, status, ...rest } = filter;
  return { q: search, ...rest, status: status === 'open' ? '' : status };
}

/** Filter, order and size as parts of an address: the first page of what is asked for. */
export function organisationQueryParts({ filter, sort, size }: OrganisationsQuery): Record<string, string> {
  const isUsual = sort.by === 'closest' || (sort.by === 'name' && !sort.descending && filter.search === '');
  return {
    ...organisationFilterParts(filter),
    sort: isUsual ? '' : sortText(sort),
    size: size === usualPageSize ? '' : String(size),
  };
}

export function isOrganisationsFiltered(filter: OrganisationsFilter): boolean {
  return Object.values(organisationFilterParts(filter)).some((value) => value !== '');
}
