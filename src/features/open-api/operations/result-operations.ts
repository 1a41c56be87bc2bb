import { z } from 'zod';
import { today } from '../../../platform/days.ts';
import { type Page, pageOf } from '../../../platform/page.ts';
import { type ListedAssessment, listSubmittedPage } from '../../assessment/index.ts';
import { listAreasById, listOrganisationsById } from '../../directory/index.ts';
import { findAreaNear, findOrganisationNear } from '../../history/index.ts';
import { assessmentRounds, roundsHeldBack } from '../../programme/index.ts';
import { findDownload, listPublishedBy } from '../../publication/index.ts';
import { finalOn } from '../../return-documents/index.ts';
import { downloadShape } from '../../roadmap/index.ts';
import { type ResultAnswer, resultAnswer, resultTable, toResult } from '../answers/result-answers.ts';
import { roadmapAnswer, toRoadmap } from '../answers/roadmap-answers.ts';
import { downloadExample, resultExample, roadmapExample } from '../examples/result-examples.ts';
import { listOperation } from '../list-operation.ts';
import { type ApiDependencies, itemOperation } from '../operation.ts';
import { pathParameter, textParameter } from '../parameters.ts';
import { checkAmong, checkFound, refuseUnknown } from '../refuse-unknown.ts';

const listResults = listOperation({
  id: 'listResults',
  tag: 'Results',
  path: '/results',
  summary: 'List scores of submitted self-assessments',
  description:
    'The scores of every submitted self-assessment whose round has its results public: overall, by theme and by section, each with its method, how many ' +
    'questions stand behind it and how many are missing. Also as a table with a row for each score, where `limit` counts ' +
    'assessments; what a check from outside found stands beside what was signed (`found_score`, `found_checked`, `found_class`, with ' +
    'when it was finished and who checked in `moderated_at` and `moderated_by`); of one that was answered together with another organisation of its group, every row names that one ' +
    '(`taken_from_code`, `taken_from_name`) and the sections whose answers it gave (`taken_sections`).',
  filters: z.object({
    round: textParameter('Id of a round of assessment.', 'dmsa-2015'),
    organisation: textParameter('Code of an organisation.', 'RL4'),
    careSetting: textParameter('Id of a care setting.', 'acute'),
  }),
  isDated: false,
  itemName: 'Result',
  item: resultAnswer,
  keyLength: 3,
  csv: resultTable,
  list: async (dependencies, { round, organisation, careSetting }, { day, slice }) => {
    const { database, pack, clock } = dependencies;
    const found = organisation === undefined ? null : await findOrganisationNear(database, organisation, day);
    refuseUnknown([
      checkAmong('round', round, assessmentRounds(pack)),
      checkAmong('careSetting', careSetting, pack.careSettings),
      checkFound('organisation', organisation, found, 'organisation'),
    ]);
    const listing = {
      roundId: round ?? null,
      organisationId: found?.organisationId ?? null,
      careSetting: careSetting ?? null,
      heldBack: roundsHeldBack(pack, today(clock)),
      isFinal: finalOn(pack, today(clock)),
    };
    return withOrganisations(dependencies, await listSubmittedPage(database, listing, slice));
  },
  example: { request: '/results?organisation=RL4', items: [resultExample], total: 1 },
});

async function withOrganisations(
  { database, pack, serviceName }: ApiDependencies,
  page: Page<ListedAssessment>,
): Promise<Page<ResultAnswer>> {
  const organisations = await listOrganisationsById(
    database,
    page.rows.flatMap(({ organisationId, taken }) => [organisationId, ...(taken === null ? [] : [taken.giverId])]),
    pack.positionOn,
  );
  const rows = page.rows.flatMap((row) => {
    const organisation = organisations.get(row.organisationId);
    const giver = organisations.get(row.taken?.giverId ?? '') ?? null;
    return organisation === undefined ? [] : [toResult(row, { pack, organisation, giver, serviceName })];
  });
  return { ...page, rows };
}

const listRoadmaps = listOperation({
  id: 'listRoadmaps',
  tag: 'Roadmaps',
  path: '/roadmaps',
  summary: 'List published roadmaps',
  description:
    'The newest published roadmap of every footprint that has published one, with links to read and keep it.',
  filters: z.object({}),
  isDated: false,
  itemName: 'Roadmap',
  item: roadmapAnswer,
  keyLength: 1,
  csv: null,
  list: async ({ database, pack, serviceName }, _filters, { slice }) => {
    const published = await listPublishedBy(database, { asAt: pack.positionOn, recordedBy: null });
    const footprints = await listAreasById(
      database,
      published.map((roadmap) => roadmap.footprintId),
      pack.positionOn,
    );
    const roadmaps = published.flatMap((roadmap) => {
      const footprint = footprints.get(roadmap.footprintId);
      return footprint === undefined ? [] : [toRoadmap(roadmap, footprint, serviceName)];
    });
    return pageOf(roadmaps, slice, ({ footprint }) => [footprint.slug]);
  },
  example: { request: '/roadmaps', items: [roadmapExample], total: 1 },
});

const getRoadmap = itemOperation({
  id: 'getRoadmap',
  tag: 'Roadmaps',
  path: '/roadmaps/{slug}',
  summary: 'Read one published roadmap, whole',
  description:
    'The newest published document of a footprint with the decisions of its members, exactly as the download that can be ' +
    'verified offline. Sections for assurance only are left out and stand by their digest.',
  pathParameters: z.object({ slug: pathParameter('Name of the footprint in addresses.', 'wolverhampton') }),
  isDated: false,
  answerName: 'RoadmapDownload',
  answer: downloadShape,
  find: async ({ database }, { slug }, day) => {
    const footprint = await findAreaNear(database, { kind: 'footprint', slug }, day);
    return footprint === null ? null : findDownload(database, footprint.areaId);
  },
  missing: 'That footprint has not published a roadmap. See /api/v1/roadmaps for those that have.',
  example: { request: '/roadmaps/wolverhampton', answer: downloadExample },
});

export const resultOperations = [listResults, listRoadmaps, getRoadmap];
