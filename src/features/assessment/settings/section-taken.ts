import { paths } from '../../../paths.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { sectionsTaken } from './answers-in-effect.ts';
import { isGivenAway } from './standing.ts';

/** Whether one of several care settings takes a section as it is answered once for the organisation, so that it is not answered there. */
export function isTaken(
  {
    setting,
    state,
    instrument,
    assessment,
  }: Pick<AssessedOrganisation, 'setting' | 'state' | 'instrument' | 'assessment'>,
  sectionId: string,
): boolean {
  return (
    setting !== null &&
    !isGivenAway(state) &&
    sectionsTaken({ instrument, apart: assessment?.apart ?? [] }).has(sectionId)
  );
}

/** Where a section is answered: with the care setting, or once for all of them. */
export function answeringHref(assessed: AssessedOrganisation, sectionId: string): string {
  const { addressKey, round, setting } = assessed;
  return paths.assessmentSection(addressKey, round.id, sectionId, isTaken(assessed, sectionId) ? null : setting);
}
