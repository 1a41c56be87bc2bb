import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readPage } from '../../../platform/database/statements/read-page.ts';
import type { Page } from '../../../platform/page.ts';
import type { LetterQuery, LetterState, ListedLetter } from './letter-query.ts';

/** Letters that were put together from notices have no link of their own, so that the line for one was typed. */
const isLinkTyped = sql<boolean>`
  (letter.link is null and letter.body like '%{link}%'
    and exists (select from notice where notice.letter_id = letter.letter_id))`;

/** The letters asked for, newest first. The link in one that opens an account is not read. */
export function listLetters(
  connection: Connection,
  { find, state, before }: LetterQuery,
  limit: number,
): Promise<Page<ListedLetter>> {
  const isFor = (text: string) => sql`
    (strpos(lower(letter.recipient), lower(${text})) > 0 or strpos(lower(person.name), lower(${text})) > 0)`;
  return readPage<ListedLetter>(
    connection,
    {
      columns: sql`
        letter.letter_id as "letterId", letter.recipient as email, person.name, letter.subject, letter.body,
        ${isLinkTyped} as "isLinkTyped", letter.state,
        letter.failure, letter.written_at as "writtenAt", letter.settled_at as "settledAt"`,
      from: sql`letter left join person on person.email = letter.recipient`,
      where: sql`${find === '' ? sql`true` : isFor(find)} and ${state === null ? sql`true` : sql`letter.state = ${state}`}`,
      // Ids of letters grow with time.
      order: [sql`letter.letter_id`],
      isDescending: true,
      keyOf: ({ letterId }) => [letterId],
    },
    { after: before === null ? null : [before], limit },
  );
}

/** Whether there is such a letter, and what it says. */
export async function findLetter(
  connection: Connection,
  letterId: string,
): Promise<Pick<ListedLetter, 'state' | 'subject' | 'body' | 'isLinkTyped'> | null> {
  const letter = await connection
    .selectFrom('letter')
    .select(['state', 'subject', 'body', isLinkTyped.as('isLinkTyped')])
    .where('letter_id', '=', letterId)
    .executeTakeFirst();
  return letter === undefined ? null : { ...letter, state: letter.state as LetterState };
}

export async function countFailed(connection: Connection): Promise<number> {
  const { count } = await connection
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return count;
}
