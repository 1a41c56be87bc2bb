import type { ProgrammePack } from '../../programme/index.ts';
import {
  type HistoryChange,
  historyRows,
  listStored,
  type OrganisationHistory,
  observe,
  organisationTypes,
  type RegisterTransaction,
  type StoredOrganisation,
  updateHistoryRows,
} from '../../register/index.ts';
import { type EnteredEnd, type ShippedOrganisation, sightingsOf } from './shipped-sightings.ts';

/** What the facts have to be read with: what types of organisation there are, and the day whose position they give. */
export type ReferencePack = Pick<ProgrammePack, 'organisationTypes' | 'factsOn'>;

/**
 * Takes what the shipped facts say of organisations into their histories, in the place of what they said before. They are a
 * source like any other, of the programme's position day: files imported since stay what they were, and so do ends that were
 * entered here.
 */
export async function foldShippedOrganisations(
  connection: RegisterTransaction,
  rows: readonly ShippedOrganisation[],
  pack: ReferencePack,
): Promise<void> {
  const stored = await listStored(connection, [...new Set(rows.map(({ code }) => code))]);
  const types = organisationTypes(pack.organisationTypes);
  const byOrganisation = Map.groupBy(rows, (row) => row.organisation_id);
  const changes = [...byOrganisation].map(([organisationId, own]): HistoryChange => {
    const known = stored.get(organisationId);
    const before = withoutShipped(known, { organisationId, code: own[0]?.code ?? organisationId });
    const sightings = sightingsOf(own, pack.factsOn, enteredEnds(known));
    const folded = sightings.reduce((each, sighting) => observe(each, sighting, types), before);
    const history = withEnteredEnds(folded, known);
    return { stored: known ?? null, history, relations: known?.relations ?? [] };
  });
  await updateHistoryRows(connection, historyRows(changes, types));
}

function withoutShipped(
  known: StoredOrganisation | undefined,
  { organisationId, code }: Omit<OrganisationHistory, 'lives'>,
): OrganisationHistory {
  const lives = (known?.history.lives ?? []).flatMap((life) => {
    const states = life.states.filter(({ cited }) => !cited.isCurated);
    return states.length === 0 ? [] : [{ ...life, states }];
  });
  return { organisationId, code, lives };
}

function enteredEnds(known: StoredOrganisation | undefined): EnteredEnd[] {
  const states = known?.states ?? [];
  return states.flatMap(({ to, endedBy }, index) =>
    endedBy === null || to === null ? [] : [{ endedOn: to, resumedOn: states[index + 1]?.from ?? null }],
  );
}

function withEnteredEnds(history: OrganisationHistory, known: StoredOrganisation | undefined): OrganisationHistory {
  const endedBy = new Map((known?.states ?? []).map((state) => [state.to, state.endedBy]));
  const lives = history.lives.map((life) =>
    life.endedOn === null ? life : { ...life, endedBy: endedBy.get(life.endedOn) ?? null },
  );
  return { ...history, lives };
}
