import type { Database } from '../../../platform/database/database.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import type { OpenSection } from './open-section.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { type SaveOutcome, saveSections } from './save-sections.ts';

export type { SaveOutcome } from './save-sections.ts';

export interface SaveSection extends OpenSection {
  readonly answers: readonly SectionFormAnswer[];
  readonly mayHaveArrived?: boolean;
}

/** Saves the answers of a section page, as `saveSections` does. */
export function saveSection(
  database: Database,
  { sectionId, answers, ...save }: SaveSection,
  by: AssessmentActing,
): Promise<SaveOutcome> {
  return saveSections(database, { ...save, sections: [{ sectionId, answers }] }, by);
}
