import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { typedAgain, type UnsavedForm } from '../views/section-view.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import type { SaveOutcome } from './save-section.ts';

/** What a page says of answers that could not be saved, with all of them as they were typed. */
export function unsavedBecause(
  outcome: Exclude<SaveOutcome, { kind: 'saved' }>,
  answers: readonly SectionFormAnswer[],
): UnsavedForm {
  const typed = typedAgain(answers);
  if (outcome.kind === 'conflict') {
    const errors = outcome.questionIds.map(
      (id): FieldError => ({
        field: `answer-${id}`,
        message: `Somebody else has changed question ${id} since you opened this page. Choose which answer should stand`,
      }),
    );
    return { typed, errors, conflicts: outcome.questionIds };
  }
  const message = `${outcome.reason}. Nothing was saved; what you typed is below, so that you can copy it`;
  return { typed, errors: [{ field: `answer-${answers[0]?.questionId}`, message }], conflicts: [] };
}
