import type { Connection } from '../../../platform/database/database.ts';
import { laterOf } from '../../../platform/days.ts';
import { findFootprint, listAreas, listMembers } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import type { FormContent } from '../formation.ts';
import type { FormationContext } from '../formation-audit.ts';
import {
  type FormationRow,
  findFormationOf,
  findNewestForm,
  insertFormation,
  listForms,
  lockFormation,
} from '../formation-repository.ts';
import { beginForm } from './begin-form.ts';
import { directoryContent } from './directory-content.ts';
import { getWrittenForm } from './form-content-repository.ts';
import { isInHand } from './form-state.ts';

export type OpenFormOutcome =
  | { readonly kind: 'ok'; readonly number: number }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Opens a form for a footprint of the directory: its first, where it formed before this service, or a request to change what
 * holds. It begins with what the directory says and with the people of the form before.
 */
export function openForm(
  context: FormationContext,
  footprint: { readonly areaId: string; readonly slug: string; readonly from: string | null },
  by: Acting,
): Promise<OpenFormOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<OpenFormOutcome> => {
    const { formationId } = await holdFormation(transaction, context, footprint, by);
    const newest = await findNewestForm(transaction, formationId);
    if (newest !== null && isInHand(newest.state)) {
      return { kind: 'refused', reason: 'A form of this footprint is in hand already' };
    }
    const day = laterOf(context.pack.positionOn, footprint.from ?? '');
    const accepted = (await listForms(transaction, formationId)).find(({ state }) => state === 'accepted') ?? null;
    const said = accepted === null ? null : (await getWrittenForm(transaction, accepted.formId)).content;
    const base = await readDirectory(transaction, footprint.slug, laterOf(day, said?.area.startsOn ?? ''), said);
    if (base === null) {
      return { kind: 'refused', reason: 'The footprint is no more' };
    }
    const number = (newest?.number ?? 0) + 1;
    const startsOn = accepted === null ? day : null;
    const content = { ...base, area: { ...base.area, startsOn } };
    await beginForm(transaction, context, { formationId, number, base, content }, by);
    return { kind: 'ok', number };
  });
}

async function holdFormation(
  transaction: Connection,
  { newId, config }: FormationContext,
  { areaId, slug }: { readonly areaId: string; readonly slug: string },
  by: Acting,
): Promise<FormationRow> {
  const formation = { formationId: newId(), footprintId: areaId, slug, illustrative: config.isDemonstration };
  const stamp = { createdAt: by.at, createdBy: by.personId };
  const found = await findFormationOf(transaction, areaId);
  if (found === null) {
    await insertFormation(transaction, { ...formation, ...stamp });
  }
  const there = found ?? (await findFormationOf(transaction, areaId));
  if (there === null) {
    throw new Error(`The address ${slug} belongs to another formation`);
  }
  return lockFormation(transaction, there.formationId);
}

async function readDirectory(
  transaction: Connection,
  slug: string,
  day: string,
  accepted: FormContent | null,
): Promise<FormContent | null> {
  const footprint = await findFootprint(transaction, slug, day);
  if (footprint === null) {
    return null;
  }
  const members = await listMembers(transaction, footprint.areaId, day);
  const parentId = accepted?.area.parent?.areaId ?? null;
  const parent =
    parentId === null
      ? null
      : ((await listAreas(transaction, 'footprint', day)).find(({ areaId }) => areaId === parentId) ?? null);
  return directoryContent(footprint, parent, members, accepted);
}
