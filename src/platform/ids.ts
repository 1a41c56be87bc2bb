import { randomUUID } from 'node:crypto';

/** Makes a new identifier; passed in where a pure function or a test needs to know it. */
export type IdSource = () => string;

export const newId: IdSource = () => randomUUID();

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from an address can be an identifier at all; the database refuses to compare anything else with one. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
