import { z } from 'zod';
import type { Connection } from '../../platform/database/database.ts';
import { storedJson } from '../../platform/stored-json.ts';
import type { DraftKey, PrivateDraft } from './private-draft.ts';

const storedFields = storedJson(
  'private_draft.fields',
  z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
);

function selectDraft(connection: Connection, { personId, form }: DraftKey) {
  return connection
    .selectFrom('private_draft')
    .select(['private_draft.fields', 'private_draft.revision', 'private_draft.kept_at as keptAt'])
    .where('private_draft.person_id', '=', personId)
    .where('private_draft.form', '=', form)
    .where('private_draft.fields', 'is not', null);
}

/** What the person has typed into the form and not sent; null where that is nothing. */
export async function findPrivateDraft(connection: Connection, key: DraftKey): Promise<PrivateDraft | null> {
  const row = await selectDraft(connection, key).executeTakeFirst();
  return row === undefined ? null : { ...row, fields: storedFields.read(row.fields) };
}

/** As `findPrivateDraft`, held until the transaction ends. */
export async function lockPrivateDraft(transaction: Connection, key: DraftKey): Promise<PrivateDraft | null> {
  const row = await selectDraft(transaction, key).forUpdate().executeTakeFirst();
  return row === undefined ? null : { ...row, fields: storedFields.read(row.fields) };
}

/**
 * Puts a draft in the place of the one before, and answers its revision, which no draft of the form had before it; of two that were begun
 * at once, the second writes over the first.
 */
export async function updatePrivateDraft(
  transaction: Connection,
  { personId, form }: DraftKey,
  { fields, keptAt }: Pick<PrivateDraft, 'fields' | 'keptAt'>,
): Promise<number> {
  const values = { fields: storedFields.write(fields), kept_at: keptAt };
  const { revision } = await transaction
    .insertInto('private_draft')
    .values({ person_id: personId, form, revision: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'form'])
        .doUpdateSet((row) => ({ ...values, revision: row('private_draft.revision', '+', 1) })),
    )
    .returning('private_draft.revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/**
 * Forgets a draft that was sent or is not wanted; its revision alone stays, so that none has it again. One that was kept since, from
 * another window, stays; answers whether this one went.
 */
export async function deletePrivateDraft(transaction: Connection, key: DraftKey, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('private_draft')
    .set({ fields: null })
    .where('private_draft.person_id', '=', key.personId)
    .where('private_draft.form', '=', key.form)
    .where('private_draft.revision', '=', revision)
    .where('private_draft.fields', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
