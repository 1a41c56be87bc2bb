import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { PageKey } from '../../platform/page.ts';
import { isRole, type Role } from '../identity/index.ts';

/** Whom the list of people shows. */
export interface PeopleQuery {
  readonly find: string;
  readonly role: Role | null;
  /** A code of a place, as typed. */
  readonly place: string;
  readonly after: PageKey | null;
}

const LONGEST = 100;

export function readPeopleQuery(query: PostedForm): PeopleQuery {
  const role = textOf(query, 'role');
  return {
    find: textOf(query, 'find').slice(0, LONGEST).toWellFormed(),
    role: isRole(role) ? role : null,
    place: textOf(query, 'place').slice(0, LONGEST).toWellFormed(),
    after: readKey(textOf(query, 'after')),
  };
}

/** As the address carries it. */
export function writeKey(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** An address that was cut off or typed by hand leads to the first page. */
function readKey(text: string): PageKey | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) &&
      key.length === 3 &&
      key.every((part) => typeof part === 'string' && !part.includes('\0') && part.isWellFormed());
    return isKey ? key : null;
  } catch {
    return null;
  }
}
