import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readPage } from '../../../platform/database/statements/read-page.ts';
import { mapPage, type Page, type Slice } from '../../../platform/page.ts';
import {
  listPlacesOfOrganisations,
  listRegisteredPatients,
  type Organisation,
  placed,
  searchWords,
  sourceJson,
} from '../../directory/index.ts';
import { isFoundBy } from '../sql-fragments.ts';

export interface OrganisationListing {
  readonly asAt: string;
  /** Words that must all occur in name, code, town or postcode; null for all. */
  readonly search: string | null;
  readonly typeId: string | null;
  readonly regionCode: string | null;
}

/** Organisations by name. */
export async function listOrganisationPage(
  connection: Connection,
  listing: OrganisationListing,
  slice: Slice,
): Promise<Page<Organisation>> {
  const query = {
    columns: sql`organisation.organisation_id as "organisationId", organisation.code, organisation.name,
      organisation.type_id as "typeId", organisation.type_standing as "typeStanding", organisation.status, organisation.town,
      organisation.postcode, organisation.standing, organisation.note,
      lower(organisation.valid)::text as "validFrom", upper(organisation.valid)::text as "validTo", ${sourceJson} as source`,
    from: sql`organisation_record as organisation join source on source.source_id = organisation.source_id`,
    where: organisationsWanted(listing),
    order: [sql`organisation.name`, sql`organisation.organisation_id`],
    keyOf: (row: BareOrganisation) => [row.name, row.organisationId],
  };
  const page = await readPage(connection, query, slice);
  const ids = page.rows.map(({ organisationId }) => organisationId);
  const places = await listPlacesOfOrganisations(connection, ids, listing.asAt);
  const patients = await listRegisteredPatients(connection, ids, listing.asAt);
  return mapPage(page, (row) => ({
    ...row,
    registeredPatients: patients.get(row.organisationId) ?? null,
    ...placed(places, row.organisationId),
  }));
}

type BareOrganisation = Omit<Organisation, 'stps' | 'regions' | 'registeredPatients'>;

function organisationsWanted({ asAt, search, typeId, regionCode }: OrganisationListing) {
  return sql`organisation.valid @> ${asAt}::date and ${search === null ? sql`true` : wordsWanted(search)}
    and (${typeId}::text is null or organisation.type_id = ${typeId})
    and (${regionCode}::text is null or exists (
      select from organisation_place
      join area_record as area on area.area_id = organisation_place.area_id and area.valid @> ${asAt}::date
      where organisation_place.organisation_id = organisation.organisation_id
        and area.kind = 'region' and area.code = ${regionCode} and organisation_place.valid @> ${asAt}::date))`;
}

/** A search of nothing but punctuation has no words, and finds nothing rather than everything. */
function wordsWanted(search: string) {
  const words = searchWords(search);
  return words.length === 0 ? sql`false` : isFoundBy(words);
}
