import { hash } from 'node:crypto';
import type pg from 'pg';

/**
 * A statement that each connection prepares once: the server parses and plans it the first time and only runs it after that, which
 * is most of the cost of a short transaction. Statements without parameters (`begin`, migrations of several statements) are sent
 * as they are.
 */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  return values.length === 0 ? { text } : { name: nameOf(text), text, values: [...values] };
}

/** One name for each text of a statement, within the 63 characters that PostgreSQL allows. */
function nameOf(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
