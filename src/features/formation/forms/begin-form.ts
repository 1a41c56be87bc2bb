import type { Connection } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Acting } from '../../identity/index.ts';
import { planningRound } from '../../programme/index.ts';
import { type FormContent, formPages } from '../formation.ts';
import { type FormationContext, recordStep } from '../formation-audit.ts';
import { insertForm } from '../formation-repository.ts';
import { insertSaves } from './form-content-repository.ts';

export interface FormToBegin {
  readonly formationId: string;
  readonly number: number;
  /** What holds now; null for a footprint that is new. */
  readonly base: FormContent | null;
  readonly content: FormContent;
}

/** Adds a form with what it says to begin with; inside the caller's transaction, which holds the formation. */
export async function beginForm(
  transaction: Connection,
  { pack, newId, config }: Pick<FormationContext, 'pack' | 'newId' | 'config'>,
  { formationId, number, base, content }: FormToBegin,
  by: Acting,
): Promise<void> {
  const formId = newId();
  await insertForm(transaction, {
    formId,
    formationId,
    number,
    base,
    roundId: planningRound(pack, dayOf(by.at))?.id ?? null,
    illustrative: config.isDemonstration,
    createdAt: by.at,
    createdBy: by.personId,
  });
  const stamp = { formId, revision: 1, savedBy: by.personId, savedAt: by.at };
  await insertSaves(
    transaction,
    formPages.map((page) => ({ ...stamp, page, content: content[page] })),
  );
  await recordStep(transaction, { formationId, formId, number, digest: null }, 'begin', by);
}
