/* What a room needs of the assessment that reads answers from a workbook; the door offers it under one name. */
import type { AppContext } from '../../../context.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { AnswerRevision, SavedAnswer } from '../../scoring/index.ts';
import { readWorkHere } from '../assigning/read-work-here.ts';
import { putEvidenceIn } from '../evidence/put-evidence.ts';
import { recordEvidenceIn } from '../evidence/record-evidence.ts';
import { type AssessedOrganisation, actingOn } from '../require-assessed-organisation.ts';
import { listEarlierRevisions } from './answer-repository.ts';
import { openingOf, type SaveOutcome, type SaveSections, saveSectionsIn } from './save-sections.ts';

export { lockEvidenceOf } from '../../evidence/index.ts';
export { acceptsAnswers } from '../assessment-state.ts';
export { type Refusal, RefusedError } from '../evidence/change-or-refuse.ts';
export { isAnsweredOnce } from '../require-assessed-organisation.ts';
export { readSettingsOf } from '../settings/read-settings-of.ts';
export { byWhomAndWhen } from '../views/stamp-words.ts';
export { commentLimit, type SectionFormAnswer } from './parse-section-form.ts';

/** Saves what somebody accepted of a workbook, as if they had typed it on the pages of its sections, in the transaction of the caller. */
export function saveIn(
  transaction: Connection,
  context: AppContext,
  assessed: AssessedOrganisation,
  sections: SaveSections['sections'],
): Promise<SaveOutcome> {
  const command = { ...openingOf(context, assessed), sections, source: 'workbook' as const };
  return saveSectionsIn(transaction, command, actingOn(assessed, 'assessment.answer', context.clock()));
}

export interface LinksToPut {
  readonly sectionId: string;
  readonly questionId: string;
  readonly added: readonly { readonly title: string; readonly url: string }[];
  /** Ids of evidence that the answer is to rest on no more. */
  readonly takenOff: readonly string[];
}

/**
 * Lets an answer rest on links of a workbook, as if they had been given on the page of its evidence, in the transaction of the caller; how many
 * changed.
 * @throws {RefusedError}
 */
export async function putLinksIn(
  transaction: Connection,
  context: AppContext,
  assessed: AssessedOrganisation,
  { sectionId, questionId, added, takenOff }: LinksToPut,
): Promise<number> {
  const by = actingOn(assessed, 'evidence.add', context.clock());
  const command = { ...openingOf(context, assessed), sectionId, questionId, source: 'workbook' as const };
  const off = { ...command, uses: [], takeOff: takenOff, otherQuestionIds: [], alsoFor: [] };
  let changes = takenOff.length === 0 ? 0 : await putEvidenceIn(transaction, off, by);
  for (const { title, url } of added) {
    const outcome = await recordEvidenceIn(
      transaction,
      {
        ...command,
        evidenceId: context.newId(),
        details: { title, effectiveOn: null, expiresOn: null },
        content: { kind: 'link', url },
        pageReference: '',
        roundBytes: context.config.evidence.roundBytes,
      },
      by,
    );
    changes += outcome.kind === 'known' && outcome.isUsedAlready ? 0 : 1;
  }
  return changes;
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
