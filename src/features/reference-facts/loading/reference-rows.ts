import {
  areaFact,
  areaLinkFact,
  type DatedPlace,
  membershipFact,
  organisationPlaceFact,
  type PlaceFact,
  type PlaceKind,
} from '../../register/index.ts';
import type { AreaKey, Provenance, ReferenceData, ValidTime } from '../reading/reference.ts';
import { type ReferenceEvent, successionEvents } from '../reading/succession-events.ts';

/* Reference facts as rows of the tables: names of columns, and ids instead of codes. Validity becomes a range in SQL. */

/** The id of an organisation that comes with the reference facts: its code. */
export const organisationIdOf = (code: string): string => code;

/** The id of an area that comes with the reference facts, e.g. `stp:E54000009`. */
export const areaIdOf = ({ kind, code }: AreaKey): string => `${kind}:${code}`;

export type ReferenceRows = ReturnType<typeof referenceRows>;

/** Every reference fact as the row that holds it. */
export function referenceRows(reference: ReferenceData) {
  return {
    sources: reference.sources.map(({ id, datedOn, note, ...source }) => ({
      source_id: id,
      ...source,
      dated_on: datedOn,
      note: note ?? '',
    })),
    areaIds: [...new Set(reference.areas.map(areaIdOf))],
    places: placesOf(reference),
    organisations: reference.organisations.map(
      ({ code, name, type, typeStanding, town, postcode, ...organisation }) => ({
        organisation_id: organisationIdOf(code),
        code,
        name,
        type_id: type,
        type_standing: typeStanding,
        town: town ?? '',
        postcode: postcode ?? '',
        ...dated(organisation),
      }),
    ),
    measures: reference.measures.map(({ organisationCode, measure, value, measuredOn, ...provenance }) => ({
      organisation_id: organisationIdOf(organisationCode),
      measure,
      value,
      measured_on: measuredOn,
      ...cited(provenance),
    })),
    hexagons: reference.hexagons.map(({ area, column, row, source }) => ({
      area_id: areaIdOf(area),
      hex_column: column,
      hex_row: row,
      source_id: source,
    })),
    areaNotes: reference.areaNotes.map(({ area, statement, datedOn, ...provenance }, position) => ({
      area_id: areaIdOf(area),
      position,
      statement,
      dated_on: datedOn ?? '',
      ...cited(provenance),
    })),
    successions: successionEvents(reference.successions).map(successionRow),
  };
}

interface PlacesOfKind {
  readonly kind: PlaceKind;
  readonly places: readonly DatedPlace[];
}

/** Each kind after those that it points at. */
function placesOf({ areas, areaLinks, organisationAreas, memberships }: ReferenceData): PlacesOfKind[] {
  return [
    { kind: 'area', places: areas.map((area) => datedPlace(areaFact({ areaId: areaIdOf(area), ...area }), area)) },
    {
      kind: 'area-link',
      places: areaLinks.map(({ child, parent, relation, ...link }) =>
        datedPlace(areaLinkFact({ childAreaId: areaIdOf(child), parentAreaId: areaIdOf(parent), relation }), link),
      ),
    },
    {
      kind: 'organisation-place',
      places: organisationAreas.map(({ organisationCode, area, ...place }) => {
        const ids = { organisationId: organisationIdOf(organisationCode), areaId: areaIdOf(area) };
        return datedPlace(organisationPlaceFact(ids), place);
      }),
    },
    {
      kind: 'membership',
      places: memberships.map(({ footprintCode, organisationCode, role, listedAs, ...membership }) => {
        const areaId = areaIdOf({ kind: 'footprint', code: footprintCode });
        const organisationId = organisationIdOf(organisationCode);
        return datedPlace(membershipFact({ areaId, organisationId, role }, listedAs), membership);
      }),
    },
  ];
}

function datedPlace(
  fact: PlaceFact,
  { validFrom, validTo, source, standing, note }: ValidTime & Provenance,
): DatedPlace {
  return { ...fact, validFrom, validTo, sourceId: source, standing, note: note ?? '' };
}

type SuccessionStep = readonly [predecessor: string, successor: string | null];

function successionRow({ rows }: ReferenceEvent) {
  const [{ subject, kind, effectiveOn, source, standing }] = rows;
  const links: readonly SuccessionStep[] = rows.map(({ predecessor, successor }) => [predecessor, successor]);
  const reason = [...new Set(rows.flatMap(({ note }) => note ?? []))].join('. ');
  return { subject, kind, effectiveOn, reason, sourceId: source, standing, links };
}

function dated({ validFrom, validTo, ...provenance }: ValidTime & Provenance) {
  return { valid_from: validFrom, valid_to: validTo, ...cited(provenance) };
}

function cited({ source, standing, note }: Provenance) {
  return { source_id: source, standing, note: note ?? '' };
}
