import type { Connection } from '../../platform/database/database.ts';
import {
  endMemberships,
  insertFootprint,
  insertMemberships,
  listFootprintKeys,
  lockMemberships,
} from '../directory/index.ts';
import type { Acting } from '../roadmap/index.ts';
import { footprintCode } from './footprint-keys.ts';
import { findDocument } from './form-content-repository.ts';
import { nextFormState } from './form-state.ts';
import type { FormArea, FormContent } from './formation.ts';
import { type FormationContext, recordStep } from './formation-audit.ts';
import { type FormationRow, updateFootprint, updateForm } from './formation-repository.ts';
import type { MembershipPlan } from './membership-plan.ts';
import {
  type FormOnPage,
  formMovedOn,
  type HeldForm,
  holdForm,
  type MoveFormOutcome,
  readBoard,
  repeatedStep,
} from './move-form.ts';
import { readFormCheck } from './read-form-check.ts';

/**
 * The region endorses a form. In one transaction the directory comes to say what the form says from its day on: a new footprint
 * is added, memberships begin and end. The form is checked again, because the directory may have changed since the CCGs read it.
 */
export function acceptForm(
  { database, pack }: Pick<FormationContext, 'database' | 'pack'>,
  page: FormOnPage,
  by: Acting,
): Promise<MoveFormOutcome> {
  return database.transaction().execute(async (transaction): Promise<MoveFormOutcome> => {
    await lockMemberships(transaction);
    const document = await holdDocument(transaction, page);
    const repeated = await repeatedStep(transaction, page, { action: 'accept', reason: '' }, by);
    if (repeated !== null) {
      return { kind: 'ok', form: repeated };
    }
    if (document === null) {
      return formMovedOn;
    }
    const { held, content } = document;
    const { formation, form } = held;
    const { check, plan } = await readFormCheck(transaction, formation, form, content, pack.positionOn);
    const { outstandingCount } = await readBoard(transaction, form);
    const facts = { blockerCount: check.blockers.length, outstandingCount };
    const decision = nextFormState(form.state, { kind: 'accept', reason: '' }, facts);
    if (decision.kind === 'refused') {
      return decision.code === 'no-blockers' ? { kind: 'blocked', check } : decision;
    }

    if (formation.footprintId === null && (await isSlugTaken(transaction, formation.slug))) {
      return { kind: 'refused', reason: `Another footprint has taken the address “${formation.slug}” meanwhile` };
    }
    const footprintId = await writeDirectory(transaction, held, content, plan);
    const accepted = { ...form, state: decision.state, acceptedAt: by.at };
    await updateForm(transaction, form.formId, accepted);
    await recordStep(transaction, accepted, 'accept', by, {
      footprint: footprintId,
      begun: plan.begin.length,
      ended: plan.end.length,
    });
    return { kind: 'ok', form: accepted };
  });
}

async function holdDocument(
  transaction: Connection,
  page: FormOnPage,
): Promise<{ readonly held: HeldForm; readonly content: FormContent } | null> {
  const held = await holdForm(transaction, page);
  const stored = held === null ? null : await findDocument(transaction, held.form.formId, held.form.digest ?? '');
  return held === null || stored === null ? null : { held, content: stored.document.form };
}

async function isSlugTaken(transaction: Connection, slug: string): Promise<boolean> {
  return (await listFootprintKeys(transaction)).some((key) => key.slug === slug);
}

async function writeDirectory(
  transaction: Connection,
  { formation, form }: HeldForm,
  { area }: FormContent,
  plan: MembershipPlan,
): Promise<string> {
  const { illustrative } = form;
  // The check lets no form through without a day.
  const from = area.startsOn ?? '';
  const areaId = formation.footprintId ?? (await addFootprint(transaction, formation, area, from, illustrative));
  const ended = plan.end.map(({ membershipId }) => membershipId);
  await endMemberships(transaction, { illustrative, on: from }, ended);
  await insertMemberships(transaction, { illustrative, areaId, from }, plan.begin);
  return areaId;
}

async function addFootprint(
  transaction: Connection,
  { formationId, slug }: FormationRow,
  area: FormArea,
  from: string,
  illustrative: boolean,
): Promise<string> {
  const keys = await listFootprintKeys(transaction);
  const code = footprintCode(
    area.name,
    new Set(keys.flatMap((key) => [key.code, key.areaId.replace(/^footprint:/, '')])),
  );
  const areaId = `footprint:${code}`;
  const parents = (areas: FormArea['stps']) =>
    areas.map((parent) => ({
      areaId: parent.areaId,
      relation: areas.length > 1 ? ('spans' as const) : ('within' as const),
    }));
  await insertFootprint(transaction, {
    areaId,
    code,
    name: area.name,
    slug,
    from,
    illustrative,
    within: [...parents(area.stps), ...parents(area.regions), ...(area.parent === null ? [] : parents([area.parent]))],
  });
  await updateFootprint(transaction, formationId, areaId);
  return areaId;
}
