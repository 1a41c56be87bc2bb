import type { Connection } from '../../platform/database/database.ts';
import { slugOf } from '../../platform/slug.ts';
import { commissionerTypeOn, findOrganisation, listFootprintKeys } from '../directory/index.ts';
import type { Acting } from '../identity/index.ts';
import { leadOf, noPeople } from './formation.ts';
import type { FormationContext } from './formation-audit.ts';
import {
  insertFormation,
  listFormations,
  listNewestForms,
  listProposalsOf,
  lockProposals,
} from './formation-repository.ts';
import { beginForm } from './forms/begin-form.ts';
import { areaMention } from './forms/directory-content.ts';
import { getWrittenForm, listWrittenForms } from './forms/form-content-repository.ts';
import { isInHand } from './forms/form-state.ts';

export interface ProposeFootprint {
  readonly name: string;
  readonly leadCode: string;
}

export type ProposeOutcome =
  | { readonly kind: 'ok'; readonly slug: string }
  | { readonly kind: 'refused'; readonly field: 'name' | 'lead'; readonly reason: string };

/**
 * Starts a new footprint: nothing but a form to write, with its name and lead commissioner. The directory knows nothing of it until the
 * region has endorsed the form.
 */
export function proposeFootprint(
  context: FormationContext,
  { name, leadCode }: ProposeFootprint,
  by: Acting,
): Promise<ProposeOutcome> {
  const { database, pack, newId, config } = context;
  return database.transaction().execute(async (transaction): Promise<ProposeOutcome> => {
    const lead = await findOrganisation(transaction, leadCode, pack.positionOn);
    if (lead === null || lead.typeId !== commissionerTypeOn(pack.positionOn)) {
      return { kind: 'refused', field: 'lead', reason: 'Enter the code of a commissioner in the directory' };
    }
    await lockProposals(transaction);
    const slug = await freeSlug(transaction, name);
    if (slug === null) {
      const repeated = await repeatedProposal(transaction, { name, leadCode }, by);
      return (
        repeated ?? { kind: 'refused', field: 'name', reason: 'A footprint or proposal of that name is there already' }
      );
    }

    const formationId = newId();
    const formation = { formationId, footprintId: null, slug, illustrative: config.isDemonstration };
    await insertFormation(transaction, { ...formation, createdAt: by.at, createdBy: by.personId });
    const { organisationId, code, name: leadName } = lead;
    const content = {
      area: {
        name,
        startsOn: pack.positionOn,
        regions: lead.regions.map(areaMention),
        stps: lead.stps.map(areaMention),
        parent: null,
        reason: '',
      },
      organisations: [{ organisationId, code, name: leadName, capacity: 'lead' as const }],
      people: noPeople,
    };
    await beginForm(transaction, context, { formationId, number: 1, base: null, content }, by);
    return { kind: 'ok', slug };
  });
}

/** The proposal of that name and lead that the same person has just begun: the button was pressed twice, or the request sent again. */
async function repeatedProposal(
  transaction: Connection,
  { name, leadCode }: ProposeFootprint,
  { personId }: Acting,
): Promise<ProposeOutcome | null> {
  if (personId === null) {
    return null;
  }
  const newest = await listNewestForms(transaction);
  for (const { formationId, slug } of await listProposalsOf(transaction, personId)) {
    const form = newest.get(formationId);
    if (form?.number === 1 && form.state === 'writing') {
      const { content } = await getWrittenForm(transaction, form.formId);
      const isSame = content.area.name === name && leadOf(content.organisations)?.code === leadCode;
      if (isSame) {
        return { kind: 'ok', slug };
      }
    }
  }
  return null;
}

/** The address of a footprint of that name; null when one of that name is there or proposed. Of those given up none is in the way. */
async function freeSlug(transaction: Connection, name: string): Promise<string | null> {
  const wanted = slugOf(name);
  if (wanted === '' || wanted === 'new' || (await isNameTaken(transaction, name, null))) {
    return null;
  }
  const taken = new Set((await listFormations(transaction)).map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) {
    slug = `${wanted}-${number}`;
  }
  return slug;
}

/** Whether a footprint, past or present, or another proposal in hand goes by that name. Small differences make no other name. */
export async function isNameTaken(
  connection: Connection,
  name: string,
  own: { readonly formationId: string; readonly footprintId: string | null } | null,
): Promise<boolean> {
  const wanted = slugOf(name);
  const footprints = await listFootprintKeys(connection);
  const isAnothers = ({ areaId, slug, name: other }: (typeof footprints)[number]) =>
    areaId !== own?.footprintId && (slug === wanted || slugOf(other) === wanted);
  if (footprints.some(isAnothers)) {
    return true;
  }
  const proposals = (await listFormations(connection)).filter(
    ({ footprintId, formationId }) => footprintId === null && formationId !== own?.formationId,
  );
  const newest = await listNewestForms(connection);
  const forms = proposals
    .flatMap(({ formationId }) => newest.get(formationId) ?? [])
    .filter(({ state }) => isInHand(state));
  const contents = await listWrittenForms(
    connection,
    forms.map(({ formId }) => formId),
  );
  return [...contents.values()].some(({ area }) => slugOf(area.name) === wanted);
}
