import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { CheckResult } from '../../platform/check-result.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, type PostedForm, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { listFootprintLives } from '../directory/index.ts';
import { acting, requireCan } from '../identity/index.ts';
import { parseProposedEvent } from './parse-proposed-event.ts';
import { dayErrors, kindOf, proposalFromForm, strayErrors } from './proposal-form.ts';
import { findAppliedProposal, listProposals } from './proposal-repository.ts';
import { proposalRoutes } from './proposal-routes.tsx';
import { proposeSuccession } from './propose-succession.ts';
import { successionCrumbs } from './require-proposal.ts';
import { NewSuccessionPage } from './views/new-succession-page.tsx';
import { SuccessionsPage } from './views/successions-page.tsx';

/** Merges, splits and the like: proposed by a programme manager, confirmed by a second person. */
export function successionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/successions', async (request, reply) => {
    const actor = requireCan(request, 'succession.confirm');
    const proposals = await listProposals(context.database);
    const mayPropose = actor.grants.some(({ role }) => role === 'programme-manager');
    return sendPage(request, reply, {
      title: 'Mergers and other changes',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: proposals.some(({ illustrative }) => illustrative),
      body: <SuccessionsPage proposals={proposals} mayPropose={mayPropose} />,
    });
  });

  app.get('/workspace/programme/successions/new', (request, reply) => {
    requireCan(request, 'succession.propose');
    return sendNew(request, reply, context, postedForm(request.query), [], null);
  });

  app.post('/workspace/programme/successions/new', (request, reply) => propose(request, reply, context));

  proposalRoutes(app, context);
}

async function propose(request: FastifyRequest, reply: FastifyReply, context: AppContext) {
  const actor = requireCan(request, 'succession.propose');
  const form = postedForm(request.body);
  const parsed = parseProposedEvent(proposalFromForm(form));
  const typed = [...dayErrors(form, today(context.clock)), ...strayErrors(form)];
  if (parsed.kind === 'errors' || typed.length > 0) {
    const missing = parsed.kind === 'errors' ? parsed.errors : [];
    const errors = [...typed, ...missing.filter(({ field }) => !typed.some((error) => error.field === field))];
    return sendNew(request, reply, context, form, errors, null);
  }
  const outcome = await proposeSuccession(
    context,
    parsed.event,
    acting(actor, 'succession.propose', {}, context.clock()),
  );
  return outcome.kind === 'blocked'
    ? sendNew(request, reply, context, form, [], outcome.plan.check)
    : redirectWithSuccess(
        reply,
        paths.succession(outcome.proposalId),
        'The proposal is recorded. Nothing has changed yet: a second person reads the plan and confirms it.',
      );
}

async function sendNew(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  form: PostedForm,
  errors: readonly FieldError[],
  check: CheckResult | null,
) {
  const lives = await listFootprintLives(database, pack.positionOn);
  const undone = kindOf(form) === 'undo' ? await findAppliedProposal(database, textOf(form, 'event')) : null;
  const isRefused = errors.length > 0 || check !== null;
  return sendPage(request, reply, {
    title: 'Propose a change of footprints',
    section: 'workspace',
    breadcrumbs: successionCrumbs(),
    status: isRefused ? 422 : 200,
    hasErrors: isRefused,
    body: (
      <NewSuccessionPage
        form={form}
        footprints={lives
          .filter(({ endedOn }) => endedOn === null)
          .map(({ slug, name }) => ({ value: slug, label: name }))}
        undoneTitle={undone?.plan.title ?? null}
        errors={errors}
        check={check}
      />
    ),
  });
}
