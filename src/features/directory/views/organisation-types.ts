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
      furtherCareSettings: [],
      odsRoles: [],
      introducedOn: null,
    }
  );
}
