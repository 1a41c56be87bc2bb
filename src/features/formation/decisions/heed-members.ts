import type { Connection } from '../../../platform/database/database.ts';
import type { RegisterListener, TakenBack } from '../../../register-keeping.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { membersChangedReason } from '../../agreement/index.ts';
import { compareMembers } from '../../register/index.ts';
import { nameInForm } from '../formation-place.ts';
import { listWaitingForms, lockFormation } from '../formation-repository.ts';
import { findDocument } from '../forms/form-content-repository.ts';
import type { FormDocument } from '../forms/form-document.ts';
import { listOrganisationsOn } from '../forms/members-on-record-repository.ts';
import { readBoard, takeBackForm } from '../forms/move-form.ts';

/**
 * What becomes of footprint forms when the register changes. A form that waits for its commissioners or its region goes back to writing, with the
 * reason, when the members of its footprint are others than it was begun with, or when a commissioner that was asked is there no more: what would
 * be accepted is not what was endorsed, and others might have to be asked.
 */
export const heedMembersOfForms: RegisterListener = async (transaction, { footprints, because, by }) => {
  const takenBack: TakenBack[] = [];
  for (const { formationId } of await listWaitingForms(transaction)) {
    const formation = await lockFormation(transaction, formationId);
    const form = (await listWaitingForms(transaction)).find((one) => one.formationId === formationId);
    const stored = form?.digest == null ? null : await findDocument(transaction, form.formId, form.digest);
    if (form === undefined || stored === null) {
      continue;
    }
    const changed = footprints.find(({ footprintId }) => footprintId === formation.footprintId);
    const reason =
      changed === undefined
        ? await goneInWords(transaction, stored.document, because)
        : membersChangedReason(compareMembers(changed.before, changed.after), because);
    if (reason !== null) {
      const { rows } = await readBoard(transaction, form);
      await takeBackForm(transaction, form, reason, { ...by, role: by.onBehalfOf });
      takenBack.push({
        what: form.isFirst ? 'the footprint form' : 'the request for change',
        footprintId: formation.footprintId,
        footprintName: nameInForm(form, stored.document.form),
        lapsedCount: rows.filter(({ endorsement }) => endorsement !== null).length,
      });
    }
  }
  return takenBack;
};

/** Those of the commissioners asked that are not in the directory on the day of the form; null where all are. */
async function goneInWords(
  connection: Connection,
  { asked, form }: FormDocument,
  because: string,
): Promise<string | null> {
  // Nothing is put without a day.
  const day = form.area.startsOn ?? '';
  const ids = asked.map(({ organisationId }) => organisationId);
  const there = new Map((await listOrganisationsOn(connection, ids, day)).map((one) => [one.organisationId, one.code]));
  const gone = asked.filter(({ organisationId, code }) => there.get(organisationId) !== code);
  return gone.length === 0
    ? null
    : `${listInWords(gone.map(({ name }) => name))} was asked to endorse the form, and is not in the directory on ${formatDate(day)} (${because})`;
}
