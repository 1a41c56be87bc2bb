import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';

/** A range of days is asked whether it holds one that is given. */
const ofADay = /@> \$\d+::date/;

/**
 * A statement that each connection prepares once: the server parses and plans it the first time and only runs it after that, which
 * is most of the cost of a short transaction. Statements without parameters (`begin`, migrations of several statements) are sent
 * as they are. What was so on a day is planned anew for each day: of a day that it does not know the server supposes that one row in
 * two hundred is of it, where most are, and a list of all CCGs that takes 6 milliseconds took seconds with the plan made for that.
 */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (values.length === 0) {
    return { text };
  }
  const query = { text, values: [...values] };
  return ofADay.test(text) ? query : { name: nameOf(text), ...query };
}

/**
 * A day for a statement that looks up one thing by its key: it is prepared like any other, as few rows are read whatever the day, and
 * planning them anew may take ten times as long as reading them.
 */
export function unplannedDay(day: string): RawBuilder<unknown> {
  return sql`(select ${day}::date)`;
}

/**
 * The same for a few keys: as long as the server sees how many they are, it supposes that a plan of their number is worth planning
 * anew each time.
 */
export function unplannedKeys(keys: readonly string[]): RawBuilder<unknown> {
  return sql`((select ${keys}::text[])::text[])`;
}

/** One name for each text of a statement, within the 63 characters that PostgreSQL allows. */
function nameOf(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
