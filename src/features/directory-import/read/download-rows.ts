/* Downloads of this service in JSON, as the rows of the tables that they can be had as too. */

type DownloadKind = 'areas' | 'memberships' | 'organisations' | 'successors';

/** The columns of a table that are taken in again, each with where an item of the JSON has it. */
const columnsOf: Readonly<Record<DownloadKind, Readonly<Record<string, string>>>> = {
  areas: {
    kind: 'kind',
    code: 'code',
    name: 'name',
    slug: 'slug',
    valid_from: 'validFrom',
    valid_to: 'validTo',
    standing: 'standing',
    note: 'note',
  },
  memberships: {
    footprint_code: 'footprint.code',
    organisation_code: 'organisation.code',
    role: 'role',
    listed_as: 'listedAs',
    valid_from: 'validFrom',
    valid_to: 'validTo',
    standing: 'standing',
    note: 'note',
  },
  organisations: {
    code: 'code',
    name: 'name',
    type: 'type.id',
    type_standing: 'typeStanding',
    status: 'status',
    address: 'address',
    town: 'town',
    postcode: 'postcode',
    phone: 'phone',
    region_codes: 'regions.code',
    opened_on: 'openedOn',
    closed_on: 'closedOn',
    standing: 'standing',
    note: 'note',
  },
  successors: {
    subject: 'subject',
    predecessor_code: 'predecessor.code',
    successor_code: 'successor.code',
    effective_on: 'effectiveOn',
  },
};

/** A row of a download, with which item of its list it is, from 1. */
export interface DownloadRow {
  readonly item: number;
  readonly fields: readonly string[];
}

/** What is wrong with a download; null where it is with the whole. */
export interface DownloadFault {
  readonly item: number | null;
  readonly reason: string;
}

export type DownloadRead =
  /** Columns that are not taken in stand behind the others, empty: whoever reads the table names them. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly DownloadRow[] }
  | { readonly kind: 'refused'; readonly faults: readonly DownloadFault[] };

/** The columns and the rows of a download, or everything that keeps it from being one. */
export function downloadRows(kind: DownloadKind, download: unknown): DownloadRead {
  const items = memberOf(download, 'items');
  if (!Array.isArray(items)) {
    const reason = 'wrong layout: the JSON has no list “items”, as downloads of this service have';
    return { kind: 'refused', faults: [{ item: null, reason }] };
  }
  const ways = Object.values(columnsOf[kind]).map((way) => way.split('.'));
  const read = items.map((value: unknown, index) => rowsOf(kind, ways, { item: index + 1, value }));
  const faults = read.flatMap((each) => ('fault' in each ? [each.fault] : []));
  const columns = Object.keys(columnsOf[kind]);
  const others = otherNames(items, kind === 'successors' ? waysOfSuccessions : ways);
  const unread = others.filter((name) => !columns.includes(name));
  const withUnread = (row: DownloadRow) => ({ ...row, fields: [...row.fields, ...unread.map(() => '')] });
  return faults.length > 0
    ? { kind: 'refused', faults }
    : {
        kind: 'table',
        columns: [...columns, ...unread],
        rows: read.flatMap((each) => ('rows' in each ? each.rows : [])).map(withUnread),
      };
}

/** As an item of the JSON has them, before each pair becomes a row. */
const waysOfSuccessions = [['subject'], ['predecessors', 'code'], ['successors', 'code'], ['effectiveOn']];

/** What items have besides what is taken in, by the names that it has as columns of the table: `hasOdsCode` is `has_ods_code`. */
function otherNames(items: readonly unknown[], ways: readonly (readonly string[])[]): string[] {
  const names = items.flatMap((item) => unusedIn(item, ways));
  return [...new Set(names)].map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

function unusedIn(item: unknown, ways: readonly (readonly string[])[]): string[] {
  if (Array.isArray(item)) {
    return item.flatMap((each: unknown) => unusedIn(each, ways));
  }
  return membersOf(item).flatMap(([key, value]) => {
    const further = ways.filter(([first]) => first === key).map(([, ...rest]) => rest);
    const isWhole = further.some((rest) => rest.length === 0);
    return further.length === 0 ? [key] : isWhole ? [] : unusedIn(value, further).map((name) => `${key}_${name}`);
  });
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

type ItemRead = { readonly fault: DownloadFault } | { readonly rows: readonly DownloadRow[] };

function rowsOf(
  kind: DownloadKind,
  ways: readonly (readonly string[])[],
  { item, value }: { readonly item: number; readonly value: unknown },
): ItemRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: { item, reason: 'is no object, as every item of a download is' } };
  }
  const pairs = kind === 'successors' ? pairsOf(value) : [value];
  return pairs === null
    ? { fault: { item, reason: 'has no list “predecessors”, as a succession has' } }
    : { rows: pairs.map((pair) => ({ item, fields: ways.map((way) => cellAt(pair, way)) })) };
}

/** Each predecessor with each successor, as the table has them; one without a successor once. Null where no predecessors are told. */
function pairsOf(item: unknown): unknown[] | null {
  const [before, after] = [memberOf(item, 'predecessors'), memberOf(item, 'successors')];
  if (!Array.isArray(before) || before.length === 0) {
    return null;
  }
  const successors = Array.isArray(after) && after.length > 0 ? after : [null];
  const [subject, effectiveOn] = [memberOf(item, 'subject'), memberOf(item, 'effectiveOn')];
  return before.flatMap((predecessor: unknown) =>
    successors.map((successor: unknown) => ({ subject, effectiveOn, predecessor, successor })),
  );
}

function cellAt(item: unknown, way: readonly string[]): string {
  const [first, ...rest] = way;
  if (Array.isArray(item)) {
    return item.map((each: unknown) => cellAt(each, way)).join(' ');
  }
  if (first !== undefined) {
    return cellAt(memberOf(item, first), rest);
  }
  const value = item;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
