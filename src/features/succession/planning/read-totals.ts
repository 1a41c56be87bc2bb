import type { Connection } from '../../../platform/database/database.ts';
import { dayBefore } from '../../../platform/days.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { trustTypes } from '../trust-types.ts';
import type { Plan } from './plan.ts';
import { asPublished, type FootprintRow, restated } from './restate.ts';
import { listFootprintPlaces, listOrganisationFacts } from './situation-facts-repository.ts';

export interface ComparedTotals {
  /** The last day before the event. */
  readonly day: string;
  /** By the footprints of that day. */
  readonly asPublished: readonly NamedTotals[];
  /** The same figures by the footprints since the event. */
  readonly restated: readonly NamedTotals[];
}

export interface NamedTotals extends Omit<FootprintRow, 'areaId'> {
  readonly name: string;
}

/** The figures of the last day before an applied event, as published then and restated to the footprints since. */
export async function readTotals(
  connection: Connection,
  pack: Pick<ProgrammePack, 'organisationTypes'>,
  { event, links, subject, touches }: Plan,
): Promise<ComparedTotals> {
  const day = dayBefore(event.effectiveOn);
  const places = await listFootprintPlaces(connection, touches, event.effectiveOn);
  const trusts = trustTypes(pack);
  const ids = [...new Set(places.map(({ organisationId }) => organisationId))];
  const facts = await listOrganisationFacts(connection, ids, day);
  const members = new Set(
    places
      .filter(({ from, to }) => (from === null || from <= day) && (to === null || to > day))
      .map((one) => one.organisationId),
  );
  const counted = facts
    .filter(({ organisationId, isThere }) => isThere && members.has(organisationId))
    .map((one) => ({ ...one, isTrust: trusts.has(one.typeId) }));
  const history = {
    places,
    successions: subject === 'organisation' ? links.map((link) => ({ ...link, effectiveOn: event.effectiveOn })) : [],
    organisationsOn: () => counted,
  };
  const names = new Map(places.map(({ areaId, name }) => [areaId, name]));
  const named = (rows: readonly FootprintRow[]) =>
    rows.map(({ areaId, totals }) => ({
      name: areaId === null ? 'In no footprint of these' : (names.get(areaId) ?? areaId),
      totals,
    }));
  return {
    day,
    asPublished: named(asPublished(history, day).footprints),
    restated: named(restated(history, day, event.effectiveOn).footprints),
  };
}
