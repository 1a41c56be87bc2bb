import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { recordedUntil, today } from '../../../platform/days.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { listResultsBefore, ResultSummaries, readResults, type TakenOver } from '../../assessment/index.ts';
import {
  addressPart,
  type Day,
  findOrganisation,
  listSources,
  type Organisation,
  type OrganisationRef,
  PRACTICE_TYPE,
  readDay,
  typeOf,
} from '../../directory/index.ts';
import { listExemplarsOf } from '../../exemplar/index.ts';
import {
  AbsentPage,
  countCommissioned,
  existenceOn,
  findOrganisationNear,
  getOrganisationPast,
  type Lineage,
  lineageOf,
  listLineageLinks,
  organisationTimeline,
  TimelineSection,
} from '../../history/index.ts';
import { FiguresSection, readFigures } from '../../indicators/index.ts';
import { OfficialResultsSection, readOfficialResults } from '../../official-results/index.ts';
import { programmeRecordedBy, roundsHeldBack } from '../../programme/index.ts';
import { finalOn, type IsFinal } from '../../return-documents/index.ts';
import { listMembershipsOf, type MembershipOf } from './memberships-repository.ts';
import { OrganisationPage } from './organisation-page.tsx';
import { findRecordDetail } from './record-detail-repository.ts';

/** The page of one organisation. */
export function organisationRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { code: string } }>('/organisations/:code', forEverybody('as-at'), (request, reply) => {
    const code = addressPart(request.params.code);
    // Codes are written in capitals; people type them as they like.
    const proper = code.toUpperCase();
    return code === proper
      ? sendOrganisation(request, reply, context, code)
      : reply.redirect(readDay(request.query, context).link(paths.organisation(proper)), 301);
  });
}

async function sendOrganisation(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  code: string,
): Promise<FastifyReply> {
  const { database, pack, clock } = context;
  const day = readDay(request.query, context);
  const organisation = await findOrganisation(database, code, day.asAt);
  if (organisation === null) {
    return sendAbsent(request, reply, context, code, day);
  }
  const { organisationId } = organisation;
  const heldBack = heldBackOn(context, day);
  const [memberships, detail, history, practiceCount, results, exemplars, official, figures] = await Promise.all([
    listMembershipsOf(database, organisationId, day.asAt),
    findRecordDetail(database, organisationId, day.asAt),
    readHistory(context, organisation),
    countCommissioned(database, code, PRACTICE_TYPE, day.asAt),
    readResults(database, pack, organisation, {
      recordedBy: day.recordedBy,
      heldBack,
      isFinal: finalBy(context, day),
    }),
    listExemplarsOf(database, [organisationId], day),
    readOfficialResults(database, organisation, day.asAt),
    readFigures(database, organisationId, pack.indicators, day.asAt),
  ]);
  const takenOver = takenOverBy(history.lineage, day.asAt);
  const resultsBefore =
    takenOver.length === 0
      ? []
      : await listResultsBefore(database, takenOver, { recordedBy: day.recordedBy, heldBack });
  const sources = await listSources(database, [
    ...sourceIdsOf(organisation, memberships),
    ...history.sourceIds,
    ...official.sourceIds,
    ...figures.sourceIds,
  ]);
  return sendPage(request, reply, {
    title: organisation.name,
    section: 'organisations',
    breadcrumbs: [{ href: day.link(paths.organisations()), text: 'Organisations' }],
    illustrative: [...results.map(({ result }) => result), ...resultsBefore, ...exemplars, ...sources].some(
      ({ illustrative }) => illustrative,
    ),
    body: (
      <OrganisationPage
        {...{ day, organisation, memberships, detail, practiceCount, results, exemplars, sources, ...history }}
        pack={programmeRecordedBy(pack, day.recordedBy)}
        recordedOn={day.recordedBy ?? today(clock)}
        takenOver={takenOver}
        resultsBefore={resultsBefore}
        isHeldBack={heldBack.length > 0}
        officialReleases={official.releases}
        figures={figures.views}
      />
    ),
  });
}

