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
    areas: reference.areas.map(({ kind, code, name, slug, ...area }) => ({
      area_id: areaIdOf({ kind, code }),
      kind,
      code,
      name,
      slug,
      ...dated(area),
    })),
    areaLinks: reference.areaLinks.map(({ child, parent, relation, ...link }) => ({
      child_area_id: areaIdOf(child),
      parent_area_id: areaIdOf(parent),
      relation,
      ...dated(link),
    })),
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
    organisationAreas: reference.organisationAreas.map(({ organisationCode, area, ...place }) => ({
      organisation_id: organisationIdOf(organisationCode),
      area_id: areaIdOf(area),
      ...dated(place),
    })),
    memberships: reference.memberships.map(({ footprintCode, organisationCode, role, listedAs, ...membership }) => ({
      area_id: areaIdOf({ kind: 'footprint', code: footprintCode }),
      organisation_id: organisationIdOf(organisationCode),
      role,
      listed_as: listedAs ?? '',
      ...dated(membership),
    })),
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
    successions: successionEvents(reference.successions).map(successionRow),
  };
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
