import type { CsvTable } from '../../../platform/csv-table.ts';
import { isOdsCode, typeOf } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { OrganisationLine } from '../../search/index.ts';
import { areaItem, codesOf, provenanceCells, provenanceColumns, provenanceItem } from './list-table.ts';

/** The columns of the file: those of the API's table, and the footprints, which the list shows too. */
export const organisationTable: CsvTable<OrganisationLine> = {
  columns: [
    'code',
    'has_ods_code',
    'name',
    'type',
    'type_standing',
    'status',
    'town',
    'postcode',
    'region_codes',
    'stp_codes',
    'footprint_codes',
    'registered_patients',
    'registered_patients_on',
    'valid_from',
    'valid_to',
    'note',
    ...provenanceColumns,
  ],
  rowsOf: (line) => [
    [
      line.code,
      isOdsCode(line.code),
      line.name,
      line.typeId,
      line.typeStanding,
      line.status,
      line.town,
      line.postcode,
      codesOf(line.regions),
      codesOf(line.stps),
      codesOf(line.footprints),
      line.registeredPatients?.value ?? null,
      line.registeredPatients?.measuredOn ?? null,
      line.validFrom,
      line.validTo,
      line.note,
      ...provenanceCells(line),
    ],
  ],
};

/** An organisation as an item of the JSON file. */
export function organisationItem(line: OrganisationLine, pack: Pick<ProgrammePack, 'organisationTypes'>) {
  return {
    code: line.code,
    hasOdsCode: isOdsCode(line.code),
    name: line.name,
    type: { id: line.typeId, label: typeOf(pack, line.typeId).label },
    typeStanding: line.typeStanding,
    status: line.status,
    town: line.town,
    postcode: line.postcode,
    regions: line.regions.map(areaItem),
    stps: line.stps.map(areaItem),
    footprints: line.footprints.map(areaItem),
    registeredPatients: line.registeredPatients,
    validFrom: line.validFrom,
    validTo: line.validTo,
    note: line.note,
    ...provenanceItem(line),
  };
}
