import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { publicUrlOf } from '../../platform/config.ts';
import type { Changes } from '../../platform/database/change-listener.ts';
import { KeptReadings } from '../../platform/database/kept-reading.ts';
import { today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { pdfsBefore, sendPdf } from '../../platform/http/send-pdf.ts';
import { sendWorkbook } from '../../platform/http/send-workbook.ts';
import { type Page, renderForPaper, sendPage } from '../../views/page/send-page.tsx';
import {
  type AssessedOrganisation,
  assessmentAddresses,
  framing,
  listOf,
  requireAssessedOrganisation,
  requireReadable,
  roundsUnread,
} from '../assessment/index.ts';
import { addressPart, findOrganisation, type Organisation } from '../directory/index.ts';
import { can } from '../identity/index.ts';
import { getRound, resultsDay, roundsHeldBack } from '../programme/index.ts';
import { finalOn } from '../return-documents/index.ts';
import { likenessQuery, parseLikenesses } from './parse-likenesses.ts';
import { readReport } from './read-report.ts';
import type { ReportFacts } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { reportSheets } from './report-sheets.ts';
import { reportView } from './report-view.ts';
import { ReportPage } from './views/report-page.tsx';

/** What an organisation has from its assessment, for its own people and for everybody. */
export function organisationReportRoutes(app: FastifyInstance, context: AppContext, changes: Changes): void {
  const kept: ReportContext = {
    ...context,
    keptPeers: new KeptReadings(changes),
    keptTeachers: new KeptReadings(changes),
  };
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/report`, async (request, reply) =>
      sendPage(request, reply, ownPage(await requireOwn(request, kept), context)),
    );
    app.get(`${assessment}/report.pdf`, async (request, reply) => {
      const own = await requireOwn(request, kept);
      return sendPaper(request, reply, context, {
        page: ownPage(own, context),
        name: ownName(own),
        href: ownAddresses(own).page,
        mostBefore: pdfsBefore.own,
      });
    });
    app.get(`${assessment}/report.xlsx`, async (request, reply) => {
      const own = await requireOwn(request, kept);
      return sendWorkbook(reply, ownName(own), reportSheets(reportView(own.facts)));
    });
  }
  const asked = forEverybody('round', 'care-setting', 'like', 'adjusted');
  app.get<PublicRoute>('/organisations/:code/report', asked, async (request, reply) =>
    sendPage(request, reply, publicPage(await requirePublic(request, kept), context)),
  );
  app.get<PublicRoute>('/organisations/:code/report.pdf', asked, async (request, reply) => {
    const found = await requirePublic(request, kept);
    return sendPaper(request, reply, context, {
      page: publicPage(found, context),
      name: publicName(found),
      href: publicAddresses(found).page,
      mostBefore: pdfsBefore.everybodys,
    });
  });
  app.get<PublicRoute>('/organisations/:code/report.xlsx', asked, async (request, reply) => {
    const found = await requirePublic(request, kept);
    return sendWorkbook(reply, publicName(found), reportSheets(reportView(found.facts)));
  });
}

interface PublicRoute {
  readonly Params: { readonly code: string };
}

interface OnPaper {
  readonly page: Page;
  readonly name: string;
  /** Of the page. */
  readonly href: string;
  readonly mostBefore: number;
}

async function sendPaper(
  request: FastifyRequest,
  reply: FastifyReply,
  { pdf, config }: AppContext,
  { page, name, href, mostBefore }: OnPaper,
): Promise<FastifyReply> {
  const document = renderForPaper(request, page, publicUrlOf(config));
  return sendPdf(reply, name, await pdf.print(document, mostBefore), { href, text: 'Open the report' });
}

interface OwnReport {
  readonly assessed: AssessedOrganisation;
  readonly facts: ReportFacts;
}

/** For the name of a file; `about`: what it is of. */
function fileName(about: readonly (string | null)[]): string {
  return ['report', ...about.filter((part) => part !== null)].join('-');
}

const ownName = ({ assessed: { addressKey, round, setting } }: OwnReport) => fileName([addressKey, round.id, setting]);

function ownAddresses({ assessed: { addressKey, round, setting }, facts }: OwnReport) {
  const query = likenessQuery(facts.chosen);
  return {
    page: paths.organisationReport(addressKey, round.id, setting, query),
    workbook: paths.organisationReportFile(addressKey, round.id, setting, query),
    pdf: paths.organisationReportPdf(addressKey, round.id, setting, query),
  };
}

function ownPage(own: OwnReport, { pdf }: AppContext): Page {
  const { assessed, facts } = own;
  const { addressKey, round, setting, organisation } = assessed;
  const everybodys = { round: round.id, 'care-setting': setting ?? '' };
  const files = ownAddresses(own);
  return {
    ...framing(assessed, 'Report'),
    body: (
      <ReportPage
        view={reportView(facts)}
        facts={facts}
        heading={assessed.heading}
        action={paths.organisationReport(addressKey, round.id, setting)}
        kept={{}}
        workbook={files.workbook}
        pdf={pdf.isAble ? files.pdf : null}
        beside={[
          { href: paths.assessmentResult(addressKey, round.id, setting), text: 'The result, and what was signed' },
          ...(facts.results.isPublic
            ? [{ href: paths.publicReport(organisation.code, everybodys), text: 'The report as everybody reads it' }]
            : []),
        ]}
        moderationHref={readsFindings(assessed) ? paths.moderation(addressKey, round.id, setting) : null}
      />
    ),
  };
}

/** Others who read a result see what was found once everybody does. */
function readsFindings({ actor, subject }: AssessedOrganisation): boolean {
  return can(actor, 'assessment.read-provisional', subject);
}

/** The report of an assessment with all that is in it, for whoever may read its answers. */
async function requireOwn(request: FastifyRequest, context: ReportContext): Promise<OwnReport> {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
  requireReadable(assessed);
  return { assessed, facts: await readOwn(request, context, assessed) };
}

async function readOwn(
  request: FastifyRequest,
  context: ReportContext,
  assessed: AssessedOrganisation,
): Promise<ReportFacts> {
  const { pack, clock } = context;
  const { organisation, addressKey, round, setting, careSetting } = assessed;
  const day = today(clock);
  const facts = await readReport(context, {
    organisation,
    roundId: round.id,
    careSetting,
    heldBack: roundsUnread(pack, assessed, day),
    withAnswers: true,
    isFinal: readsFindings(assessed) ? null : finalOn(pack, day),
    resultsOf: () => assessed.results,
    chosen: parseLikenesses(postedForm(request.query)),
    sectionHref: (sectionId) => paths.assessmentSection(addressKey, round.id, sectionId, setting),
  });
  if (facts === null) {
    throw new NotFoundError(
      `There is no report yet. It is here as soon as ${assessed.instrument.signing.who} has authorised the assessment.`,
      { href: listOf(assessed), text: 'Go to the assessment' },
    );
  }
  return facts;
}

interface PublicReport {
  readonly organisation: Organisation;
  readonly facts: ReportFacts;
}

/** The report that everybody may read of the organisation in the address. */
async function requirePublic(request: FastifyRequest<PublicRoute>, context: ReportContext): Promise<PublicReport> {
  const code = addressPart(request.params.code);
  const organisation = await findOrganisation(context.database, code, context.pack.positionOn);
  const facts = organisation === null ? null : await readPublic(request, context, organisation);
  if (organisation === null || facts === null) {
    throw new NotFoundError(
      'There is no report here that everybody may read. There is one once the organisation has signed its assessment and its results are public.',
      { href: paths.organisations(), text: 'Go to the organisations' },
    );
  }
  return { organisation, facts };
}

const aboutPublic = ({ round, found }: ReportFacts) => ({ round: round.id, 'care-setting': found.result.careSetting });

const publicName = ({ organisation, facts: { round, found } }: PublicReport) =>
  fileName([organisation.code, round.id, found.result.careSetting]);

function publicAddresses({ organisation: { code }, facts }: PublicReport) {
  const query = { ...aboutPublic(facts), ...likenessQuery(facts.chosen) };
  return {
    page: paths.publicReport(code, query),
    workbook: paths.publicReportFile(code, query),
    pdf: paths.publicReportPdf(code, query),
  };
}

function publicPage(report: PublicReport, { pdf }: AppContext): Page {
  const { organisation, facts } = report;
  const isOneOfSeveral = facts.instrument.returns === 'per-setting';
  const view = reportView(facts);
  const files = publicAddresses(report);
  return {
    title: `Report: ${organisation.name}`,
    section: 'organisations',
    breadcrumbs: [
      { href: paths.organisations(), text: 'Organisations' },
      { href: paths.organisation(organisation.code), text: organisation.name },
    ],
    illustrative: view.illustrative,
    body: (
      <ReportPage
        view={view}
        facts={facts}
        heading={isOneOfSeveral ? `${organisation.name}: ${view.careSetting}` : organisation.name}
        action={paths.publicReport(organisation.code)}
        kept={aboutPublic(facts)}
        workbook={files.workbook}
        pdf={pdf.isAble ? files.pdf : null}
        beside={[{ href: paths.organisation(organisation.code), text: 'All that is public of the organisation' }]}
        moderationHref={null}
      />
    ),
  };
}

function readPublic(
  request: FastifyRequest<PublicRoute>,
  context: ReportContext,
  organisation: Organisation,
): Promise<ReportFacts | null> {
  const { pack, clock } = context;
  const day = today(clock);
  const query = postedForm(request.query);
  return readReport(context, {
    organisation,
    roundId: textOf(query, 'round') || null,
    careSetting: textOf(query, 'care-setting') || null,
    heldBack: roundsHeldBack(pack, day),
    withAnswers: false,
    isFinal: finalOn(pack, day),
    resultsOf: (roundId) => resultsDay(pack, getRound(pack, roundId), day),
    chosen: parseLikenesses(query),
    sectionHref: null,
  });
}
