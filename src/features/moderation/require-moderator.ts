import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { ForbiddenError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { listOf } from '../assessment/index.ts';
import { requireCan } from '../identity/index.ts';
import { boundInWords } from './impartial.ts';
import { type ModeratedReturn, requireModerated } from './require-moderated.ts';

/** Said to whoever comes after the return was opened again, without a stop. */
export const openedAgain = 'The return was opened again, and this document counts no more';

/** A peer comes from their work, and sees nothing of the rest of the assessment. */
export function crumbsTo({ assessed, isPeer }: Pick<ModeratedReturn, 'assessed' | 'isPeer'>): Crumb[] {
  const work = { href: paths.workspace(), text: 'My work' };
  return isPeer ? [work] : [work, { href: listOf(assessed), text: assessed.label }];
}

/** As `requireModerated`, for somebody who may say what they find, or answer a challenge of it. */
export async function requireModerator(
  request: FastifyRequest,
  context: AppContext,
  action: 'assessment.moderate' | 'assessment.answer-challenge' = 'assessment.moderate',
): Promise<ModeratedReturn> {
  const moderated = await requireModerated(request, context);
  if (moderated.isBound) {
    throw new ForbiddenError(boundInWords(moderated.assessed.organisation.name), {
      href: paths.moderation(moderated.assessed.addressKey, moderated.assessed.round.id, moderated.assessed.setting),
      text: 'Go to the moderation',
    });
  }
  requireCan(request, action, moderated.assessed.subject);
  return moderated;
}
