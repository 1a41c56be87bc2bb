import { z } from 'zod';
import { paths } from '../../../paths.ts';
import { type CsvColumn, tableOf } from '../../../platform/csv-table.ts';
import { type AreaRef, isOdsCode, type Organisation, type RegisterDetail } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { codesOf, provenanceCsv } from './csv-columns.ts';
import {
  type AreaRefAnswer,
  areaRefAnswer,
  calledStatusAnswer,
  factProvenance,
  labelledAnswer,
  organisationRefAnswer,
  planningAreasAnswer,
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
    status: calledStatusAnswer,
    address: z.string().describe('Street, without town and postcode; empty where no source says.'),
    town: z.string(),
    postcode: z.string(),
    phone: z.string(),
    openedOn: z.iso.date().nullable().describe('First day of its life; null where no source says.'),
    closedOn: z.iso.date().nullable().describe('Last day of its life; null where no end is recorded.'),
    stps: planningAreasAnswer,
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

export function toOrganisation(organisation: Organisation & RegisterDetail, pack: ProgrammePack): OrganisationAnswer {
  const { code, name, typeId, typeStanding, status, address, town, postcode, phone, openedOn, closedOn } = organisation;
  const { registeredPatients, note, validFrom, validTo } = organisation;
  return {
    code,
    hasOdsCode: isOdsCode(code),
    name,
    type: toLabelled(typeId, pack.organisationTypes),
    typeStanding,
    status,
    address,
    town,
    postcode,
    phone,
    openedOn,
    closedOn,
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

const identity: readonly CsvColumn<OrganisationAnswer>[] = [
  ['code', ({ code }) => code],
  ['has_ods_code', ({ hasOdsCode }) => hasOdsCode],
  ['name', ({ name }) => name],
  ['type', ({ type }) => type.id],
  ['type_standing', ({ typeStanding }) => typeStanding],
  ['status', ({ status }) => status],
  ['town', ({ town }) => town],
  ['postcode', ({ postcode }) => postcode],
  ['region_codes', ({ regions }) => codesOf(regions)],
  ['stp_codes', ({ stps }) => codesOf(stps)],
];

const figures: readonly CsvColumn<OrganisationAnswer>[] = [
  ['registered_patients', ({ registeredPatients }) => registeredPatients?.value ?? null],
  ['registered_patients_on', ({ registeredPatients }) => registeredPatients?.measuredOn ?? null],
  ['valid_from', ({ validFrom }) => validFrom],
  ['valid_to', ({ validTo }) => validTo],
  ['note', ({ note }) => note],
  ['address', ({ address }) => address],
  ['phone', ({ phone }) => phone],
  ['opened_on', ({ openedOn }) => openedOn],
  ['closed_on', ({ closedOn }) => closedOn],
  ...provenanceCsv,
];

export const organisationTable = tableOf<OrganisationAnswer>([...identity, ...figures]);

/** An organisation with the footprints it is in, as the list that people read has it. */
export interface ListedOrganisation extends OrganisationAnswer {
  readonly footprints: readonly AreaRefAnswer[];
}

export function toListedOrganisation(
  organisation: Organisation & RegisterDetail & { readonly footprints: readonly AreaRef[] },
  pack: ProgrammePack,
): ListedOrganisation {
  return { ...toOrganisation(organisation, pack), footprints: organisation.footprints.map(toAreaRef) };
}

export const listedOrganisationTable = tableOf<ListedOrganisation>([
  ...identity,
  ['footprint_codes', ({ footprints }) => codesOf(footprints)],
  ...figures,
]);
