import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, acting, listSecondPersons } from '../identity/index.ts';
import { confirmSuccession } from './confirm-succession.ts';
import { commissionerNames } from './planning/commissioner-names.ts';
import { type ReadPlan, readPlan } from './planning/read-plan.ts';
import { readTotals } from './planning/read-totals.ts';
import type { Proposal } from './proposal.ts';
import { isOpen } from './proposal-state.ts';
import { type ProposalRoute, requireProposal, successionCrumbs } from './require-proposal.ts';
import { ProposalPage } from './views/proposal-page.tsx';
import { withdrawSuccession } from './withdraw-succession.ts';

/** Reading one proposal, confirming it as a second person, or withdrawing it. */
export function proposalRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, clock } = context;
  app.get<ProposalRoute>('/workspace/programme/successions/:id', async (request, reply) => {
    const { actor, proposal } = await requireProposal(request, database);
    return sendProposal(request, reply, context, { actor, proposal });
  });

  app.post<ProposalRoute>('/workspace/programme/successions/:id/confirm', async (request, reply) => {
    const { actor, proposal } = await requireProposal(request, database);
    const { proposalId } = proposal;
    const digest = readForm(postedForm(request.body)).line('digest', { label: 'The digest', limit: 64 });
    const by = acting(actor, 'succession.confirm', {}, clock());
    const outcome = await confirmSuccession(context, { proposalId, digest }, by);
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(reply, paths.succession(proposalId), 'The plan is confirmed and applied.');
      case 'changed':
        return sendProposal(request, reply, context, { actor, proposal, now: outcome.now, status: 409 });
      case 'refused':
        throw new ConflictError(`${outcome.reason}.`, {
          href: paths.succession(proposalId),
          text: 'Look at the proposal as it is now',
        });
    }
  });

  app.post<ProposalRoute>('/workspace/programme/successions/:id/withdraw', async (request, reply) => {
    const { actor, proposal } = await requireProposal(request, database);
    const { proposalId } = proposal;
    const reader = readForm(postedForm(request.body));
    const required = 'Say why the proposal is withdrawn';
    const reason = reader.text('reason', { label: 'The reason', limit: REASON_LIMIT, required });
    const parsed = reader.outcome(reason);
    if (parsed.kind === 'errors' && isOpen(proposal.state)) {
      const { errors } = parsed;
      return sendProposal(request, reply, context, { actor, proposal, reason, errors, status: 422 });
    }
    const by = acting(actor, 'succession.confirm', {}, clock());
    const outcome = await withdrawSuccession(context, { proposalId, reason }, by);
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}.`, {
        href: paths.succession(proposalId),
        text: 'Look at the proposal as it is now',
      });
    }
    return redirectWithSuccess(reply, paths.succession(proposalId), 'The proposal is withdrawn. Nothing was changed.');
  });
}

const REASON_LIMIT = 2_000;

interface Shown {
  readonly actor: Actor;
  readonly proposal: Proposal;
  /** As it was found on confirming; read afresh when left out. */
  readonly now?: ReadPlan;
  /** Why it is to be withdrawn, as typed into a form that comes back. */
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
  readonly status?: number;
}

async function sendProposal(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { actor, proposal, now, reason = '', errors = [], status = 200 }: Shown,
) {
  const { database, pack } = context;
  const { plan, state, proposalId } = proposal;
  const current = isOpen(state) ? (now ?? (await readPlan(context, database, proposal.event, proposalId))) : null;
  const compared = state === 'applied' && plan.kind !== 'rename' ? await readTotals(database, pack, plan) : null;
  const others = isOpen(state) ? await listSecondPersons(database, 'succession.confirm', actor.personId) : [];
  return sendPage(request, reply, {
    title: plan.title,
    section: 'workspace',
    breadcrumbs: successionCrumbs(),
    illustrative: proposal.illustrative,
    status,
    hasErrors: status >= 400,
    body: (
      <ProposalPage
        proposal={proposal}
        now={current}
        compared={compared}
        commissioners={commissionerNames(context.pack, proposal.event.effectiveOn)}
        actor={actor}
        others={others}
        reason={reason}
        errors={errors}
      />
    ),
  });
}
