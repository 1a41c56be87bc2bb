import { type Instrument, type Section, sectionsFor } from '../../programme/index.ts';
import { checkCompleteness, givenAnswers, type SavedAnswer } from '../../scoring/index.ts';

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

/** What sections are shown of, and where their links lead. */
export interface SectionFrame {
  /** Over the title of the page: whose assessment it is. */
  readonly organisation: string;
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly sectionHref: (sectionId: string) => string;
  readonly list: string;
}

/** All sections of an assessment, and how far each has come. */
export function sectionLinks(
  { instrument, careSetting, sectionHref }: SectionFrame,
  here: Section,
  saved: readonly SavedAnswer[],
): SectionLink[] {
  const completeness = checkCompleteness(instrument, careSetting, givenAnswers(saved));
  const progress = new Map(completeness.sections.map((section) => [section.sectionId, section]));
  return sectionsFor(instrument, careSetting).map((section) => ({
    id: section.id,
    title: `${section.number}. ${section.title}`,
    href: sectionHref(section.id),
    done: progress.get(section.id)?.done ?? 0,
    total: progress.get(section.id)?.total ?? 0,
    isHere: section === here,
    shownAs: `done-${section.id}`,
  }));
}
