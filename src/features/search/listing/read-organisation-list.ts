import type { Connection } from '../../../platform/database/database.ts';
import { isAstray, type ListEdge, type ListWindow, type Page, type Slice } from '../../../platform/page.ts';
import {
  type OrganisationsFilter,
  type OrganisationsListing,
  type OrganisationsQuery,
  organisationsListing,
} from './organisation-list.ts';
import {
  countDirectoryChanges,
  countOrganisationLines,
  findListKey,
  listOrganisationLines,
  type OrganisationLine,
} from './organisation-list-repository.ts';
import { rememberCounts } from './remember-counts.ts';

export interface OrganisationList extends ListWindow<OrganisationLine> {
  /** Organisations on all pages together. */
  readonly total: number;
}

/** The page that was asked for; null where it begins at an organisation that the list does not hold, or has no rows. */
export type ReadOrganisationList = (
  connection: Connection,
  asAt: string,
  query: OrganisationsQuery,
) => Promise<OrganisationList | null>;

/** Reads pages of the list, and remembers how long lists are while the directory stays as it is. */
export function organisationListReader(): ReadOrganisationList {
  const remembered = rememberCounts();
  return async (connection, asAt, query) => {
    const listing = { asAt, filter: query.filter, sort: query.sort, types: query.types };
    const edge = await edgeOf(connection, listing, query);
    if (edge === 'nowhere') {
      return null;
    }
    const [lines, revision] = await Promise.all([
      listOrganisationLines(connection, listing, edge, query.size),
      countDirectoryChanges(connection),
    ]);
    if (isAstray(lines, edge, query.size)) {
      return null;
    }
    const isWhole = !(lines.hasEarlier || lines.hasLater);
    const count = () => countOrganisationLines(connection, listing);
    const key = JSON.stringify([asAt, query.filter]);
    return { ...lines, total: isWhole ? lines.rows.length : await remembered({ revision, key, count }) };
  };
}

async function edgeOf(
  connection: Connection,
  listing: OrganisationsListing,
  { after, before }: OrganisationsQuery,
): Promise<ListEdge | null | 'nowhere'> {
  if (after === '' && before === '') {
    return null;
  }
  const key = await findListKey(connection, listing, after === '' ? before : after);
  return key === null ? 'nowhere' : { side: after === '' ? 'before' : 'after', key };
}

/** A page of the organisations by name, from its key on. */
export async function listOrganisationPage(
  connection: Connection,
  asAt: string,
  wanted: Partial<OrganisationsFilter>,
  { after, limit }: Slice,
): Promise<Page<OrganisationLine>> {
  const listing = organisationsListing(asAt, wanted, 'name');
  // A list by name has one range, whose number its keys need not say.
  const edge: ListEdge | null = after === null ? null : { side: 'after', key: ['0', ...after] };
  const { rows, hasLater } = await listOrganisationLines(connection, listing, edge, limit ?? Number.POSITIVE_INFINITY);
  const isWhole = edge === null && !hasLater;
  const total = isWhole ? rows.length : await countOrganisationLines(connection, listing);
  return { rows, total, next: hasLater ? (rows.at(-1)?.key.slice(1) ?? null) : null };
}

/** The first organisations of a search, the closest first. */
export async function listClosestOrganisations(
  connection: Connection,
  asAt: string,
  wanted: Partial<OrganisationsFilter>,
  limit: number,
): Promise<readonly OrganisationLine[]> {
  const { rows } = await listOrganisationLines(connection, organisationsListing(asAt, wanted), null, limit);
  return rows;
}

const ROWS_AT_ONCE = 1000;

/**
 * The whole list, some rows at a time. Each time a connection is borrowed for a moment only, so that slow readers do not hold
 * any; an organisation that is renamed in the meantime may therefore be met twice, or not at all.
 */
export async function* organisationBatches(
  connection: Connection,
  listing: OrganisationsListing,
): AsyncGenerator<readonly OrganisationLine[]> {
  let edge: ListEdge | null = null;
  do {
    const { rows, hasLater }: ListWindow<OrganisationLine> = await listOrganisationLines(
      connection,
      listing,
      edge,
      ROWS_AT_ONCE,
    );
    yield rows;
    const last = rows.at(-1);
    edge = hasLater && last !== undefined ? { side: 'after', key: last.key } : null;
  } while (edge !== null);
}
