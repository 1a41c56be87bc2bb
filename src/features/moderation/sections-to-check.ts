import type { AssessedOrganisation } from '../assessment/index.ts';
import { type Section, sectionsFor } from '../programme/index.ts';

/** The sections with answers that can be checked. */
export function sectionsToCheck(
  { instrument, careSetting }: Pick<AssessedOrganisation, 'instrument' | 'careSetting'>,
  toCheck: readonly string[],
): Section[] {
  return sectionsFor(instrument, careSetting).filter(({ questions }) =>
    questions.some(({ id }) => toCheck.includes(id)),
  );
}
