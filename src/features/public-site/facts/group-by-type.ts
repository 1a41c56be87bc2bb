import { typeOf } from '../../directory/index.ts';
import type { OrganisationType, ProgrammePack } from '../../programme/index.ts';

export interface TypeGroup<Row> {
  readonly type: OrganisationType;
  readonly rows: readonly Row[];
}

/** Organisations by type, in the programme's order of types; their own order stays. */
export function groupByType<Row extends { readonly typeId: string }>(
  pack: Pick<ProgrammePack, 'organisationTypes'>,
  rows: readonly Row[],
): TypeGroup<Row>[] {
  const order = [...pack.organisationTypes.map((type) => type.id), ...rows.map((row) => row.typeId)];
  return [...new Set(order)]
    .map((typeId) => ({ type: typeOf(pack, typeId), rows: rows.filter((row) => row.typeId === typeId) }))
    .filter((group) => group.rows.length > 0);
}
