import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { CsvTable } from '../../../platform/csv-table.ts';
import type { ListedMembership } from '../../directory/index.ts';
import { provenanceCells, provenanceColumns } from './csv-columns.ts';
import {
  areaRefAnswer,
  calledStatusAnswer,
  factProvenance,
  organisationRefAnswer,
  provenance,
  toAreaRef,
  toOrganisationRef,
  validTime,
} from './shared-answers.ts';

export const membershipAnswer = z
  .object({
    footprint: areaRefAnswer,
    organisation: organisationRefAnswer,
    organisationStatus: calledStatusAnswer,
    role: z.enum(['lead', 'core', 'associate', 'support']),
    listedAs: z.string().describe('The name the source uses; empty where it does not name the organisation.'),
    note: z.string(),
    ...validTime,
    ...provenance,
    links: z.object({ footprint: z.string(), organisation: z.string() }).describe('This API on both.'),
  })
  .describe('The part of an organisation in a footprint.');

export type MembershipAnswer = z.infer<typeof membershipAnswer>;

export function toMembership(membership: ListedMembership): MembershipAnswer {
  const { footprint, organisation, role, listedAs, note, validFrom, validTo } = membership;
  return {
    footprint: toAreaRef(footprint),
    organisation: toOrganisationRef(organisation),
    organisationStatus: organisation.status,
    role,
    listedAs,
    note,
    validFrom,
    validTo,
    ...factProvenance(membership),
    links: {
      footprint: paths.apiItem('footprints', footprint.slug),
      organisation: paths.apiItem('organisations', organisation.code),
    },
  };
}

export const membershipTable: CsvTable<MembershipAnswer> = {
  columns: [
    'footprint_slug',
    'footprint_code',
    'footprint_name',
    'organisation_code',
    'organisation_name',
    'organisation_type',
    'role',
    'listed_as',
    'valid_from',
    'valid_to',
    'note',
    'organisation_status',
    ...provenanceColumns,
  ],
  rowsOf: (membership) => [
    [
      membership.footprint.slug,
      membership.footprint.code,
      membership.footprint.name,
      membership.organisation.code,
      membership.organisation.name,
      membership.organisation.type,
      membership.role,
      membership.listedAs,
      membership.validFrom,
      membership.validTo,
      membership.note,
      membership.organisationStatus,
      ...provenanceCells(membership),
    ],
  ],
};
