import { type RawBuilder, sql } from 'kysely';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import { recordset } from '../../platform/database/statements/recordset.ts';
import { handOnRecords, type RegisterTransaction } from './hand-on-records.ts';
import { type DatedPlace, type PlaceKind, placeTables } from './place.ts';

/*
 * The one writer of what areas are called, how they lie in each other and who belongs to them. Whoever follows names of areas is
 * told here, so that no caller can forget it.
 */

/**
 * Writes rows, a statement a kind, however many there are. Days that the table has for the same thing are an error of the
 * database; with `besideEntered` such rows are left out: what was entered here stands.
 */
export async function insertPlaces(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  rows: readonly DatedPlace[],
  { besideEntered = false }: { readonly besideEntered?: boolean } = {},
): Promise<void> {
  const { table, keys, said } = placeTables[kind];
  const columns = [...keys, ...said];
  const extra = kind === 'area' ? sql`, source_row` : sql``;
  if (kind === 'area') {
    await insertAreas(transaction, rows);
  }
  const typed = [...columns, 'source_id', 'standing', 'note'].map((column) => `${column} text`).join(', ');
  await sql`
    insert into ${sql.table(table)} (${refs(columns)}, source_id, standing, note, valid${extra})
    select ${refs(columns)}, source_id, standing, note, ${valid}${extra}
    from ${recordset(rows.map(columnsOf(keys)), `${typed}, valid_from date, valid_to date, source_row integer`)}
    ${besideEntered ? unlessEntered(table, keys) : sql``}`.execute(transaction);
  await tellOfAreas(transaction, kind, areaIdsOf(rows));
}

/** Ends the rows about these things that hold on the day: `on` is the first day on which they do no more. They stay on record. */
export async function endPlaces(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  things: readonly Pick<DatedPlace, 'keys'>[],
  { on, sourceId }: { readonly on: string; readonly sourceId: string },
): Promise<void> {
  const { table, keys } = placeTables[kind];
  const wanted = things.map((thing) => keysOf(keys, thing));
  const ended = await sql`
    update ${sql.table(table)} as known set valid = daterange(lower(known.valid), ${on}::date), ended_source_id = ${sourceId}
    from ${recordset(wanted, keys.map((column) => `${column} text`).join(', '))}
    where ${sameThing('known', keys)} and known.valid @> ${on}::date`.execute(transaction);
  expectRows(`${kind} ends`, things.length, ended.numAffectedRows);
  await tellOfAreas(transaction, kind, areaIdsOf(things));
}

/** Days that are left of a row; null is without start or end. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PlaceChange {
  /** Rows that say nothing true, or nothing that the new rows do not say better. */
  readonly removed: readonly string[];
  /** What is left of a row, as one or two periods. */
  readonly cut: readonly { readonly rowId: string; readonly periods: readonly Period[] }[];
  /** Holds a row about every thing of which something is removed or cut. */
  readonly added: readonly DatedPlace[];
}

/** Corrects what is known by what a source says: room is made first, so that periods never overlap on the way. */
export async function updatePlaces(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  { removed, cut, added }: PlaceChange,
  sourceId: string,
): Promise<void> {
  const { table, id } = placeTables[kind];
  const gone = await sql`
    delete from ${sql.table(table)} where ${sql.ref(id)} = any(${removed}::bigint[])`.execute(transaction);
  expectRows(`${kind} goes`, removed.length, gone.numAffectedRows);
  await cutPlaces(transaction, kind, cut, sourceId);
  await insertPlaces(transaction, kind, added);
}

async function cutPlaces(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  cut: PlaceChange['cut'],
  sourceId: string,
): Promise<void> {
  const { id, keys, said } = placeTables[kind];
  const table = sql.table(placeTables[kind].table);
  const pieces = (index: number) =>
    recordset(
      cut.flatMap(({ rowId, periods }) => {
        const period = periods[index];
        return period === undefined ? [] : [{ rowId, ...period }];
      }),
      '"rowId" bigint, "from" date, "to" date',
      'cut',
    );
  const first = await sql`
    update ${table} as known set valid = daterange(cut."from", cut."to"), ended_source_id = ${sourceId}
    from ${pieces(0)} where known.${sql.ref(id)} = cut."rowId"`.execute(transaction);
  expectRows(`${kind} is cut`, cut.length, first.numAffectedRows);
  const kept = refs([...keys, ...said, 'source_id', 'standing', 'note']);
  await sql`
    insert into ${table} (${kept}, valid, ended_source_id)
    select ${kept}, daterange(cut."from", cut."to"), ${sourceId}
    from ${table} as known join ${pieces(1)} on known.${sql.ref(id)} = cut."rowId"`.execute(transaction);
}

/** Makes room for shipped facts that are loaded again. Rows whose end was entered here stay: the facts do not know of it. */
export async function deleteShippedPlaces(transaction: RegisterTransaction): Promise<void> {
  for (const { table } of Object.values(placeTables)) {
    await sql`
      delete from ${sql.table(table)} as known using source
      where source.source_id = known.source_id and source.shipped and known.ended_source_id is null`.execute(
      transaction,
    );
  }
}

async function insertAreas(transaction: RegisterTransaction, rows: readonly DatedPlace[]): Promise<void> {
  await sql`
    insert into area (area_id) select distinct unnest(${areaIdsOf(rows)}::text[])
    on conflict (area_id) do nothing`.execute(transaction);
}

async function tellOfAreas(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  areaIds: readonly string[],
): Promise<void> {
  if (kind === 'area' && areaIds.length > 0) {
    await handOnRecords(transaction, { areaIds });
  }
}

function areaIdsOf(rows: readonly Pick<DatedPlace, 'keys'>[]): string[] {
  return [...new Set(rows.flatMap(({ keys }) => keys[0] ?? []))];
}

function columnsOf(keys: readonly string[]) {
  return (row: DatedPlace) => ({
    ...row.said,
    ...keysOf(keys, row),
    source_id: row.sourceId,
    standing: row.standing,
    note: row.note,
    valid_from: row.validFrom,
    valid_to: row.validTo,
    source_row: row.sourceRow ?? null,
  });
}

function keysOf(columns: readonly string[], { keys }: Pick<DatedPlace, 'keys'>): Record<string, string | undefined> {
  return Object.fromEntries(columns.map((column, index) => [column, keys[index]]));
}

function unlessEntered(table: string, keys: readonly string[]): RawBuilder<unknown> {
  return sql`where not exists (
    select from ${sql.table(table)} as entered where ${sameThing('entered', keys)} and entered.valid && ${valid})`;
}

function sameThing(table: string, keys: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    keys.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${sql.ref(`row.${column}`)}`),
    sql` and `,
  );
}

function refs(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

const valid = sql`daterange("row".valid_from, "row".valid_to)`;
