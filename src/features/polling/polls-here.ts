import type { AssessedOrganisation } from '../assessment/index.ts';
import { type Section, wholeOrganisation } from '../programme/index.ts';

type Here = Pick<AssessedOrganisation, 'careSetting' | 'setting' | 'settings' | 'takes'>;

/** Of which care settings polls stand on the pages of an assessment: its own, and beside those what is asked once for all. */
export function placesHere({ careSetting }: Here): readonly string[] {
  return careSetting === wholeOrganisation ? [wholeOrganisation] : [careSetting, wholeOrganisation];
}

/** Where the answers to a section are given that a page shows: here, once for all care settings, or by another organisation of the group. */
export function isAnsweredHere({ takes }: Here, { id }: Pick<Section, 'id'>): boolean {
  return !takes.some(({ sectionIds }) => sectionIds.includes(id));
}

/** Why no poll can be opened in an assessment now; null where one can. */
export function whyNoPoll({ isRoundOpen, state }: Pick<AssessedOrganisation, 'isRoundOpen' | 'state'>): string | null {
  if (!isRoundOpen) {
    return 'The round is not open, so no poll can be opened.';
  }
  return state === 'not-started' || state === 'in-progress'
    ? null
    : 'The answers were sent to be signed, so no poll can be opened.';
}
