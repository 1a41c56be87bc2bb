import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { decisionLabels } from '../../agreement/index.ts';
import { acting, requireCan } from '../../identity/index.ts';
import type { OrganisationMention } from '../formation.ts';
import { type FormPlace, nameOfCase } from '../formation-place.ts';
import { findDocument, type StoredDocument } from '../forms/form-content-repository.ts';
import type { FormState } from '../forms/form-state.ts';
import { type MoveFormOutcome, readBoard, returnForm } from '../forms/move-form.ts';
import { readFormCheck } from '../forms/read-form-check.ts';
import {
  actingIn,
  type FormationExchange,
  onPage,
  requireForm,
  type SlugRoute,
  sendFormationPage,
} from '../require-formation.ts';
import { DecisionPage } from '../views/decision-page.tsx';
import { EndorsePage } from '../views/endorse-page.tsx';
import { acceptForm } from './accept-form.ts';
import { endorseForm } from './endorse-form.ts';
import { parseFormEndorsement, parseRegionDecision } from './parse-decisions.ts';

type Exchange = FormationExchange<FormPlace>;

interface CcgRoute {
  Params: { slug: string; organisation: string };
}

const endorseAddress = '/workspace/footprints/:slug/endorsements/:organisation';
const decideAddress = '/workspace/footprints/:slug/decision';

/** Deciding about a form: each commissioner, then the region. */
export function decisionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<CcgRoute>(endorseAddress, async (request, reply) => {
    const exchange = await requireForm(context, request, reply);
    return sendEndorse(exchange, await requireCcg(exchange, request.params.organisation), nothingSent);
  });
  app.post<CcgRoute>(endorseAddress, async (request, reply) => {
    const exchange = await requireForm(context, request, reply);
    const { organisation } = request.params;
    return answerEndorse(exchange, await requireCcg(exchange, organisation), () =>
      requireForm(context, request, reply),
    );
  });
  app.get<SlugRoute>(decideAddress, async (request, reply) =>
    sendDecision(await requireForm(context, request, reply, 'formation.decide'), nothingSent),
  );
  app.post<SlugRoute>(decideAddress, async (request, reply) => {
    const exchange = await requireForm(context, request, reply, 'formation.decide');
    return answerDecision(exchange, () => requireForm(context, request, reply, 'formation.decide'));
  });
}

interface Sent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly refusal: string | null;
}

const nothingSent: Sent = { typed: {}, errors: [], refusal: null };

function statusOf({ errors, refusal }: Sent): number {
  return refusal === null ? (errors.length > 0 ? 422 : 200) : 409;
}

/** The commissioner of the address, if it is asked and the visitor is its executive. */
async function requireCcg({ context, place, request }: Exchange, code: string): Promise<OrganisationMention> {
  const { rows } = await readBoard(context.database, place.form);
  const ccg = rows.find(({ party }) => party.code === code)?.party;
  if (ccg === undefined) {
    throw new NotFoundError('This organisation is not asked to endorse the form. Go back to the footprint.', {
      href: paths.formation(place.slug),
      text: 'Go to the footprint',
    });
  }
  requireCan(request, 'formation.endorse', { organisationIds: [ccg.organisationId] });
  return ccg;
}

async function requireDocument({ context, place }: Exchange, state: FormState): Promise<StoredDocument> {
  const { form } = place;
  const stored = await findDocument(context.database, form.formId, form.digest ?? '');
  if (form.state !== state || stored === null) {
    throw new ConflictError(
      'This form does not wait for this decision now. Go back to the footprint to see where it stands.',
      { href: paths.formation(place.slug), text: 'Go to the footprint' },
    );
  }
  return stored;
}

async function sendEndorse(exchange: Exchange, ccg: OrganisationMention, sent: Sent): Promise<FastifyReply> {
  const { context, place } = exchange;
  const stored = await requireDocument(exchange, 'with-ccgs');
  const { rows } = await readBoard(context.database, place.form);
  const standing = rows.find((row) => row.party.organisationId === ccg.organisationId)?.endorsement ?? null;
  return sendFormationPage(exchange, {
    title: `Decide for ${ccg.name}`,
    status: statusOf(sent),
    body: <EndorsePage place={place} ccg={ccg} stored={stored} standing={standing} {...sent} />,
  });
}

async function answerEndorse(
  exchange: Exchange,
  ccg: OrganisationMention,
  again: () => Promise<Exchange>,
): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const parsed = parseFormEndorsement(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendEndorse(exchange, ccg, { ...parsed, refusal: null });
  }
  const { organisationId } = ccg;
  const { decision, reason, number, digest } = parsed.value;
  const by = acting(place.actor, 'formation.endorse', { organisationIds: [organisationId] }, context.clock());
  const command = { ...onPage(exchange), number, digest, organisationId, decision, reason };
  const outcome = await endorseForm(context, command, by);
  if (outcome.kind === 'ok') {
    const text = `The decision is recorded. ${ccg.name}: ${decisionLabels[decision].toLowerCase()}`;
    return redirectWithSuccess(reply, paths.formation(place.slug), text);
  }
  return sendEndorse(await again(), ccg, { typed: { decision, reason }, errors: [], refusal: refusalOf(outcome) });
}

function refusalOf(outcome: Exclude<MoveFormOutcome, { kind: 'ok' }>): string {
  return outcome.kind === 'refused' ? outcome.reason : 'Something must be put right first; it is listed on this page';
}

async function sendDecision(exchange: Exchange, sent: Sent): Promise<FastifyReply> {
  const { context, place } = exchange;
  const stored = await requireDocument(exchange, 'with-region');
  const { formation, form } = place;
  const { database, pack } = context;
  const checked = await readFormCheck(database, formation, form, stored.document.form, pack.positionOn);
  const board = await readBoard(database, form);
  return sendFormationPage(exchange, {
    title: 'Decide for the region',
    status: statusOf(sent),
    body: <DecisionPage place={place} stored={stored} board={board} {...checked} {...sent} />,
  });
}

async function answerDecision(exchange: Exchange, again: () => Promise<Exchange>): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const parsed = parseRegionDecision(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendDecision(exchange, { ...parsed, refusal: null });
  }
  const { decision, reason, number, digest } = parsed.value;
  const page = { ...onPage(exchange), number, digest };
  const by = actingIn(exchange, 'formation.decide');
  const outcome =
    decision === 'accept'
      ? await acceptForm(context, page, by)
      : await returnForm(context, { ...page, action: 'send-back', reason }, by);
  if (outcome.kind === 'ok') {
    const text =
      decision === 'accept'
        ? `The form is endorsed. ${nameOfCase(place)} stands in the directory as it says`
        : 'The form is sent back. Its lead and its commissioners can read why';
    return redirectWithSuccess(reply, paths.formation(place.slug), text);
  }
  return sendDecision(await again(), { typed: { decision, reason }, errors: [], refusal: refusalOf(outcome) });
}
