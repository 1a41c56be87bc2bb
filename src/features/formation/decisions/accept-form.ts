import type { Connection } from '../../../platform/database/database.ts';
import { listInWords } from '../../../views/format.ts';
import { outstandingCount } from '../../agreement/index.ts';
import { listFootprintKeys } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import {
  areaFact,
  areaLinkFact,
  changeRegister,
  type DatedPlace,
  endPlaces,
  insertPlaces,
  membershipFact,
  type PlaceFact,
  type RegisterAction,
  type RegisterTransaction,
} from '../../register/index.ts';
import { footprintCode } from '../footprint-keys.ts';
import type { FormArea, FormContent } from '../formation.ts';
import { type FormationContext, recordStep } from '../formation-audit.ts';
import { type FormationRow, type FormRow, updateFootprint, updateForm } from '../formation-repository.ts';
import { findDocument } from '../forms/form-content-repository.ts';
import { nextFormState } from '../forms/form-state.ts';
import {
  type FormOnPage,
  formMovedOn,
  type HeldForm,
  holdForm,
  type MoveFormOutcome,
  readBoard,
  repeatedStep,
  takeBackForm,
} from '../forms/move-form.ts';
import { readFormCheck } from '../forms/read-form-check.ts';
import { ccgsAsked } from './form-endorsement.ts';
import type { MembershipPlan, MembershipStart } from './membership-plan.ts';

/**
 * The region endorses a form. In one transaction the directory comes to say what the form says from its day on: a new footprint
 * is added, memberships begin and end. The form is checked again, because the directory may have changed since the commissioners read it.
 */
export function acceptForm(
  { database, pack, register }: Pick<FormationContext, 'database' | 'pack' | 'register'>,
  page: FormOnPage,
  by: Acting,
): Promise<MoveFormOutcome> {
  const action: RegisterAction = { because: 'the region endorsed the form of the footprint', by, lasts: 'short' };
  return database
    .transaction()
    .execute((transaction) =>
      changeRegister(transaction, register, action, (writer) => accept(writer, page, pack.positionOn, by)),
    );
}

async function accept(
  transaction: RegisterTransaction,
  page: FormOnPage,
  positionOn: string,
  by: Acting,
): Promise<MoveFormOutcome> {
  const held = await holdForm(transaction, page);
  const stored = held === null ? null : await findDocument(transaction, held.form.formId, held.form.digest ?? '');
  const repeated = await repeatedStep(transaction, page, { action: 'accept', reason: '' }, by);
  if (repeated !== null) {
    return { kind: 'ok', form: repeated };
  }
  if (held === null || stored === null) {
    return formMovedOn;
  }
  const { formation, form } = held;
  const content = stored.document.form;
  const { check, plan, leaving } = await readFormCheck(transaction, formation, form, content, positionOn);
  const unasked = ccgsAsked(form.base, content, form.isFirst, leaving).filter(
    ({ organisationId }) => !stored.document.asked.some((one) => one.organisationId === organisationId),
  );
  if (unasked.length > 0 && form.state === 'with-region') {
    const reason = `${listInWords(unasked.map(({ name }) => name))} must be asked too: the members have changed since the form was put`;
    await takeBackForm(transaction, form, reason, by);
    return { kind: 'refused', reason: `${reason}. The form is back with those who write it` };
  }
  const board = await readBoard(transaction, form);
  const facts = { blockerCount: check.blockers.length, outstandingCount: outstandingCount(board) };
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
}

async function isSlugTaken(transaction: Connection, slug: string): Promise<boolean> {
  return (await listFootprintKeys(transaction)).some((key) => key.slug === slug);
}

async function writeDirectory(
  transaction: RegisterTransaction,
  { formation, form }: HeldForm,
  { area }: FormContent,
  plan: MembershipPlan,
): Promise<string> {
  // The check lets no form through without a day.
  const from = area.startsOn ?? '';
  const fromDay = (fact: PlaceFact): DatedPlace => ({ ...fact, validFrom: from, validTo: null, ...wordOf(form) });
  const areaId = formation.footprintId ?? (await addFootprint(transaction, formation, area, fromDay));
  const member = ({ organisationId, role }: MembershipStart) => membershipFact({ areaId, organisationId, role });
  const { sourceId } = wordOf(form);
  await endPlaces(transaction, 'membership', plan.end.map(member), { on: from, sourceId });
  await insertPlaces(transaction, 'membership', plan.begin.map(member).map(fromDay));
  return areaId;
}

/** Who says so. A form made up for the demonstration is never official. */
function wordOf({ illustrative }: Pick<FormRow, 'illustrative'>) {
  return illustrative
    ? {
        sourceId: 'formation-illustrative',
        standing: 'inferred',
        note: 'Illustrative: made up to show how the service works',
      }
    : { sourceId: 'formation', standing: 'official', note: '' };
}

async function addFootprint(
  transaction: RegisterTransaction,
  { formationId, slug }: FormationRow,
  area: FormArea,
  fromDay: (fact: PlaceFact) => DatedPlace,
): Promise<string> {
  const keys = await listFootprintKeys(transaction);
  const code = footprintCode(
    area.name,
    new Set(keys.flatMap((key) => [key.code, key.areaId.replace(/^footprint:/, '')])),
  );
  const areaId = `footprint:${code}`;
  const links = (parents: FormArea['stps']) =>
    parents.map((parent) =>
      areaLinkFact({
        childAreaId: areaId,
        parentAreaId: parent.areaId,
        relation: parents.length > 1 ? 'spans' : 'within',
      }),
    );
  const within = [...links(area.stps), ...links(area.regions), ...links(area.parent === null ? [] : [area.parent])];
  const footprint = areaFact({ areaId, kind: 'footprint', code, name: area.name, slug });
  await insertPlaces(transaction, 'area', [fromDay(footprint)]);
  await insertPlaces(transaction, 'area-link', within.map(fromDay));
  await updateFootprint(transaction, formationId, areaId);
  return areaId;
}
