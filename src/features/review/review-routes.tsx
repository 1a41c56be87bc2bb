import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { savesItself } from '../../views/page/answer-saved.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, acting, can, requireActor } from '../identity/index.ts';
import { deletePrivateDraft, draftRevisionOf, sendKept } from '../private-draft/index.ts';
import { decisionRoutes } from './decision-routes.tsx';
import { findReviewDraft } from './drafts/find-review-draft.ts';
import { draftKeyOf, saysMore } from './drafts/review-draft.ts';
import { savedBeside, typedBeside, type WordsBeside } from './drafts/words-beside.ts';
import type { ReviewCase } from './find-review-case.ts';
import { sendLetters } from './letters/send-letters.tsx';
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
import { alreadySettled, notStarted, saveReview } from './save-review.ts';
import { startReview } from './start-review.ts';
import { takeBackRoutes } from './take-back-routes.tsx';
import { typedNotes } from './typed-notes.ts';
import { QueuePage } from './views/queue-page.tsx';
import { ReviewPage } from './views/review-page.tsx';
import type { ShownDraft } from './views/review-page-props.ts';

/** What stands in the form of a review. */
interface Shown {
  readonly notes: ReviewNotes;
  readonly errors: readonly FieldError[];
  readonly beside: WordsBeside | null;
  readonly draft: ShownDraft;
  readonly status: number;
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
      const found = await requireReviewCase(context, footprint);
      return sendReview(request, reply, context, found, await shownNow(context, requireActor(request), found));
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
    if (savesItself(request)) {
      return keep(request, reply, context, found);
    }
    return postedForm(request.body).next === 'discard'
      ? discard(request, reply, context, found)
      : save(request, reply, context, found);
  });

  decisionRoutes(app, context);
  takeBackRoutes(app, context);
}

const takenUpText = 'Somebody else had started this review already. You can carry on with it together.';

/** What a reviewer is typing is theirs alone until they save it in the review, where the whole team and the nation read it. */
function keep(request: FastifyRequest, reply: FastifyReply, context: AppContext, { review, footprint }: ReviewCase) {
  if (review === null || review.decision !== null) {
    throw notOpen(review === null ? notStarted : alreadySettled, footprint.slug);
  }
  return sendKept(context, request, reply, draftKeyOf(requireActor(request).personId, review.reviewId));
}

async function discard(request: FastifyRequest, reply: FastifyReply, context: AppContext, found: ReviewCase) {
  const { review, footprint } = found;
  const key = draftKeyOf(requireActor(request).personId, review?.reviewId ?? '');
  const isGone = await deletePrivateDraft(context.database, key, draftRevisionOf(postedForm(request.body)));
  if (!isGone) {
    throw new ConflictError(
      'What that page showed is not what is kept any more: it was saved, discarded or replaced from another window.',
      {
        href: paths.review(footprint.slug),
        text: 'Go to the review',
      },
    );
  }
  return redirectWithSuccess(reply, paths.review(footprint.slug), 'What you had typed is discarded.');
}

function notOpen(reason: string, slug: string): ConflictError {
  return new ConflictError(
    `${reason}. Nothing was saved. What you typed is below: copy it before you leave this page.`,
    {
      href: paths.review(slug),
      text: 'Go to the review',
    },
  );
}

async function save(request: FastifyRequest, reply: FastifyReply, context: AppContext, found: ReviewCase) {
  const { footprint, version } = found;
  const form = postedForm(request.body);
  const parsed = parseReviewForm(form, context.pack);
  if (parsed.kind === 'errors') {
    const notes = typedNotes(parsed.typed, context.pack);
    const draft = { revision: draftRevisionOf(form), keptAt: null };
    return sendReview(request, reply, context, found, {
      notes,
      errors: parsed.errors,
      beside: null,
      draft,
      status: 422,
    });
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
          beside: savedBeside(outcome.saved),
          draft: { revision: parsed.value.draftRevision, keptAt: null },
          status: 409,
        },
      );
    case 'other-window':
      return sendReview(request, reply, context, found, {
        notes: parsed.value,
        errors: [],
        beside: typedBeside(outcome.kept),
        draft: { revision: outcome.kept.revision, keptAt: null },
        status: 409,
      });
    case 'closed':
      throw notOpen(outcome.reason, footprint.slug);
  }
}

const savedText = {
  saved: 'Saved. You can come back to this review at any time.',
  unchanged: 'Nothing had changed, so there was nothing to save.',
};

/** The form as somebody comes to it: with what they had typed and not saved, or else with what is saved. */
async function shownNow(context: AppContext, actor: Actor, { review, footprint }: ReviewCase): Promise<Shown> {
  const notes = review?.notes ?? { ratings: [], summary: '' };
  const mayWrite = review !== null && can(actor, 'review.decide', subjectOf(footprint));
  const draft = mayWrite ? await findReviewDraft(context, actor.personId, review.reviewId) : null;
  if (review === null || !saysMore(draft, notes)) {
    return { notes, errors: [], beside: null, draft: { revision: draft?.revision ?? 0, keptAt: null }, status: 200 };
  }
  // A settled review has no form to compare in.
  const isOvertaken = review.decision === null && draft.reviewRevision < review.revision;
  return { notes: draft.notes, errors: [], beside: isOvertaken ? savedBeside(review) : null, draft, status: 200 };
}

function sendReview(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  found: ReviewCase,
  { status, ...shown }: Shown,
) {
  const { footprint, version } = found;
  return sendPage(request, reply, {
    title: `Review of ${footprint.name}`,
    section: 'workspace',
    breadcrumbs: reviewCrumbs(),
    illustrative: version.illustrative,
    status,
    hasErrors: status !== 200 || shown.beside !== null,
    body: (
      <ReviewPage
        found={found}
        pack={context.pack}
        mayDecide={can(requireActor(request), 'review.decide', subjectOf(footprint))}
        now={context.clock()}
        {...shown}
      />
    ),
  });
}
