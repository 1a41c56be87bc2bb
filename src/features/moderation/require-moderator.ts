import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { listOf } from '../assessment/index.ts';
import { requireCan } from '../identity/index.ts';
import { type ModeratedReturn, requireModerated } from './require-moderated.ts';

/** Said to whoever comes after the return was opened again, without a stop. */
export const openedAgain = 'The return was opened again, and this document counts no more';

export function crumbsTo({ assessed }: Pick<ModeratedReturn, 'assessed'>): Crumb[] {
  return [
    { href: paths.workspace(), text: 'My work' },
    { href: listOf(assessed), text: assessed.label },
  ];
}

/** As `requireModerated`, for somebody who may say what they find. */
export async function requireModerator(request: FastifyRequest, context: AppContext): Promise<ModeratedReturn> {
  const moderated = await requireModerated(request, context);
  requireCan(request, 'assessment.moderate', moderated.assessed.subject);
  return moderated;
}
