import { paths } from '../../paths.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import type { Page } from '../../views/page/send-page.tsx';
import type { AssessmentState } from './assessment.ts';
import type { AssessedOrganisation } from './require-assessed-organisation.ts';
import type { SectionFrame } from './views/section-links.ts';

/** What every page under an assessment has in common; with errors the status says that nothing was changed. */
export function framing(
  assessed: AssessedOrganisation,
  title: string,
  errors: readonly FieldError[] = [],
  statusWithErrors = 422,
): Omit<Page, 'body'> {
  const hasErrors = errors.length > 0;
  return {
    title: `${title}: ${assessed.heading}`,
    status: hasErrors ? statusWithErrors : 200,
    hasErrors,
    section: 'workspace',
    breadcrumbs: [...aboveAssessment(assessed), { href: listOf(assessed), text: assessed.label }],
    illustrative: assessed.assessment?.illustrative ?? false,
  };
}

/** The way back from the list of sections: of one of several care settings over all of them. */
export function aboveAssessment({ addressKey, round, setting }: AssessedOrganisation): readonly Crumb[] {
  const work = { href: paths.workspace(), text: 'My work' };
  return setting === null ? [work] : [work, { href: paths.assessment(addressKey, round.id), text: round.label }];
}

/** Which assessment a step is about, and whether its round takes any. */
export function keyOf({ organisation, round, takesAnswers, careSetting }: AssessedOrganisation) {
  const { organisationId } = organisation;
  return { organisationId, roundId: round.id, round, isRoundOpen: takesAnswers, careSetting };
}

/** The address of the list of sections. */
export function listOf({ addressKey, round, setting }: AssessedOrganisation): string {
  return paths.assessment(addressKey, round.id, setting);
}

/** What the sections of an assessment are shown of. */
export function sectionFrameOf(assessed: AssessedOrganisation): SectionFrame {
  const { heading, addressKey, round, setting, instrument, careSetting } = assessed;
  return {
    organisation: heading,
    instrument,
    careSetting,
    sectionHref: (sectionId) => paths.assessmentSection(addressKey, round.id, sectionId, setting),
    list: listOf(assessed),
  };
}

export function isIn({ state }: AssessedOrganisation, states: readonly AssessmentState[]): boolean {
  return states.includes(state);
}

/** Whether a step forward can be taken from one of these states: what a round does not take has no page of its own. */
export function isOpenIn(assessed: AssessedOrganisation, states: readonly AssessmentState[]): boolean {
  return assessed.takesAnswers && isIn(assessed, states);
}

/** Where an assessment lies: that of an organisation, and that of one of several care settings. */
export const assessmentAddresses = [
  '/workspace/assessments/:code/:round',
  '/workspace/assessments/:code/:round/settings/:setting',
] as const;
