import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { by, compareNames } from '../../../platform/compare.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../../platform/http/list-download.ts';
import { UnprocessableError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import {
  commissionerWords,
  type Day,
  findOrganisation,
  listAreas,
  listSources,
  listTypesOn,
  listWithRegisterDetails,
  planningKindOn,
  readDay,
} from '../../directory/index.ts';
import { listedOrganisationTable, toListedOrganisation } from '../../open-api/index.ts';
import {
  type Asked,
  askedFormat,
  countOrganisationLines,
  type OrganisationsQuery,
  organisationBatches,
  organisationFilterParts,
  organisationListReader,
  organisationQueryParts,
  type ReadOrganisationList,
  readOrganisationsQuery,
} from '../../search/index.ts';
import type { OrganisationChoices } from './organisations-filter.tsx';
import { OrganisationsPage } from './organisations-page.tsx';

export function organisationRoutes(app: FastifyInstance, context: AppContext): void {
  const readList = organisationListReader();
  app.get(
    '/organisations',
    forEverybody(
      'as-at',
      'q',
      'type',
      'region',
      'stp',
      'footprint',
      'status',
      'commissioner',
      'sort',
      'size',
      'after',
      'before',
      'page',
      'format',
    ),
    async (request, reply) => {
      const form = postedForm(request.query);
      const day = readDay(request.query, context);
      const choices = await readChoices(context, day, textOf(form, 'status') === 'closed');
      const asked = await withCommissioner(context, day, readOrganisationsQuery(form, knownOf(choices)));
      const format = askedFormat(form);
      return format === null
        ? sendList(request, reply, context, { readList, day, choices, asked })
        : sendFile(reply, context, { format, day, asked });
    },
  );
}

/** What there is on the day; of those that have closed by then, every type. */
async function readChoices(
  { database, pack }: AppContext,
  day: Day,
  isOfClosed: boolean,
): Promise<OrganisationChoices> {
  const all = pack.organisationTypes;
  const [typesOn, [regions, stps, footprints]] = await Promise.all([
    listTypesOn(
      database,
      all.map(({ id }) => id),
      day.asAt,
    ),
    Promise.all(['region', planningKindOn(day.asAt), 'footprint'].map((kind) => listAreas(database, kind, day.asAt))),
  ]);
  const types = isOfClosed ? all : all.filter(({ id }) => typesOn.has(id));
  return { types, regions: regions ?? [], stps: stps ?? [], footprints: footprints ?? [] };
}

function knownOf({ types, regions, stps, footprints }: OrganisationChoices) {
  return {
    types: types.toSorted(by(({ label }) => label, compareNames)).map(({ id }) => id),
    regions: regions.map(({ code }) => code),
    stps: stps.map(({ code }) => code),
    footprints: footprints.map(({ slug }) => slug),
  };
}

interface AskedOfDay extends Asked<OrganisationsQuery> {
  /** Name of the CCG in the filter; empty where there is none. */
  readonly commissionerName: string;
}

async function withCommissioner(
  { database }: AppContext,
  day: Day,
  asked: Asked<OrganisationsQuery>,
): Promise<AskedOfDay> {
  const { query, refused } = asked;
  const { commissioner } = query.filter;
  if (commissioner === '') {
    return { ...asked, commissionerName: '' };
  }
  const found = await findOrganisation(database, commissioner, day.asAt);
  const { typeIds, one } = commissionerWords(day.asAt);
  return found !== null && typeIds.includes(found.typeId)
    ? { ...asked, commissionerName: found.name }
    : {
        query: { ...query, filter: { ...query.filter, commissioner: '' } },
        refused: [...refused, `“${commissioner}” is no code of a ${one} on this day: those of all are shown.`],
        commissionerName: '',
      };
}

interface ListRequest {
  readonly readList: ReadOrganisationList;
  readonly day: Day;
  readonly choices: OrganisationChoices;
  readonly asked: AskedOfDay;
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  { readList, day, choices, asked }: ListRequest,
): Promise<FastifyReply> {
  const { query, refused, commissionerName } = asked;
  const list = await readList(database, day.asAt, query);
  if (list === null) {
    return reply.redirect(day.link(paths.organisations(organisationQueryParts(query))), 303);
  }
  const sourceIds = list.rows.map(({ source }) => source.sourceId);
  return sendPage(request, reply, {
    title: query.page === 1 ? 'Organisations' : `Organisations, page ${query.page}`,
    section: 'organisations',
    body: (
      <OrganisationsPage
        day={day}
        pack={pack}
        query={query}
        refused={refused}
        commissionerName={commissionerName}
        list={list}
        choices={choices}
        sources={await listSources(database, sourceIds)}
      />
    ),
  });
}

interface FileRequest {
  readonly format: 'csv' | 'json';
  readonly day: Day;
  readonly asked: AskedOfDay;
}

/** A file goes on to where nobody reads a hint: what makes no sense is refused rather than left out. */
async function sendFile(
  reply: FastifyReply,
  { database, pack }: AppContext,
  { format, day, asked }: FileRequest,
): Promise<FastifyReply> {
  const { query, refused } = asked;
  const [fault] = day.refused === null ? refused : [`“${day.refused}” is not a day; write it as in ${day.asAt}.`];
  if (fault !== undefined) {
    throw new UnprocessableError(`The file was not made: ${fault}`);
  }
  const listing = { asAt: day.asAt, filter: query.filter, sort: query.sort, types: query.types };
  const filter = Object.entries(organisationFilterParts(query.filter)).filter(([, value]) => value !== '');
  let illustrative = false;
  async function* items() {
    for await (const lines of organisationBatches(database, listing)) {
      const detailed = await listWithRegisterDetails(database, lines, listing.asAt);
      const batch = detailed.map((line) => toListedOrganisation(line, pack));
      illustrative ||= batch.some((item) => item.illustrative);
      yield batch;
    }
  }
  return sendListDownload(reply, {
    format,
    fileName: `organisations-${day.asAt}`,
    batches: items(),
    table: listedOrganisationTable,
    head: {
      asAt: day.asAt,
      filter: Object.fromEntries(filter),
      total: await countOrganisationLines(database, listing),
    },
    foot: () => ({ illustrative }),
  });
}
