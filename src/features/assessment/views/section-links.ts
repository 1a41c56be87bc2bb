import { paths } from '../../../paths.ts';
import { type Section, sectionsFor } from '../../programme/index.ts';
import { checkCompleteness } from '../answering/completeness.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { givenAnswers, type SavedAnswer } from '../stored-assessment.ts';

/** A section, to go to from another one. */
export interface SectionLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Scored questions with an answer, of all that are put to the care setting. */
  readonly done: number;
  readonly total: number;
  readonly isHere: boolean;
  /** By which the page finds what it says of `done`, when it changes. */
  readonly shownAs: string;
}

export function doneOf({ done, total }: Pick<SectionLink, 'done' | 'total'>): string {
  return `${done} of ${total}`;
}

/** All sections of an assessment, and how far each has come. */
export function sectionLinks(
  { addressKey, round, instrument, careSetting }: AssessedOrganisation,
  here: Section,
  saved: readonly SavedAnswer[],
): SectionLink[] {
  const completeness = checkCompleteness(instrument, careSetting, givenAnswers(saved));
  const progress = new Map(completeness.sections.map((section) => [section.sectionId, section]));
  return sectionsFor(instrument, careSetting).map((section) => ({
    id: section.id,
    title: `${section.number}. ${section.title}`,
    href: paths.assessmentSection(addressKey, round.id, section.id),
    done: progress.get(section.id)?.done ?? 0,
    total: progress.get(section.id)?.total ?? 0,
    isHere: section === here,
    shownAs: `done-${section.id}`,
  }));
}
