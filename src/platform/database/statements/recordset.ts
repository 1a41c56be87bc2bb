import { type RawBuilder, sql } from 'kysely';

/**
 * Many rows as one parameter, to select from: a statement a table, however many rows there are.
 *
 * `columns` names the keys of the rows with their types, as SQL: it is never what a person typed.
 */
export function recordset(rows: readonly object[], columns: string, name = 'row'): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.ref(name)} (${sql.raw(columns)})`;
}
