import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { CsvTable } from '../../../platform/csv-table.ts';
import { isOdsCode, type Organisation } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { provenanceCells, provenanceColumns } from './csv-columns.ts';
import {
  areaRefAnswer,
  factProvenance,
  labelledAnswer,
  organisationRefAnswer,
  provenance,
  standingAnswer,
  toAreaRef,
  toLabelled,
  validTime,
} from './shared-answers.ts';

export const organisationAnswer = z
  .object({
    code: organisationRefAnswer.shape.code,
    hasOdsCode: z.boolean().describe('Whether the Organisation Data Service gave the code.'),
    name: z.string(),
    type: labelledAnswer,
    typeStanding: standingAnswer,
    status: z
      .enum(['', 'active', 'dormant', 'proposed'])
      .describe('What a source calls it while it is open; empty where none says.'),
    town: z.string(),
    postcode: z.string(),
    stps: z.array(areaRefAnswer),
    regions: z.array(areaRefAnswer),
    registeredPatients: z
      .object({ value: z.int(), measuredOn: z.iso.date(), sourceId: z.string() })
      .nullable()
      .describe('People on the lists of its GP practices, for a CCG; null for others.'),
    note: z.string(),
    ...validTime,
    ...provenance,
    links: z.object({
      self: z.string().describe('This API on it alone.'),
      page: z.string().describe('The page people read.'),
      memberships: z.string().describe('This API on the footprints it is in.'),
      results: z.string().describe('This API on its self-assessments.'),
    }),
  })
  .describe('A commissioner, provider, council or other body.');

export type OrganisationAnswer = z.infer<typeof organisationAnswer>;

export function toOrganisation(organisation: Organisation, pack: ProgrammePack): OrganisationAnswer {
  const { code, name, typeId, typeStanding, status, town, postcode, registeredPatients, note, validFrom, validTo } =
    organisation;
  return {
    code,
    hasOdsCode: isOdsCode(code),
    name,
    type: toLabelled(typeId, pack.organisationTypes),
    typeStanding,
    status,
    town,
    postcode,
    stps: organisation.stps.map(toAreaRef),
    regions: organisation.regions.map(toAreaRef),
    registeredPatients,
    note,
    validFrom,
    validTo,
    ...factProvenance(organisation),
    links: {
      self: paths.apiItem('organisations', code),
      page: paths.organisation(code),
      memberships: paths.apiMembershipsOfOrganisation(code),
      results: paths.apiResultsOf(code),
    },
  };
}

export const organisationTable: CsvTable<OrganisationAnswer> = {
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
    'registered_patients',
    'registered_patients_on',
    'valid_from',
    'valid_to',
    'note',
    ...provenanceColumns,
  ],
  rowsOf: (organisation) => [
    [
      organisation.code,
      organisation.hasOdsCode,
      organisation.name,
      organisation.type.id,
      organisation.typeStanding,
      organisation.status,
      organisation.town,
      organisation.postcode,
      organisation.regions.map(({ code }) => code).join(' '),
      organisation.stps.map(({ code }) => code).join(' '),
      organisation.registeredPatients?.value ?? null,
      organisation.registeredPatients?.measuredOn ?? null,
      organisation.validFrom,
      organisation.validTo,
      organisation.note,
      ...provenanceCells(organisation),
    ],
  ],
};
