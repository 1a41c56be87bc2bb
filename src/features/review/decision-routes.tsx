import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { acting, requireActor } from '../identity/index.ts';
import { findReviewDraft } from './drafts/find-review-draft.ts';
import { saysMore } from './drafts/review-draft.ts';
import type { ReviewCase } from './find-review-case.ts';
import { parseReviewDecisionForm } from './parse-review-form.ts';
import { requireReviewerCase, reviewCrumbs, type SlugRoute, subjectOf } from './require-review-case.ts';
import { type ReviewOutcome, reviewOutcomes } from './review.ts';
import { decideReview } from './review-outcome.ts';
import type { Review } from './review-repository.ts';
import { letterFacts, settleReview } from './settle-review.ts';
import { ChooseOutcomePage } from './views/choose-outcome-page.tsx';
import { LetterPage } from './views/letter-page.tsx';

/** Choosing the outcome, reading the letter it would send, and sending it. */
export function decisionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>('/workspace/reviews/:slug/decision', async (request, reply) => {
    const found = await requireOpenReview(request, context);
    const wanted = textOf(postedForm(request.query), 'outcome');
    const outcome = reviewOutcomes.find((known) => known === wanted);
    return outcome === undefined
      ? sendChoice(request, reply, context, found, [])
      : sendLetter(request, reply, context, found, outcome, 'preview');
  });

  app.post<SlugRoute>('/workspace/reviews/:slug/decision', async (request, reply) => {
    const found = await requireOpenReview(request, context);
    const { footprint, version } = found;
    const parsed = parseReviewDecisionForm(postedForm(request.body));
    if (parsed.kind === 'errors') {
      return sendChoice(request, reply, context, found, parsed.errors);
    }
    const by = acting(requireActor(request), 'review.decide', subjectOf(footprint), context.clock());
    const command = { ...parsed.value, versionId: version.versionId, footprintName: footprint.name };
    const outcome = await settleReview(context, command, by);
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(reply, paths.review(footprint.slug), sentText[outcome.outcome]);
      case 'blocked':
        return sendLetter(request, reply, context, found, parsed.value.outcome, 'blocked');
      case 'conflict':
        return sendLetter(request, reply, context, found, parsed.value.outcome, 'changed');
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Nothing was sent. Go back to the review.`, {
          href: paths.review(footprint.slug),
          text: 'Go to the review',
        });
    }
  });
}

const sentText: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'The roadmap is cleared for publication. The footprint can read the letter and publish.',
  'changes-requested': 'Changes are requested. The footprint can read the letter and begin a new version.',
};

interface OpenReview extends ReviewCase {
  readonly review: Review;
}

async function requireOpenReview(request: FastifyRequest<SlugRoute>, context: AppContext): Promise<OpenReview> {
  const found = await requireReviewerCase(request, context);
  const { review } = found;
  if (review === null) {
    throw new ConflictError(
      'Nobody has started the review of this version yet. Start it from the page of the review.',
      { href: paths.review(found.footprint.slug), text: 'Go to the review' },
    );
  }
  if (review.decision !== null) {
    throw new ConflictError('This review is settled and its letter has been sent. Read it on the page of the review.', {
      href: paths.review(found.footprint.slug),
      text: 'Go to the review',
    });
  }
  const draft = await findReviewDraft(context, requireActor(request).personId, review.reviewId);
  if (saysMore(draft, review.notes)) {
    throw new ConflictError(
      'You have typed ratings or comments that are not saved in the review, so the letter would be without them. Save or discard them first.',
      { href: paths.review(found.footprint.slug), text: 'Go to the review' },
    );
  }
  return { ...found, review };
}

function sendChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  { pack }: AppContext,
  found: OpenReview,
  errors: readonly FieldError[],
) {
  const { footprint, version, review } = found;
  const decisions = reviewOutcomes.map((outcome) =>
    decideReview(pack, review.notes, outcome, letterFacts(version, footprint.name)),
  );
  return sendPage(request, reply, {
    title: `Outcome of the review of ${footprint.name}`,
    section: 'workspace',
    breadcrumbs: reviewCrumbs(footprint),
    illustrative: version.illustrative,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <ChooseOutcomePage footprint={footprint} version={version} decisions={decisions} errors={errors} />,
  });
}

/** `blocked` and `changed`: the letter was not sent, and why. */
type LetterState = 'preview' | 'blocked' | 'changed';

const statusOf: Readonly<Record<LetterState, number>> = { preview: 200, blocked: 422, changed: 409 };

function sendLetter(
  request: FastifyRequest,
  reply: FastifyReply,
  { pack }: AppContext,
  found: OpenReview,
  outcome: ReviewOutcome,
  state: LetterState,
) {
  const { footprint, version, review } = found;
  const decision = decideReview(pack, review.notes, outcome, letterFacts(version, footprint.name));
  return sendPage(request, reply, {
    title: `Letter to ${footprint.name}`,
    section: 'workspace',
    breadcrumbs: reviewCrumbs(footprint),
    illustrative: version.illustrative,
    status: statusOf[state],
    hasErrors: state !== 'preview',
    body: (
      <LetterPage
        footprint={footprint}
        decision={decision}
        revision={review.revision}
        isChanged={state === 'changed'}
      />
    ),
  });
}
