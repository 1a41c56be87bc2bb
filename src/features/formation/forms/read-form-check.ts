import type { CheckResult } from '../../../platform/check-result.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { findFootprintLife, listAreas, type OrganisationRef, planningKindOn } from '../../directory/index.ts';
import { type MembershipPlan, planMemberships } from '../decisions/membership-plan.ts';
import type { FormContent } from '../formation.ts';
import type { FormationRow, FormRow } from '../formation-repository.ts';
import { isNameTaken } from '../propose-footprint.ts';
import { checkForm } from './check-form.ts';
import {
  listFootprintMemberships,
  listMembershipsElsewhere,
  listOrganisationsOn,
} from './members-on-record-repository.ts';

export interface CheckedForm {
  readonly check: CheckResult;
  /** What acceptance would write; empty while no day is given. */
  readonly plan: MembershipPlan;
  /** Members of the day whom the form does not name: their membership would end. */
  readonly leaving: readonly OrganisationRef[];
}

/** Checks a form against the directory as it is on the day from which the form is to hold. */
export async function readFormCheck(
  connection: Connection,
  formation: FormationRow,
  form: Pick<FormRow, 'base' | 'isFirst'>,
  content: FormContent,
  positionOn: string,
): Promise<CheckedForm> {
  const { footprintId } = formation;
  const day = content.area.startsOn ?? positionOn;
  const ids = content.organisations.map(({ organisationId }) => organisationId);
  const own = { areaId: footprintId, parentId: content.area.parent?.areaId ?? null };
  const [known, elsewhere, plan, areaName, nameTaken, places] = [
    await listOrganisationsOn(connection, ids, day),
    await listMembershipsElsewhere(connection, ids, own, day),
    await readPlan(connection, footprintId, content),
    await nameOfFootprint(connection, footprintId, day),
    await isNameTaken(connection, content.area.name, formation),
    footprintId === null ? await listPlaces(connection, day) : null,
  ];
  const leavingIds = plan.end.map(({ organisationId }) => organisationId).filter((id) => !ids.includes(id));
  const leaving = await listOrganisationsOn(connection, leavingIds, day);
  const check = checkForm(content, form.base, form.isFirst, {
    types: new Map(known.map(({ organisationId, typeId }) => [organisationId, typeId])),
    elsewhere,
    clashes: plan.clashes,
    areaName,
    isNameTaken: nameTaken,
    places,
    leaving,
  });
  return { check, plan, leaving };
}

async function listPlaces(connection: Connection, day: string): Promise<ReadonlySet<string>> {
  const [regions, planning] = [
    await listAreas(connection, 'region', day),
    await listAreas(connection, planningKindOn(day), day),
  ];
  return new Set([...regions, ...planning].map(({ areaId }) => areaId));
}

async function readPlan(
  connection: Connection,
  footprintId: string | null,
  { area, organisations }: FormContent,
): Promise<MembershipPlan> {
  if (area.startsOn === null) {
    return { begin: [], end: [], clashes: [] };
  }
  const current = footprintId === null ? [] : await listFootprintMemberships(connection, footprintId);
  return planMemberships(current, organisations, area.startsOn);
}

async function nameOfFootprint(
  connection: Connection,
  footprintId: string | null,
  day: string,
): Promise<string | null> {
  const life = footprintId === null ? null : await findFootprintLife(connection, { areaId: footprintId }, day);
  return life?.name ?? null;
}
