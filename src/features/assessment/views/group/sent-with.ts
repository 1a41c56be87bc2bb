import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { sectionsInWords } from './sharing-words.ts';

/** Whose answers whoever signs signs too, and in which sections; null where all are their own organisation's. */
export function sentWithInWords({
  sentWith,
  instrument,
}: Pick<AssessedOrganisation, 'sentWith' | 'instrument'>): string | null {
  return sentWith === null
    ? null
    : `${sentWith.giver.name} gave the answers to ${sectionsInWords(instrument, sentWith.sectionIds)}`;
}
