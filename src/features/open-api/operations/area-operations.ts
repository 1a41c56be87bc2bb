import { z } from 'zod';
import { mapPage, wholeList } from '../../../platform/page.ts';
import { findArea, findFootprint, listAreaPage, listFootprintPage, listMembershipPage } from '../../directory/index.ts';
import { areaHistoryInShort } from '../../history/index.ts';
import { areaAnswer, footprintAnswer, footprintTable, toArea, toFootprint } from '../answers/area-answers.ts';
import { historyAnswer, toHistory } from '../answers/history-answers.ts';
import { membershipAnswer, toMembership } from '../answers/membership-answers.ts';
import { areaExample, footprintExample, membershipExample } from '../examples/directory-examples.ts';
import { historyExample } from '../examples/history-examples.ts';
import { listOperation } from '../list-operation.ts';
import { itemOperation } from '../operation.ts';
import { pathParameter, textParameter } from '../parameters.ts';
import { checkAmong, refuseUnknown } from '../refuse-unknown.ts';

const tag = 'Areas';

const listAreas = listOperation({
  id: 'listAreas',
  tag,
  path: '/areas',
  summary: 'List areas',
  description: 'Every area of the day, of one kind or of all, by kind and then by name.',
  filters: z.object({ kind: textParameter('Id of a kind of area in the programme.', 'stp') }),
  isDated: true,
  itemName: 'Area',
  item: areaAnswer,
  keyLength: 3,
  csv: null,
  list: async ({ database, pack }, { kind }, { day, slice }) => {
    refuseUnknown([checkAmong('kind', kind, pack.areaKinds)]);
    return mapPage(await listAreaPage(database, { asAt: day, kind: kind ?? null }, slice), toArea);
  },
  example: { request: '/areas?kind=stp&limit=1', items: [areaExample], total: 44 },
});

const wholeAreaAnswer = areaAnswer
  .extend(historyAnswer)
  .describe('An area with its former names, and what came before and after it.');

const getArea = itemOperation({
  id: 'getArea',
  tag,
  path: '/areas/{kind}/{code}',
  summary: 'Read one area',
  description: 'The area of that kind and code on the day.',
  pathParameters: z.object({
    kind: pathParameter('Id of a kind of area in the programme.', 'stp'),
    code: pathParameter('Code of the area.', 'E54000016'),
  }),
  isDated: true,
  answerName: 'WholeArea',
  answer: wholeAreaAnswer,
  find: async ({ database }, { kind, code }, day) => {
    const area = await findArea(database, kind, code, day);
    return area === null
      ? null
      : { ...toArea(area), ...toHistory(await areaHistoryInShort(database, area.areaId, day)) };
  },
  missing: 'There is no area of that kind and code on that day. See /api/v1/areas for those there are.',
  example: { request: '/areas/stp/E54000016', answer: { ...areaExample, ...historyExample } },
});

const listFootprints = listOperation({
  id: 'listFootprints',
  tag: 'Footprints',
  path: '/footprints',
  summary: 'List footprints',
  description: 'Every footprint recorded on the day, by name, with the STPs and regions it lies in. Also as a table.',
  filters: z.object({}),
  isDated: true,
  itemName: 'Footprint',
  item: footprintAnswer,
  keyLength: 2,
  csv: footprintTable,
  list: async ({ database }, _filters, { day, slice }) =>
    mapPage(await listFootprintPage(database, { asAt: day }, slice), toFootprint),
  example: { request: '/footprints?limit=1', items: [footprintExample], total: 36 },
});

const wholeFootprintAnswer = footprintAnswer
  .extend({ memberships: z.array(membershipAnswer).describe('By code of the organisation.'), ...historyAnswer })
  .describe('A footprint with its members, its former names, and what came before and after it.');

const getFootprint = itemOperation({
  id: 'getFootprint',
  tag: 'Footprints',
  path: '/footprints/{slug}',
  summary: 'Read one footprint with its members',
  description: 'The footprint of that name on the day, and every organisation in it with its role.',
  pathParameters: z.object({ slug: pathParameter('Its name in addresses.', 'wolverhampton') }),
  isDated: true,
  answerName: 'WholeFootprint',
  answer: wholeFootprintAnswer,
  find: async ({ database }, { slug }, day) => {
    const footprint = await findFootprint(database, slug, day);
    if (footprint === null) {
      return null;
    }
    const listing = { asAt: day, footprintSlug: slug, organisationCode: null, role: null };
    const members = await listMembershipPage(database, listing, wholeList);
    return {
      ...toFootprint(footprint),
      memberships: members.rows.map(toMembership),
      ...toHistory(await areaHistoryInShort(database, footprint.areaId, day)),
    };
  },
  missing: 'There is no footprint of that name on that day. See /api/v1/footprints for those there are.',
  example: {
    request: '/footprints/wolverhampton',
    answer: { ...footprintExample, memberships: [membershipExample], ...historyExample },
  },
});

export const areaOperations = [listAreas, getArea, listFootprints, getFootprint];
