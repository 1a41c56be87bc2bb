import type { Connection } from '../../platform/database/database.ts';
import { instrumentOfRound, organisationType, type ProgrammePack } from '../programme/index.ts';
import { listSavedAnswersOf } from './answering/answer-repository.ts';
import { checkCompleteness } from './answering/completeness.ts';
import type { AssessmentState } from './assessment.ts';
import { listStanding } from './standing-repository.ts';
import { givenAnswers } from './stored-assessment.ts';

/** How far one organisation has come: scored questions answered of those put to it. */
export interface AssessmentProgress {
  readonly organisationId: string;
  readonly state: AssessmentState;
  readonly answered: number;
  readonly total: number;
}

/**
 * The progress of a few organisations in a round, in the order asked for, as a list of work to do shows it. Organisations that
 * do not complete the self-assessment are left out; those that have not begun are there with nothing answered.
 */
export async function assessmentsFor(
  connection: Connection,
  pack: ProgrammePack,
  organisationIds: readonly string[],
  roundId: string,
): Promise<AssessmentProgress[]> {
  const rows = await listStanding(connection, organisationIds, roundId);
  const instrument = instrumentOfRound(pack, roundId);
  const begun = rows.flatMap(({ organisationId, assessmentId }) =>
    assessmentId === null ? [] : [{ organisationId, assessmentId }],
  );
  const saved = await listSavedAnswersOf(connection, begun);
  return rows.flatMap(({ organisationId, typeId, assessmentId, state, careSetting: chosen }) => {
    const careSetting = chosen ?? organisationType(pack, typeId).careSetting;
    if (careSetting === null) {
      return [];
    }
    const answers = givenAnswers(saved.get(assessmentId ?? '') ?? []);
    const { done, total } = checkCompleteness(instrument, careSetting, answers);
    return [{ organisationId, state: state ?? 'not-started', answered: done, total }];
  });
}
