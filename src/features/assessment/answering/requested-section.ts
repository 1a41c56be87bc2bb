import type { FastifyRequest } from 'fastify';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { type Section, sectionsFor } from '../../programme/index.ts';
import type { AssessedOrganisation, AssessmentParams } from '../require-assessed-organisation.ts';

/** The section named in the address, one that asks something of the organisation. */
export function requestedSection(
  request: FastifyRequest,
  { instrument, careSetting }: Pick<AssessedOrganisation, 'instrument' | 'careSetting'>,
): Section {
  const {
    section: id,
    code,
    round,
    setting = null,
  } = request.params as AssessmentParams & { readonly section: string };
  const section = sectionsFor(instrument, careSetting).find((candidate) => candidate.id === id);
  if (section === undefined) {
    throw new NotFoundError('The assessment has no such section. Go back to its list of sections.', {
      href: paths.assessment(code, round, setting),
      text: 'Go to the assessment',
    });
  }
  return section;
}
