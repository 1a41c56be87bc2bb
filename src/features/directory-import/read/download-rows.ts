/* Downloads of this service in JSON, as the rows of the tables that they can be had as too. */

type DownloadKind = 'areas' | 'memberships' | 'successors';

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
  successors: {
    subject: 'subject',
    predecessor_code: 'predecessor.code',
    successor_code: 'successor.code',
    effective_on: 'effectiveOn',
  },
};

/** The header and the rows of a download; null where the JSON is none. */
export function downloadRows(kind: DownloadKind, download: unknown): string[][] | null {
  const items = memberOf(download, 'items');
  if (!Array.isArray(items)) {
    return null;
  }
  const ways = Object.values(columnsOf[kind]).map((way) => way.split('.'));
  const rows = items.flatMap((item) => (kind === 'successors' ? pairsOf(item) : [item]));
  return [Object.keys(columnsOf[kind]), ...rows.map((row) => ways.map((way) => cellAt(row, way)))];
}

/** Each predecessor with each successor, as the table has them; one without a successor once. */
function pairsOf(item: unknown): unknown[] {
  const [before, after] = [memberOf(item, 'predecessors'), memberOf(item, 'successors')];
  const successors = Array.isArray(after) && after.length > 0 ? after : [null];
  const predecessors: unknown[] = Array.isArray(before) ? before : [];
  const [subject, effectiveOn] = [memberOf(item, 'subject'), memberOf(item, 'effectiveOn')];
  return predecessors.flatMap((predecessor) =>
    successors.map((successor: unknown) => ({ subject, effectiveOn, predecessor, successor })),
  );
}

function cellAt(item: unknown, way: readonly string[]): string {
  const value = way.reduce(memberOf, item);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
