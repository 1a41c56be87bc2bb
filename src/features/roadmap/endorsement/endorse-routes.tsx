import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { currentEndorsements, decisionLabels, typedDecision } from '../../agreement/index.ts';
import { acting, requireCan } from '../../identity/index.ts';
import { requireVersion, type VersionExchange } from '../require-roadmap.ts';
import type { RoadmapMember } from '../roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { changesSinceBasis } from '../versions/read-version-changes.ts';
import { findCurrentVersion, getFrozenDocument } from '../versions/version-repository.ts';
import { EndorsePage } from '../views/endorse-page.tsx';
import { agreementCrumb } from './agreement-routes.tsx';
import { endorseVersion } from './endorse-version.ts';
import { listEndorsements } from './endorsement-repository.ts';
import { parseEndorsementForm } from './parse-endorsement-form.ts';

const address = '/workspace/roadmaps/:slug/agreement/:organisation';
const parameters = z.object({ organisation: z.string() });

/** Deciding for an organisation about the frozen version. */
export function endorseRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const exchange = await requireNamedMember(context, request, reply);
    return sendEndorse(exchange, { typed: {}, errors: [], refusal: null, status: 200 });
  });
  app.post(address, async (request, reply) => answerEndorse(await requireNamedMember(context, request, reply)));
}

interface EndorsementExchange extends VersionExchange {
  readonly member: RoadmapMember;
}

/** Lets in the executives of the organisation in the address, if the document names it. */
async function requireNamedMember(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<EndorsementExchange> {
  const exchange = await requireVersion(context, request, reply);
  const { organisation } = parameters.parse(request.params);
  const { named, members, version } = exchange.place;
  const member = named.find(({ code }) => code === organisation);
  if (member === undefined && members.some(({ code }) => code === organisation)) {
    throw new ConflictError(
      `This organisation joined the footprint after version ${version.number} was frozen, and the document does not name it. The version will be put to it once it is frozen again. See who has agreed for where it stands.`,
      { href: paths.agreement(exchange.place.footprint.slug), text: 'See who has decided' },
    );
  }
  if (member === undefined) {
    throw new NotFoundError('This organisation is not a member of the footprint.', {
      href: paths.agreement(exchange.place.footprint.slug),
      text: 'See who is asked',
    });
  }
  requireCan(request, 'roadmap.endorse', { organisationIds: [member.organisationId] });
  return { ...exchange, member };
}

interface Sent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly refusal: string | null;
  readonly status: number;
}

async function sendEndorse(exchange: EndorsementExchange, sent: Sent): Promise<FastifyReply> {
  const { context, place, member } = exchange;
  const { database } = context;
  const { version } = place;
  const document = await getFrozenDocument(database, version.versionId);
  if (version.state !== 'endorsement' || version.digest === null || document === null) {
    throw new ConflictError(
      `${sent.refusal === null ? '' : `${sent.refusal}. `}This version is not open for endorsement. See who has agreed for where it stands.`,
      { href: paths.agreement(place.footprint.slug), text: 'See who has decided' },
    );
  }
  const endorsements = currentEndorsements(await listEndorsements(database, version.versionId), version.digest);
  const { status, ...shown } = sent;
  return sendRoadmapPage(exchange, {
    title: `Decide for ${member.name}`,
    status,
    hasErrors: status !== 200,
    crumbs: [agreementCrumb(place.footprint.slug)],
    body: (
      <EndorsePage
        place={place}
        member={member}
        digest={version.digest}
        document={document}
        standing={endorsements.find(({ organisationId }) => organisationId === member.organisationId) ?? null}
        changes={await changesSinceBasis(database, version, document)}
        {...shown}
      />
    ),
  });
}

async function answerEndorse(exchange: EndorsementExchange): Promise<FastifyReply> {
  const { context, place, request, reply, member } = exchange;
  const { slug, areaId } = place.footprint;
  const { organisationId } = member;
  const parsed = parseEndorsementForm(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendEndorse(exchange, { ...parsed, refusal: null, status: 422 });
  }

  const command = parsed.value;
  const by = acting(place.actor, 'roadmap.endorse', { organisationIds: [organisationId] }, context.clock());
  const outcome = await endorseVersion(context, { footprintId: areaId, organisationId, command }, by);
  if (outcome.kind === 'ok') {
    const text = `${member.name}: ${decisionLabels[command.decision].toLowerCase()}`;
    return redirectWithSuccess(reply, paths.agreement(slug), `The decision is recorded. ${text}`);
  }
  // What was on the page is no longer what stands: look again before showing it.
  const version = (await findCurrentVersion(context.database, areaId)) ?? place.version;
  const typed = typedDecision(command.decision, command.conditions);
  const latest = { ...exchange, place: { ...place, version } };
  return sendEndorse(latest, { typed, errors: [], refusal: outcome.reason, status: 409 });
}