/** A code that means nothing on the day, but did or will on another, has a page that says so and leads there. */
async function sendAbsent(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  code: string,
  day: Day,
): Promise<FastifyReply> {
  const { database, pack, clock } = context;
  const found = await findOrganisationNear(database, code, day.asAt);
  const history = found === null ? null : await readHistory(context, found);
  const existence = existenceOn(history?.past.records ?? [], day.asAt);
  if (found === null || history === null || existence.kind === 'there') {
    throw new NotFoundError(`No organisation with the code ${code} is recorded. Search for it by name.`, {
      href: paths.search(),
      text: 'Search',
    });
  }
  const heldBack = heldBackOn(context, day);
  const [official, results, figures] = await Promise.all([
    readOfficialResults(database, found, day.asAt),
    readResults(database, pack, found, { recordedBy: day.recordedBy, heldBack, isFinal: finalBy(context, day) }),
    readFigures(database, found.organisationId, pack.indicators, day.asAt),
  ]);
  const sources = await listSources(database, [...history.sourceIds, ...official.sourceIds, ...figures.sourceIds]);
  return sendPage(request, reply, {
    title: found.name,
    section: 'organisations',
    breadcrumbs: [{ href: day.link(paths.organisations()), text: 'Organisations' }],
    illustrative: [...results.map(({ result }) => result), ...sources].some(({ illustrative }) => illustrative),
    body: (
      <AbsentPage
        {...{ day, existence, sources }}
        caption={`${typeOf(pack, found.typeId).label}, ${code}`}
        name={found.name}
        path={paths.organisation(code)}
        lineage={history.lineage}
        history={<TimelineSection {...{ day, pack, sources }} entries={history.timeline} isArea={false} />}
      >
        {results.length > 0 && (
          <section aria-labelledby="maturity">
            <h2 id="maturity">Digital maturity</h2>
            <ResultSummaries
              found={results}
              pack={programmeRecordedBy(pack, day.recordedBy)}
              recordedOn={day.recordedBy ?? today(clock)}
            />
          </section>
        )}
        <OfficialResultsSection day={day} name={found.name} releases={official.releases} hrefOf={paths.organisation} />
        <FiguresSection name={found.name} views={figures.views} />
      </AbsentPage>
    ),
  });
}

/** Rounds whose results are not shown on a day. */
function heldBackOn({ pack, clock }: AppContext, { recordedBy }: Day): string[] {
  return roundsHeldBack(programmeRecordedBy(pack, recordedBy), recordedUntil(recordedBy, clock));
}

/** Of which moderations everybody may read what they came to by a day. */
function finalBy({ pack, clock }: AppContext, { recordedBy }: Day): IsFinal {
  return finalOn(programmeRecordedBy(pack, recordedBy), recordedUntil(recordedBy, clock));
}

/** Whom an organisation had taken over from in full by a day: of a part that was handed over nobody answered by itself. */
function takenOverBy({ predecessors }: Lineage, asAt: string): TakenOver[] {
  return predecessors
    .filter(({ isPart, isContradicted, on }) => !isPart && !isContradicted && on <= asAt)
    .map(({ party, on }) => ({ code: party.id, on }));
}

async function readHistory({ database, pack }: AppContext, { organisationId, code }: OrganisationRef) {
  const [past, links] = await Promise.all([
    getOrganisationPast(database, organisationId),
    listLineageLinks(database, 'organisation', code),
  ]);
  const timeline = organisationTimeline(past, links, code, (typeId) => typeOf(pack, typeId).introducedOn);
  return {
    past,
    timeline,
    lineage: lineageOf(code, links),
    sourceIds: timeline.map(({ sourceId }) => sourceId),
  };
}

function sourceIdsOf(organisation: Organisation, memberships: readonly MembershipOf[]): string[] {
  const patients = organisation.registeredPatients;
  return [
    organisation.source.sourceId,
    ...memberships.map((membership) => membership.sourceId),
    ...(patients === null ? [] : [patients.sourceId]),
  ];
}
