import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { acting, can, requireActor } from '../identity/index.ts';
import { decisionRoutes } from './decision-routes.tsx';
import type { ReviewCase } from './find-review-case.ts';
import { loadReviewQueue } from './load-review-queue.ts';
import { parseReviewForm } from './parse-review-form.ts';
import {
  requireFootprint,
  requireReviewCase,
  requireReviewerCase,
  reviewCrumbs,
  type SlugRoute,
  subjectOf,
} from './require-review-case.ts';
import type { ReviewNotes } from './review.ts';
import { saveReview } from './save-review.ts';
import { sendLetters } from './send-letters.tsx';
import { startReview } from './start-review.ts';
import { takeBackRoutes } from './take-back-routes.tsx';
import { typedNotes } from './typed-notes.ts';
import { QueuePage } from './views/queue-page.tsx';
import { ReviewPage } from './views/review-page.tsx';

/** What a reviewer typed that could not be saved, and why. */
interface Unsaved {
  readonly notes: ReviewNotes;
  readonly errors: readonly FieldError[];
  /** What another reviewer has saved in the meantime; null where that is not the reason. */
  readonly theirs: ReviewCase['review'];
}

/** The regional team's part: the queue, reading and rating a version, and settling the outcome. */
export function reviewRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/reviews', async (request, reply) => {
    const actor = requireActor(request);
    const queue = await loadReviewQueue(context, actor);
    return sendPage(request, reply, {
      title: 'Reviews',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: [...queue.open, ...queue.settled].some(({ version }) => version.illustrative),
      body: <QueuePage queue={queue} criteriaCount={context.pack.reviewCriteria.length} now={context.clock()} />,
    });
  });

  app.get<SlugRoute>('/workspace/reviews/:slug', async (request, reply) => {
    const footprint = await requireFootprint(request, context);
    if (can(request.actor, 'review.read', subjectOf(footprint))) {
      return sendReview(request, reply, context, await requireReviewCase(context, footprint), null);
    }
    return sendLetters(request, reply, context, footprint);
  });

  app.post<SlugRoute>('/workspace/reviews/:slug/start', async (request, reply) => {
    const { footprint, version } = await requireReviewerCase(request, context);
    const by = acting(requireActor(request), 'review.decide', subjectOf(footprint), context.clock());
    const outcome = await startReview(context, version.versionId, by);
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}. Go back to the list of reviews.`, {
        href: paths.review(footprint.slug),
        text: 'Go to the review',
      });
    }
    const text =
      outcome.kind === 'ok' ? 'The review has started. The footprint can see that it is under review.' : takenUpText;
    return redirectWithSuccess(reply, paths.review(footprint.slug), text);
  });

  app.post<SlugRoute>('/workspace/reviews/:slug', async (request, reply) => {
    const found = await requireReviewerCase(request, context);
    return save(request, reply, context, found);
  });

  decisionRoutes(app, context);
  takeBackRoutes(app, context);
}

const takenUpText = 'Somebody else had started this review already. You can carry on with it together.';

async function save(request: FastifyRequest, reply: FastifyReply, context: AppContext, found: ReviewCase) {
  const { footprint, version } = found;
  const form = postedForm(request.body);
  const parsed = parseReviewForm(form, context.pack);
  if (parsed.kind === 'errors') {
    const notes = typedNotes(parsed.typed, context.pack);
    return sendReview(request, reply, context, found, { notes, errors: parsed.errors, theirs: null });
  }
  const by = acting(requireActor(request), 'review.decide', subjectOf(footprint), context.clock());
  const outcome = await saveReview(context, version.versionId, parsed.value, by);
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged':
      return form.next === 'decision'
        ? reply.redirect(paths.reviewDecision(footprint.slug), 303)
        : redirectWithSuccess(reply, paths.review(footprint.slug), savedText[outcome.kind]);
    case 'conflict':
      return sendReview(
        request,
        reply,
        context,
        { ...found, review: outcome.saved },
        {
          notes: parsed.value,
          errors: [],
          theirs: outcome.saved,
        },
      );
    case 'closed':
      throw new ConflictError(`${outcome.reason}. Nothing was saved. Copy what you typed before you leave this page.`, {
        href: paths.review(footprint.slug),
        text: 'Go to the review',
      });
  }
}

const savedText = {
  saved: 'Saved. You can come back to this review at any time.',
  unchanged: 'Nothing had changed, so there was nothing to save.',
};

function sendReview(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  found: ReviewCase,
  unsaved: Unsaved | null,
) {
  const { footprint, version } = found;
  const hasErrors = unsaved !== null && unsaved.errors.length > 0;
  return sendPage(request, reply, {
    title: `Review of ${footprint.name}`,
    section: 'workspace',
    breadcrumbs: reviewCrumbs(),
    illustrative: version.illustrative,
    status: unsaved === null ? 200 : hasErrors ? 422 : 409,
    hasErrors: unsaved !== null,
    body: (
      <ReviewPage
        found={found}
        pack={context.pack}
        mayDecide={can(requireActor(request), 'review.decide', subjectOf(footprint))}
        notes={unsaved?.notes ?? found.review?.notes ?? { ratings: [], summary: '' }}
        errors={unsaved?.errors ?? []}
        theirs={unsaved?.theirs ?? null}
        now={context.clock()}
      />
    ),
  });
}
