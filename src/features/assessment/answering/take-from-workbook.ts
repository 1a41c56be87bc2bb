/* What a room needs of the assessment that reads answers from a workbook; the door offers it under one name. */
import type { AppContext } from '../../../context.ts';
import type { AnswerRevision, SavedAnswer } from '../../scoring/index.ts';
import { readWorkHere } from '../assigning/read-work-here.ts';
import { type AssessedOrganisation, actingOn } from '../require-assessed-organisation.ts';
import { listEarlierRevisions } from './answer-repository.ts';
import { openingOf, type SaveOutcome, type SaveSections, saveSections } from './save-sections.ts';

export { acceptsAnswers } from '../assessment-state.ts';
export { byWhomAndWhen } from '../views/stamp-words.ts';
export { commentLimit, type SectionFormAnswer } from './parse-section-form.ts';

/** Saves what somebody accepted of a workbook, as if they had typed it on the pages of its sections. */
export function save(
  context: AppContext,
  assessed: AssessedOrganisation,
  sections: SaveSections['sections'],
): Promise<SaveOutcome> {
  const command = { ...openingOf(context, assessed), sections, source: 'workbook' as const };
  return saveSections(context.database, command, actingOn(assessed, 'assessment.answer', context.clock()));
}

/** Earlier revisions of answers, from which a workbook was made; those that never were are left out. */
export async function readRevisions(
  { database }: Pick<AppContext, 'database'>,
  { assessment }: Pick<AssessedOrganisation, 'assessment'>,
  wanted: readonly Pick<AnswerRevision, 'questionId' | 'revision'>[],
): Promise<AnswerRevision[]> {
  return assessment === null || wanted.length === 0 ? [] : listEarlierRevisions(database, assessment, wanted);
}

/** Who answers for a question where that is somebody else than the person of the page, by name. It is no lock, and is said beside it. */
export async function readWhose(
  context: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  saved: readonly SavedAnswer[],
): Promise<ReadonlyMap<string, string>> {
  const { things } = await readWorkHere(context, assessed, Promise.resolve(saved));
  const ofOthers = things.flatMap(({ responsible, questions }) =>
    responsible === null || responsible.person.personId === assessed.actor.personId
      ? []
      : questions.map(({ id }) => [id, responsible.person.name] as const),
  );
  return new Map(ofOthers);
}
