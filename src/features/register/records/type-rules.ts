import type { OrganisationType } from '../../programme/index.ts';
import type { TypeRules } from './organisation-history.ts';

/** What an organisation counts as when no source says what it is, or says what no type of the programme stands for. */
const UNKNOWN_TYPE = 'other-organisation';

/** The rules of the programme pack about types, as the directory's history needs them. */
export interface OrganisationTypes extends TypeRules {
  /** Whether the programme has such a type. */
  readonly isKnown: (typeId: string) => boolean;
  /**
   * The type of an organisation that the registry gives this role (null: none): the one it is known as where the registry
   * would call that by the same role, or else the first type of the pack with that role.
   */
  readonly typeOfRole: (roleId: string | null, knownAs: string | null) => string;
}

export function organisationTypes(types: readonly OrganisationType[]): OrganisationTypes {
  const byId = new Map(types.map((type) => [type.id, type]));
  const rolesOf = (typeId: string) => byId.get(typeId)?.odsRoles ?? [];
  return {
    isSameFamily: (typeId, other) => typeId === other || rolesOf(typeId).some((role) => rolesOf(other).includes(role)),
    isKnown: (typeId) => byId.has(typeId),
    introducedOn: (typeId) => byId.get(typeId)?.introducedOn ?? null,
    typeOfRole: (roleId, knownAs) => {
      const isKnown = knownAs !== null && (roleId === null || rolesOf(knownAs).includes(roleId));
      const first = types.find(({ odsRoles }) => roleId !== null && odsRoles.includes(roleId));
      return isKnown ? knownAs : (first?.id ?? UNKNOWN_TYPE);
    },
  };
}
