import { z } from 'zod';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
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
    .where('private_draft.form', '=', form);
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

/** Puts a draft in the place of the one before; of two that were begun at once, the second writes over the first. */
export async function updatePrivateDraft(
  transaction: Connection,
  { personId, form }: DraftKey,
  draft: PrivateDraft,
): Promise<void> {
  const values = { fields: storedFields.write(draft.fields), revision: draft.revision, kept_at: draft.keptAt };
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('private_draft')
    .values({ person_id: personId, form, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'form']).doUpdateSet(values))
    .executeTakeFirst();
  expectRows('a draft is kept', 1, numInsertedOrUpdatedRows ?? 0n);
}

/** Forgets a draft that was sent or is not wanted. One that was kept since, from another window, stays; answers whether this one went. */
export async function deletePrivateDraft(transaction: Connection, key: DraftKey, revision: number): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('private_draft')
    .where('private_draft.person_id', '=', key.personId)
    .where('private_draft.form', '=', key.form)
    .where('private_draft.revision', '=', revision)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
