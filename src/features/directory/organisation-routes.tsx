import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm, textOf } from '../../platform/forms.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/send-page.tsx';
import { addressPart } from './address-part.ts';
import { listSources } from './area-repository.ts';
import { readDay } from './as-at.ts';
import type { MembershipOf, Organisation } from './directory.ts';
import type { DirectoryReads } from './directory-reads.ts';
import { findOrganisation, listAreas, listMembershipsOf, listOrganisations } from './directory-repository.ts';
import { searchTerm } from './search-words.ts';
import { OrganisationPage } from './views/organisation-page.tsx';
import { ORGANISATIONS_A_PAGE, OrganisationsPage } from './views/organisations-page.tsx';
import { pageNumber } from './views/pagination.ts';

export function organisationRoutes(app: FastifyInstance, context: AppContext, reads: DirectoryReads): void {
  app.get('/organisations', (request, reply) => sendList(request, reply, context));

  app.get<{ Params: { code: string } }>('/organisations/:code', (request, reply) => {
    const code = addressPart(request.params.code);
    // Codes are written in capitals; people type them as they like.
    const proper = code.toUpperCase();
    return code === proper
      ? sendOrganisation(request, reply, context, reads, code)
      : reply.redirect(readDay(request.query, context.pack).link(paths.organisation(proper)), 301);
  });
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
): Promise<FastifyReply> {
  const day = readDay(request.query, pack);
  const query = postedForm(request.query);
  const [search = '', type = '', region = ''] = ['q', 'type', 'region'].map((name) => searchTerm(textOf(query, name)));
  const page = pageNumber(textOf(query, 'page'));
  const [rows, regions] = await Promise.all([
    listOrganisations(database, {
      asAt: day.asAt,
      search,
      typeIds: type === '' ? [] : [type],
      regionCode: region,
      limit: ORGANISATIONS_A_PAGE,
      offset: (page - 1) * ORGANISATIONS_A_PAGE,
    }),
    listAreas(database, 'region', day.asAt),
  ]);
  if (rows.length === 0 && page > 1) {
    return reply.redirect(day.link(paths.organisations({ q: search, type, region })), 303);
  }
  const sources = await listSources(
    database,
    rows.map((row) => row.sourceId),
  );
  return sendPage(request, reply, {
    title: page === 1 ? 'Organisations' : `Organisations, page ${page}`,
    section: 'organisations',
    body: (
      <OrganisationsPage
        day={day}
        pack={pack}
        filter={{ search, type, region }}
        page={page}
        rows={rows}
        total={rows[0]?.total ?? 0}
        regions={regions}
        sources={sources}
      />
    ),
  });
}

async function sendOrganisation(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  reads: DirectoryReads,
  code: string,
): Promise<FastifyReply> {
  const day = readDay(request.query, pack);
  const organisation = await findOrganisation(database, code, day.asAt);
  if (organisation === null) {
    throw new NotFoundError(
      `No organisation with the code ${code} is recorded on ${formatDate(day.asAt)}. Search for it by name.`,
    );
  }
  const [memberships, result, exemplars] = await Promise.all([
    listMembershipsOf(database, organisation.organisationId, day.asAt),
    reads.latestResult(organisation.organisationId),
    reads.exemplarsOf(organisation.organisationId),
  ]);
  return sendPage(request, reply, {
    title: organisation.name,
    section: 'organisations',
    breadcrumbs: [{ href: day.link(paths.organisations()), text: 'Organisations' }],
    illustrative: (result?.illustrative ?? false) || (exemplars?.illustrative ?? false),
    body: (
      <OrganisationPage
        day={day}
        pack={pack}
        organisation={organisation}
        memberships={memberships}
        result={result}
        exemplars={exemplars}
        sources={await listSources(database, sourceIdsOf(organisation, memberships))}
      />
    ),
  });
}

function sourceIdsOf(organisation: Organisation, memberships: readonly MembershipOf[]): string[] {
  const patients = organisation.registeredPatients;
  return [
    organisation.source.sourceId,
    ...memberships.map((membership) => membership.sourceId),
    ...(patients === null ? [] : [patients.sourceId]),
  ];
}
