import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { type Question, type Section, sectionQuestions } from '../../programme/index.ts';
import { requestedSection } from '../answering/requested-section.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from '../require-assessed-organisation.ts';

export interface AskedQuestion {
  readonly assessed: AssessedOrganisation;
  readonly section: Section;
  readonly question: Question;
}

/** The question that an address names, with its section, for somebody who may take this action there. */
export async function requireQuestion(
  request: FastifyRequest,
  context: AppContext,
  action: 'evidence.read' | 'evidence.add',
): Promise<AskedQuestion> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  const section = requestedSection(request, assessed);
  const { question: id } = request.params as { readonly question: string };
  const question = sectionQuestions(section, assessed.careSetting).find((each) => each.id === id);
  if (question === undefined) {
    throw new NotFoundError('The section has no such question. Go back to the section.', {
      href: paths.assessmentSection(assessed.addressKey, assessed.round.id, section.id, assessed.setting),
      text: 'Go to the section',
    });
  }
  return { assessed, section, question };
}
