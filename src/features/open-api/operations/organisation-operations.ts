import { z } from 'zod';
import { mapPage, wholeList } from '../../../platform/page.ts';
import {
  findArea,
  findFootprint,
  findOrganisation,
  listMembershipPage,
  listWithRegisterDetails,
} from '../../directory/index.ts';
import { organisationHistoryInShort } from '../../history/index.ts';
import { listOrganisationPage } from '../../search/index.ts';
import { historyAnswer, toHistory } from '../answers/history-answers.ts';
import { membershipAnswer, membershipTable, toMembership } from '../answers/membership-answers.ts';
import { organisationAnswer, organisationTable, toOrganisation } from '../answers/organisation-answers.ts';
import { membershipExample, organisationExample } from '../examples/directory-examples.ts';
import { historyExample } from '../examples/history-examples.ts';
import { listOperation } from '../list-operation.ts';
import { itemOperation } from '../operation.ts';
import { choiceParameter, pathParameter, textParameter } from '../parameters.ts';
import { checkAmong, checkFound, refuseUnknown } from '../refuse-unknown.ts';

const tag = 'Organisations';

const listOrganisations = listOperation({
  id: 'listOrganisations',
  tag,
  path: '/organisations',
  summary: 'List or search organisations',
  description:
    'Commissioners, providers, councils and others of the day, by name, with the STPs and region each is in. Also as a table.',
  filters: z.object({
    search: textParameter('Words that must all occur in name, code, town or postcode.', 'wolverhampton'),
    type: textParameter('Id of a type of organisation in the programme.', 'ccg'),
    region: textParameter('Code of a region.', 'Y55'),
  }),
  isDated: true,
  itemName: 'Organisation',
  item: organisationAnswer,
  keyLength: 2,
  csv: organisationTable,
  list: async ({ database, pack }, { search, type, region }, { day, slice }) => {
    const foundRegion = region === undefined ? null : await findArea(database, 'region', region, day);
    refuseUnknown([
      checkAmong('type', type, pack.organisationTypes),
      checkFound('region', region, foundRegion, 'region'),
    ]);
    // Words that are none find nothing, rather than everything.
    const words = search === '' ? ' ' : (search ?? '');
    const wanted = { search: words, type: type ?? '', region: region ?? '' };
    const page = await listOrganisationPage(database, day, wanted, slice);
    const rows = await listWithRegisterDetails(database, page.rows, day);
    return mapPage({ ...page, rows }, (organisation) => toOrganisation(organisation, pack));
  },
  example: { request: '/organisations?search=wolverhampton&type=ccg', items: [organisationExample], total: 1 },
});

const wholeOrganisationAnswer = organisationAnswer
  .extend({
    memberships: z.array(membershipAnswer).describe('By name of the footprint in addresses.'),
    ...historyAnswer,
  })
  .describe('An organisation with the footprints it is in, its former names, and what came before and after it.');

const getOrganisation = itemOperation({
  id: 'getOrganisation',
  tag,
  path: '/organisations/{code}',
  summary: 'Read one organisation with its memberships',
  description: 'The organisation of that code on the day, and every footprint it is in with its role there.',
  pathParameters: z.object({ code: pathParameter('ODS code, or a code beginning `LDR-`.', '06A') }),
  isDated: true,
  answerName: 'WholeOrganisation',
  answer: wholeOrganisationAnswer,
  find: async ({ database, pack }, { code }, day) => {
    const organisation = await findOrganisation(database, code, day);
    if (organisation === null) {
      return null;
    }
    const [detailed] = await listWithRegisterDetails(database, [organisation], day);
    if (detailed === undefined) {
      return null;
    }
    const listing = { asAt: day, footprintSlug: null, organisationCode: code, role: null };
    const memberships = await listMembershipPage(database, listing, wholeList);
    return {
      ...toOrganisation(detailed, pack),
      memberships: memberships.rows.map(toMembership),
      ...toHistory(await organisationHistoryInShort(database, organisation, day)),
    };
  },
  missing: 'There is no organisation of that code on that day. See /api/v1/organisations for those there are.',
  example: {
    request: '/organisations/06A',
    answer: { ...organisationExample, memberships: [membershipExample], ...historyExample },
  },
});

const listMemberships = listOperation({
  id: 'listMemberships',
  tag: 'Memberships',
  path: '/memberships',
  summary: 'List who is in which footprint',
  description: 'The part of organisations in footprints on the day, by footprint and then by code. Also as a table.',
  filters: z.object({
    footprint: textParameter('Name of a footprint in addresses.', 'wolverhampton'),
    organisation: textParameter('Code of an organisation.', '06A'),
    role: choiceParameter(['lead', 'core', 'associate', 'support'], 'The part it plays.'),
  }),
  isDated: true,
  itemName: 'Membership',
  item: membershipAnswer,
  keyLength: 4,
  csv: membershipTable,
  list: async ({ database }, { footprint, organisation, role }, { day, slice }) => {
    const foundFootprint = footprint === undefined ? null : await findFootprint(database, footprint, day);
    const foundOrganisation = organisation === undefined ? null : await findOrganisation(database, organisation, day);
    refuseUnknown([
      checkFound('footprint', footprint, foundFootprint, 'footprint'),
      checkFound('organisation', organisation, foundOrganisation, 'organisation'),
    ]);
    const listing = {
      asAt: day,
      footprintSlug: footprint ?? null,
      organisationCode: organisation ?? null,
      role: role ?? null,
    };
    return mapPage(await listMembershipPage(database, listing, slice), toMembership);
  },
  example: { request: '/memberships?footprint=wolverhampton&role=lead', items: [membershipExample], total: 1 },
});

export const organisationOperations = [listOrganisations, getOrganisation, listMemberships];
