import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import type { Action } from '../../identity/index.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import { type AssignedWork, readAssignedWork } from './read-assigned-work.ts';
import type { AssigningPlace } from './read-parts.ts';

/** What a page about assignments is about: an organisation in a round, with all of its care settings. */
export interface AssigningPage extends AssignedWork {
  readonly assessed: AssessedOrganisation;
  readonly place: AssigningPlace;
  readonly day: string;
  /** Whether everything entered is invented. */
  readonly illustrative: boolean;
}

/** The same of the address that is asked for, by somebody who may take this action there. */
export async function requireAssigningPage(
  request: FastifyRequest,
  context: AppContext,
  action: Action,
): Promise<AssigningPage> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  const { organisation, addressKey, round } = assessed;
  const place = { organisationId: organisation.organisationId, typeId: organisation.typeId, addressKey };
  const day = today(context.clock);
  const work = await readAssignedWork(context, place, round, day);
  if (action === 'assessment.assign' && !mayBeAssigned({ assessed, ...work })) {
    throw new NotFoundError(
      assessed.isRoundOpen
        ? 'All of it was sent to be signed, so nothing can be assigned.'
        : 'The round is not open, so nothing can be assigned.',
      { href: paths.assignments(addressKey, round.id), text: 'Go to the assignments' },
    );
  }
  return { assessed, place, day, illustrative: context.config.isDemonstration, ...work };
}

/** Whether there is anything to be assigned. */
export function mayBeAssigned({ assessed, parts }: Pick<AssigningPage, 'assessed' | 'parts'>): boolean {
  return assessed.isRoundOpen && parts.some(({ isAnswering }) => isAnswering);
}
