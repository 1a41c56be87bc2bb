import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { type Footprint, findFootprintAtWork } from '../directory/index.ts';
import { requireActor, requireCan, type Subject } from '../identity/index.ts';
import { findReviewCase, type ReviewCase } from './find-review-case.ts';

export interface SlugRoute {
  Params: { slug: string };
}

type ReadContext = Pick<AppContext, 'database' | 'pack'>;

/** Reviewing is permitted by region; a footprint that spans two is open to the reviewers of both. */
export function subjectOf(footprint: Pick<Footprint, 'regions'>): Subject {
  return { regionIds: footprint.regions.map(({ areaId }) => areaId) };
}

/** The footprint that an address names, for anyone signed in; what they may see of it is asked afterwards. */
export async function requireFootprint(
  request: FastifyRequest<SlugRoute>,
  { database, pack }: ReadContext,
): Promise<Footprint> {
  requireActor(request);
  const { slug } = request.params;
  const found = await findFootprintAtWork(database, { slug }, pack.positionOn);
  if (found === null) {
    throw new NotFoundError('There is no footprint at this address. Find it in the list of reviews.', {
      href: paths.reviews(),
      text: 'Go to the reviews',
    });
  }
  return found.footprint;
}

/** What there is to review of a footprint. */
export async function requireReviewCase(context: ReadContext, footprint: Footprint): Promise<ReviewCase> {
  const found = await findReviewCase(context, footprint);
  if (found === null) {
    throw new NotFoundError(`${footprint.name} has not submitted a roadmap yet, so there is nothing to review.`, {
      href: paths.reviews(),
      text: 'Go to the reviews',
    });
  }
  return found;
}

/** As above, for the reviewers of the region alone. */
export async function requireReviewerCase(
  request: FastifyRequest<SlugRoute>,
  context: ReadContext,
): Promise<ReviewCase> {
  const footprint = await requireFootprint(request, context);
  requireCan(request, 'review.decide', subjectOf(footprint));
  return requireReviewCase(context, footprint);
}

export function reviewCrumbs(footprint?: Pick<Footprint, 'slug' | 'name'>): Crumb[] {
  const list = [
    { href: paths.workspace(), text: 'My work' },
    { href: paths.reviews(), text: 'Reviews' },
  ];
  return footprint === undefined ? list : [...list, { href: paths.review(footprint.slug), text: footprint.name }];
}
