import { z } from 'zod';
import type {
  AreaLink,
  AreaNote,
  HexagonCell,
  Measure,
  Membership,
  OrganisationArea,
  ReferenceArea,
  ReferenceOrganisation,
  ReferenceSource,
  Succession,
} from './reference.ts';
import * as shapes from './reference-shapes.ts';

const { provenanceColumns, validTimeColumns } = shapes;

/** One reference file: its name, its columns in order, and how a row of text becomes a fact. */
export interface ReferenceTable<T> {
  readonly file: string;
  readonly columns: readonly string[];
  readonly row: z.ZodType<T>;
}

export const sourceTable = table(
  'sources.csv',
  {
    id: shapes.slug,
    title: shapes.text,
    publisher: shapes.text,
    url: shapes.optionalUrl,
    licence: shapes.text,
    dated_on: shapes.optionalPartialDate,
    note: shapes.optionalText,
  },
  ({ dated_on, ...row }): ReferenceSource => ({ ...row, datedOn: dated_on }),
);

export const areaTable = table(
  'areas.csv',
  {
    kind: shapes.areaKind,
    code: shapes.text,
    name: shapes.text,
    slug: shapes.slug,
    ...validTimeColumns,
    ...provenanceColumns,
  },
  ({ kind, code, name, slug, ...row }): ReferenceArea => ({
    kind,
    code,
    name,
    slug,
    ...validTime(row),
    ...provenance(row),
  }),
);

export const areaLinkTable = table(
  'area-links.csv',
  {
    child_kind: shapes.areaKind,
    child_code: shapes.text,
    parent_kind: shapes.areaKind,
    parent_code: shapes.text,
    relation: shapes.areaRelation,
    ...validTimeColumns,
    ...provenanceColumns,
  },
  (row): AreaLink => ({
    child: { kind: row.child_kind, code: row.child_code },
    parent: { kind: row.parent_kind, code: row.parent_code },
    relation: row.relation,
    ...validTime(row),
    ...provenance(row),
  }),
);

export const organisationTable = table(
  'organisations.csv',
  {
    code: shapes.organisationCode,
    name: shapes.text,
    type: shapes.slug,
    type_standing: shapes.standing,
    town: shapes.optionalText,
    postcode: shapes.optionalPostcode,
    region_code: shapes.text,
    ...validTimeColumns,
    ...provenanceColumns,
  },
  (row): ReferenceOrganisation => ({
    code: row.code,
    name: row.name,
    type: row.type,
    typeStanding: row.type_standing,
    town: row.town,
    postcode: row.postcode,
    regionCode: row.region_code,
    ...validTime(row),
    ...provenance(row),
  }),
);

export const organisationAreaTable = table(
  'organisation-areas.csv',
  {
    organisation_code: shapes.organisationCode,
    area_kind: shapes.areaKind,
    area_code: shapes.text,
    ...validTimeColumns,
    ...provenanceColumns,
  },
  (row): OrganisationArea => ({
    organisationCode: row.organisation_code,
    area: { kind: row.area_kind, code: row.area_code },
    ...validTime(row),
    ...provenance(row),
  }),
);

export const membershipTable = table(
  'memberships.csv',
  {
    footprint_code: shapes.text,
    organisation_code: shapes.organisationCode,
    role: shapes.membershipRole,
    listed_as: shapes.optionalText,
    ...validTimeColumns,
    ...provenanceColumns,
  },
  (row): Membership => ({
    footprintCode: row.footprint_code,
    organisationCode: row.organisation_code,
    role: row.role,
    listedAs: row.listed_as,
    ...validTime(row),
    ...provenance(row),
  }),
);

export const measureTable = table(
  'measures.csv',
  {
    organisation_code: shapes.organisationCode,
    measure: shapes.measureName,
    value: shapes.wholeNumber,
    measured_on: shapes.date,
    ...provenanceColumns,
  },
  (row): Measure => ({
    organisationCode: row.organisation_code,
    measure: row.measure,
    value: row.value,
    measuredOn: row.measured_on,
    ...provenance(row),
  }),
);

export const hexagonTable = table(
  'hexagons.csv',
  {
    area_kind: shapes.areaKind,
    area_code: shapes.text,
    column: shapes.wholeNumber,
    row: shapes.wholeNumber,
    ...provenanceColumns,
  },
  (row): HexagonCell => ({
    area: { kind: row.area_kind, code: row.area_code },
    column: row.column,
    row: row.row,
    ...provenance(row),
  }),
);

export const successionTable = table(
  'successions.csv',
  {
    subject: shapes.successionSubject,
    kind: shapes.successionKind,
    predecessor: shapes.successionMember,
    successor: shapes.optionalSuccessionMember,
    effective_on: shapes.date,
    ...provenanceColumns,
  },
  ({ subject, kind, predecessor, successor, ...row }): Succession => ({
    subject,
    kind,
    predecessor,
    successor,
    effectiveOn: row.effective_on,
    ...provenance(row),
  }),
);

export const areaNoteTable = table(
  'area-notes.csv',
  {
    area_kind: shapes.areaKind,
    area_code: shapes.text,
    dated_on: shapes.optionalPartialDate,
    statement: shapes.text,
    ...provenanceColumns,
  },
  (row): AreaNote => ({
    area: { kind: row.area_kind, code: row.area_code },
    datedOn: row.dated_on,
    statement: row.statement,
    ...provenance(row),
  }),
);

/** A table with these columns in this order; `toFact` says what a row with sound fields means. */
export function table<S extends z.ZodRawShape, T>(
  file: string,
  columns: S,
  toFact: (row: z.output<z.ZodObject<S>>) => T,
): ReferenceTable<T> {
  return { file, columns: Object.keys(columns), row: z.object(columns).transform((row) => toFact(row)) };
}

type Row<C extends z.ZodRawShape> = z.output<z.ZodObject<C>>;

function validTime({ valid_from, valid_to }: Row<typeof validTimeColumns>) {
  return { validFrom: valid_from, validTo: valid_to };
}

function provenance({ source, standing, note }: Row<typeof provenanceColumns>) {
  return { source, standing, note };
}
