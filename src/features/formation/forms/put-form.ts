import type { Acting } from '../../identity/index.ts';
import { lockMembersShared } from '../../register/index.ts';
import { ccgsAsked } from '../decisions/form-endorsement.ts';
import { type FormationContext, recordStep } from '../formation-audit.ts';
import { updateForm } from '../formation-repository.ts';
import { getWrittenForm, insertDocument } from './form-content-repository.ts';
import { type FormDocument, formDigest } from './form-document.ts';
import { nextFormState } from './form-state.ts';
import { completeForm, type FormOnPage, formMovedOn, holdForm, type MoveFormOutcome } from './move-form.ts';
import { readFormCheck } from './read-form-check.ts';

/**
 * Puts a form to its commissioners: fixes every word in one document, whose digest they endorse. A form that asks no commissioner goes straight to
 * the region.
 */
export function putForm(
  { database, pack }: Pick<FormationContext, 'database' | 'pack'>,
  page: Omit<FormOnPage, 'digest'>,
  by: Acting,
): Promise<MoveFormOutcome> {
  return database.transaction().execute(async (transaction): Promise<MoveFormOutcome> => {
    // Who is asked follows from who is a member, which stays so until this is kept.
    await lockMembersShared(transaction);
    const held = await holdForm(transaction, { ...page, digest: null });
    if (held === null) {
      return formMovedOn;
    }
    const { formation, form } = held;
    const { content } = await getWrittenForm(transaction, form.formId);
    const { check, leaving } = await readFormCheck(transaction, formation, form, content, pack.positionOn);
    const facts = { blockerCount: check.blockers.length, outstandingCount: 0 };
    const decision = nextFormState(form.state, { kind: 'put', reason: '' }, facts);
    if (decision.kind === 'refused') {
      return decision.code === 'no-blockers' ? { kind: 'blocked', check } : decision;
    }

    const { roundId, number, illustrative, base } = form;
    const asked = ccgsAsked(base, content, form.isFirst, leaving);
    const document: FormDocument = {
      format: 'footprint-form-1',
      roundId,
      number,
      illustrative,
      putAt: by.at.toISOString(),
      base,
      form: content,
      asked,
    };
    const digest = formDigest(document);
    await insertDocument(transaction, {
      formId: form.formId,
      digest,
      document,
      frozenAt: by.at,
      frozenBy: by.personId,
    });
    const put = { ...form, state: decision.state, digest };
    await updateForm(transaction, form.formId, put);
    await recordStep(transaction, put, 'put', by, { warnings: check.warnings });
    return { kind: 'ok', form: await completeForm(transaction, put, by) };
  });
}
