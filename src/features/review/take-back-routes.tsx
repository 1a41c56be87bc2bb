import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { acting, requireActor } from '../identity/index.ts';
import type { ReviewCase } from './find-review-case.ts';
import { requireReviewerCase, reviewCrumbs, type SlugRoute, subjectOf } from './require-review-case.ts';
import { takeBackClearance } from './take-back-clearance.ts';
import { TakeBackPage } from './views/take-back-page.tsx';

const address = '/workspace/reviews/:slug/take-back-clearance';
const reasonLimit = 2_000;

/** Taking a clearance back before the version is published, with a reason. */
export function takeBackRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>(address, async (request, reply) =>
    sendTakeBack(request, reply, await requireCleared(request, context), '', []),
  );

  app.post<SlugRoute>(address, async (request, reply) => {
    const found = await requireCleared(request, context);
    const { footprint, version } = found;
    const reader = readForm(postedForm(request.body));
    const required = 'Say why the clearance is taken back: the footprint will read it';
    const reason = reader.text('reason', { label: 'The reason', limit: reasonLimit, required });
    const parsed = reader.outcome(reason);
    if (parsed.kind === 'errors') {
      return sendTakeBack(request, reply, found, reason, parsed.errors);
    }
    const by = acting(requireActor(request), 'review.decide', subjectOf(footprint), context.clock());
    const outcome = await takeBackClearance(context, { versionId: version.versionId, reason }, by);
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}. Nothing was changed. Go back to the review.`, {
        href: paths.review(footprint.slug),
        text: 'Go to the review',
      });
    }
    const text = `The clearance of version ${version.number} is taken back. The footprint can read why, and begin a new version.`;
    return redirectWithSuccess(reply, paths.review(footprint.slug), text);
  });
}

async function requireCleared(request: FastifyRequest<SlugRoute>, context: AppContext): Promise<ReviewCase> {
  const found = await requireReviewerCase(request, context);
  if (found.version.state !== 'cleared') {
    throw new ConflictError(
      'Only a version that is cleared and not yet published can have its clearance taken back. See the review for where it stands.',
      { href: paths.review(found.footprint.slug), text: 'Go to the review' },
    );
  }
  return found;
}

function sendTakeBack(
  request: FastifyRequest,
  reply: FastifyReply,
  { footprint, version }: ReviewCase,
  reason: string,
  errors: readonly FieldError[],
) {
  return sendPage(request, reply, {
    title: `Take back the clearance of ${footprint.name}`,
    section: 'workspace',
    breadcrumbs: reviewCrumbs(footprint),
    illustrative: version.illustrative,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <TakeBackPage footprint={footprint} version={version} reason={reason} errors={errors} />,
  });
}
