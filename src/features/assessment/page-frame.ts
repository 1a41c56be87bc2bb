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
    title: `${title}: ${assessed.organisation.name}`,
    status: hasErrors ? statusWithErrors : 200,
    hasErrors,
    section: 'workspace',
    breadcrumbs: [...aboveList, { href: listOf(assessed), text: assessed.round.label }],
    illustrative: assessed.assessment?.illustrative ?? false,
  };
}

/** The way back from the list of sections. */
export const aboveList: readonly Crumb[] = [{ href: paths.workspace(), text: 'My work' }];

/** Which assessment a step is about, and whether its round takes any. */
export function keyOf({ organisation, round, isRoundOpen }: AssessedOrganisation) {
  return { organisationId: organisation.organisationId, roundId: round.id, round, isRoundOpen };
}

/** The address of the list of sections. */
export function listOf({ addressKey, round }: AssessedOrganisation): string {
  return paths.assessment(addressKey, round.id);
}

/** What the sections of an assessment are shown of. */
export function sectionFrameOf(assessed: AssessedOrganisation): SectionFrame {
  const { organisation, addressKey, round, instrument, careSetting } = assessed;
  return {
    organisation: organisation.name,
    instrument,
    careSetting,
    sectionHref: (sectionId) => paths.assessmentSection(addressKey, round.id, sectionId),
    list: listOf(assessed),
  };
}

export function isIn({ state }: AssessedOrganisation, states: readonly AssessmentState[]): boolean {
  return states.includes(state);
}

/** Whether a step forward can be taken from one of these states: what a round does not take has no page of its own. */
export function isOpenIn(assessed: AssessedOrganisation, states: readonly AssessmentState[]): boolean {
  return assessed.isRoundOpen && isIn(assessed, states);
}
