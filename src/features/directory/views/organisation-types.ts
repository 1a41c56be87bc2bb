import type { OrganisationType, ProgrammePack } from '../../programme/index.ts';

type Types = Pick<ProgrammePack, 'organisationTypes'>;

/** The type of an organisation; one the programme does not know is called by its id. */
export function typeOf({ organisationTypes }: Types, typeId: string): OrganisationType {
  return (
    organisationTypes.find((type) => type.id === typeId) ?? {
      id: typeId,
      label: typeId,
      labelPlural: typeId,
      assessed: false,
      careSetting: null,
      odsRoles: [],
      introducedOn: null,
    }
  );
}

export interface TypeGroup<Row> {
  readonly type: OrganisationType;
  readonly rows: readonly Row[];
}

/** Organisations by type, in the programme's order of types; their own order stays. */
export function groupByType<Row extends { readonly typeId: string }>(
  pack: Types,
  rows: readonly Row[],
): TypeGroup<Row>[] {
  const order = [...pack.organisationTypes.map((type) => type.id), ...rows.map((row) => row.typeId)];
  return [...new Set(order)]
    .map((typeId) => ({ type: typeOf(pack, typeId), rows: rows.filter((row) => row.typeId === typeId) }))
    .filter((group) => group.rows.length > 0);
}
