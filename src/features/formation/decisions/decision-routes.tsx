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
import { DecisionPage } from '../views/decision-page.tsx';
import { EndorsePage } from '../views/endorse-page.tsx';
import {
  actingIn,
  type FormationVisit,
  onPage,
  type SlugRoute,
  sendFormationPage,
  visitForm,
} from '../visit-formation.ts';
import { acceptForm } from './accept-form.ts';
import { endorseForm } from './endorse-form.ts';
import { parseFormEndorsement, parseRegionDecision } from './parse-decisions.ts';

type Visit = FormationVisit<FormPlace>;

interface CcgRoute {
  Params: { slug: string; organisation: string };
}

const endorseAddress = '/workspace/footprints/:slug/endorsements/:organisation';
const decideAddress = '/workspace/footprints/:slug/decision';

/** Deciding about a form: each CCG, then the region. */
export function decisionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<CcgRoute>(endorseAddress, async (request, reply) => {
    const visit = await visitForm(context, request, reply);
    return sendEndorse(visit, await requireCcg(visit, request.params.organisation), nothingSent);
  });
  app.post<CcgRoute>(endorseAddress, async (request, reply) => {
    const visit = await visitForm(context, request, reply);
    const { organisation } = request.params;
    return answerEndorse(visit, await requireCcg(visit, organisation), () => visitForm(context, request, reply));
  });
  app.get<SlugRoute>(decideAddress, async (request, reply) =>
    sendDecision(await visitForm(context, request, reply, 'formation.decide'), nothingSent),
  );
  app.post<SlugRoute>(decideAddress, async (request, reply) => {
    const visit = await visitForm(context, request, reply, 'formation.decide');
    return answerDecision(visit, () => visitForm(context, request, reply, 'formation.decide'));
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

/** The CCG of the address, if it is asked and the visitor is its executive. */
async function requireCcg({ context, place, request }: Visit, code: string): Promise<OrganisationMention> {
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

async function requireDocument({ context, place }: Visit, state: FormState): Promise<StoredDocument> {
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

async function sendEndorse(visit: Visit, ccg: OrganisationMention, sent: Sent): Promise<FastifyReply> {
  const { context, place } = visit;
  const stored = await requireDocument(visit, 'with-ccgs');
  const { rows } = await readBoard(context.database, place.form);
  const standing = rows.find((row) => row.party.organisationId === ccg.organisationId)?.endorsement ?? null;
  return sendFormationPage(visit, {
    title: `Decide for ${ccg.name}`,
    status: statusOf(sent),
    body: <EndorsePage place={place} ccg={ccg} stored={stored} standing={standing} {...sent} />,
  });
}

async function answerEndorse(
  visit: Visit,
  ccg: OrganisationMention,
  again: () => Promise<Visit>,
): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const parsed = parseFormEndorsement(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendEndorse(visit, ccg, { ...parsed, refusal: null });
  }
  const { organisationId } = ccg;
  const { decision, reason, number, digest } = parsed.value;
  const by = acting(place.actor, 'formation.endorse', { organisationIds: [organisationId] }, context.clock());
  const command = { ...onPage(visit), number, digest, organisationId, decision, reason };
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

async function sendDecision(visit: Visit, sent: Sent): Promise<FastifyReply> {
  const { context, place } = visit;
  const stored = await requireDocument(visit, 'with-region');
  const { formation, form } = place;
  const { database, pack } = context;
  const checked = await readFormCheck(database, formation, form, stored.document.form, pack.positionOn);
  const board = await readBoard(database, form);
  return sendFormationPage(visit, {
    title: 'Decide for the region',
    status: statusOf(sent),
    body: <DecisionPage place={place} stored={stored} board={board} {...checked} {...sent} />,
  });
}

async function answerDecision(visit: Visit, again: () => Promise<Visit>): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const parsed = parseRegionDecision(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendDecision(visit, { ...parsed, refusal: null });
  }
  const { decision, reason, number, digest } = parsed.value;
  const page = { ...onPage(visit), number, digest };
  const by = actingIn(visit, 'formation.decide');
  const outcome =
    decision === 'accept'
      ? await acceptForm(context, page, by)
      : await returnForm(context, { ...page, action: 'send-back', reason }, by);
  if (outcome.kind === 'ok') {
    const text =
      decision === 'accept'
        ? `The form is endorsed. ${nameOfCase(place)} stands in the directory as it says`
        : 'The form is sent back. Its lead and its CCGs can read why';
    return redirectWithSuccess(reply, paths.formation(place.slug), text);
  }
  return sendDecision(await again(), { typed: { decision, reason }, errors: [], refusal: refusalOf(outcome) });
}
