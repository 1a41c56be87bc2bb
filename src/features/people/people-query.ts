import { decodeCursor, encodeCursor, listMark } from '../../platform/cursor.ts';
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
    // An address that was cut off or typed by hand leads to the first page.
    after: decodeCursor(textOf(query, 'after'), mark, 3),
  };
}

const mark = listMark('people', {});

/** As the address carries it. */
export function cursorOf(key: PageKey): string {
  return encodeCursor(mark, key);
}
