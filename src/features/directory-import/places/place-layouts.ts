import {
  type ReferenceAreaKind,
  type ReferenceTable,
  referenceShapes as shapes,
  table,
  type ValidTime,
} from '../../reference-facts/index.ts';
import type { PlaceKind } from '../../register/index.ts';

/* The files of areas, of how areas lie in each other, and of memberships: the layouts of docs/import.md. */

/** An area or organisation that a row speaks of. */
export interface PlaceMention {
  readonly column: string;
  readonly kind: ReferenceAreaKind | 'organisation';
  readonly code: string;
}

/** One row: that something was so for a time. */
export interface PlaceRow extends ValidTime {
  readonly mentions: readonly PlaceMention[];
  /** What else tells this thing from others; only memberships have it, their role. */
  readonly role: string | null;
  /** What the row says, by column of the table. */
  readonly said: Readonly<Record<string, string>>;
  readonly standing: string;
  readonly note: string;
}

export type PlaceLayoutId = 'areas' | 'area-links' | 'memberships';

export interface PlaceLayout {
  readonly id: PlaceLayoutId;
  readonly label: string;
  readonly columns: readonly string[];
  readonly table: ReferenceTable<PlaceRow>;
  /** What its rows are about, for the one writer of such facts. */
  readonly kind: PlaceKind;
}

const ending = {
  valid_from: shapes.date,
  valid_to: shapes.optionalDate,
  standing: shapes.standing,
  note: shapes.optionalText,
};

interface Ending {
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly standing: string;
  readonly note: string | null;
}

function endingOf({ valid_from, valid_to, standing, note }: Ending) {
  return { validFrom: valid_from, validTo: valid_to, standing, note: note ?? '' };
}

const areas = table(
  'areas',
  { kind: shapes.areaKind, code: shapes.text, name: shapes.text, slug: shapes.slug, ...ending },
  ({ kind, code, name, slug, ...row }): PlaceRow => ({
    mentions: [{ column: 'code', kind, code }],
    role: null,
    said: { kind, code, name, slug },
    ...endingOf(row),
  }),
);

const areaLinks = table(
  'area-links',
  {
    child_kind: shapes.areaKind,
    child_code: shapes.text,
    parent_kind: shapes.areaKind,
    parent_code: shapes.text,
    relation: shapes.areaRelation,
    ...ending,
  },
  (row): PlaceRow => ({
    mentions: [
      { column: 'child_code', kind: row.child_kind, code: row.child_code },
      { column: 'parent_code', kind: row.parent_kind, code: row.parent_code },
    ],
    role: null,
    said: { relation: row.relation },
    ...endingOf(row),
  }),
);

const memberships = table(
  'memberships',
  {
    footprint_code: shapes.text,
    organisation_code: shapes.organisationCode,
    role: shapes.membershipRole,
    listed_as: shapes.optionalText,
    ...ending,
  },
  (row): PlaceRow => ({
    mentions: [
      { column: 'footprint_code', kind: 'footprint', code: row.footprint_code },
      { column: 'organisation_code', kind: 'organisation', code: row.organisation_code },
    ],
    role: row.role,
    said: { listed_as: row.listed_as ?? '' },
    ...endingOf(row),
  }),
);

export const placeLayouts: readonly PlaceLayout[] = [
  { id: 'areas', label: 'Areas', columns: areas.columns, table: areas, kind: 'area' },
  { id: 'area-links', label: 'Areas in areas', columns: areaLinks.columns, table: areaLinks, kind: 'area-link' },
  {
    id: 'memberships',
    label: 'Members of footprints',
    columns: memberships.columns,
    table: memberships,
    kind: 'membership',
  },
];
