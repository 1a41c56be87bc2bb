import { createHash, randomUUID } from 'node:crypto';

/** Makes a new identifier; passed in where a pure function or a test needs to know it. */
export type IdSource = () => string;

export const newId: IdSource = () => randomUUID();

/**
 * Numbers one after another under a name of this source's own, so that no two sources give the same: for what comes by the thousand in a
 * second, such as requests, where making each of random bytes would take a twentieth of the time of an answer.
 */
export function numberedIds(newId: IdSource): IdSource {
  const source = newId().replaceAll('-', '').slice(-12);
  let count = 0;
  return () => {
    count += 1;
    return `${source}-${count.toString(36)}`;
  };
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from an address can be an identifier at all; the database refuses to compare anything else with one. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/**
 * The identifier of what was sent with one form: the same for the same content, so that a second press of the button or a request
 * sent again adds nothing; another for a form opened anew, or for other content. Laid out as a UUID of version 8 (RFC 9562).
 */
export function idOfSending(formId: string, content: readonly string[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([formId, content]))
    .digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return groups.join('-');
}
