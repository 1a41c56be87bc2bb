import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { type LetterChoice, usualChoice } from './letter-choice.ts';

/** What these people have chosen; whoever has chosen nothing is left out. */
export async function listChoices(
  connection: Connection,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LetterChoice>> {
  const { rows } = await sql<LetterChoice & { readonly personId: string }>`
    select letter_choice.person_id as "personId", letter_choice.asking, letter_choice.telling
    from letter_choice where letter_choice.person_id = any(${personIds}::text[])`.execute(connection);
  return new Map(rows.map(({ personId, asking, telling }) => [personId, { asking, telling }]));
}

export async function findChoice(connection: Connection, personId: string): Promise<LetterChoice> {
  return (await listChoices(connection, [personId])).get(personId) ?? usualChoice;
}

/** Keeps what somebody chooses, in place of what they chose before. */
export async function updateChoice(
  connection: Connection,
  personId: string,
  { asking, telling }: LetterChoice,
  at: Date,
): Promise<void> {
  await connection
    .insertInto('letter_choice')
    .values({ person_id: personId, asking, telling, chosen_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ asking, telling, chosen_at: at }))
    .execute();
}
