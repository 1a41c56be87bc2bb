import type { AssignedThing } from '../../assignments/index.ts';
import type { PartAtWork, SectionAtWork } from './part-at-work.ts';

/** Whether something is answered here, and not sent to be signed. */
export function isAssignable(
  parts: readonly PartAtWork[],
  { careSetting, sectionId, questionId }: AssignedThing,
): boolean {
  const part = parts.find((each) => each.careSetting === careSetting);
  const section = part?.sections.find(({ id }) => id === sectionId);
  return (
    part?.isAnswering === true &&
    section?.elsewhere === null &&
    (questionId === null || section.questions.some(({ id }) => id === questionId))
  );
}

/** The sections of one theme that can be assigned in one part. */
export interface ThemeOffered {
  /** Of the field in which they are chosen. */
  readonly field: string;
  readonly title: string;
  readonly careSetting: string;
  readonly sections: readonly SectionAtWork[];
}

/** What stands for all sections of a theme in its field. */
export const WHOLE_THEME = 'all';

export function themesOffered(parts: readonly PartAtWork[]): ThemeOffered[] {
  return parts
    .filter(({ isAnswering }) => isAnswering)
    .flatMap(({ careSetting, label, sections }) => {
      const here = sections.filter(({ elsewhere }) => elsewhere === null);
      return [...Map.groupBy(here, ({ themeId }) => themeId)].map(([themeId, own]) => ({
        field: `sections-${careSetting}-${themeId}`,
        title: [...(label === null ? [] : [label]), own[0]?.themeTitle ?? ''].join(': '),
        careSetting,
        sections: own,
      }));
    });
}
