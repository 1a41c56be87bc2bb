import type { AppContext } from '../../context.ts';
import { type Instrument, instrumentOfRound, type Round, sectionsOf } from '../programme/index.ts';
import { type AnswerSave, answeringMinutes } from './answering-minutes.ts';
import { type AnsweringTime, answeringTimes } from './answering-times.ts';

/**
 * How long the questions of a round took. Worked out from the history of answers each time, which names the person of each save; they
 * are used to tell sittings apart and forgotten at once.
 */
export async function readAnsweringTimes(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  round: Round,
): Promise<AnsweringTime[]> {
  const instrument = instrumentOfRound(pack, round.id);
  const saves = await listSaves(database, round, instrument);
  return answeringTimes(instrument, [...answeringMinutes(saves).values()]);
}

/** Answers that a round took over from an earlier one keep their old moment, and are left out. */
async function listSaves(
  database: AppContext['database'],
  round: Round,
  instrument: Instrument,
): Promise<AnswerSave[]> {
  const sectionOf = new Map(
    sectionsOf(instrument).flatMap(({ id, questions }) => questions.map((question) => [question.id, id] as const)),
  );
  const rows = await database
    .selectFrom('answer_history')
    .innerJoin('assessment', (join) =>
      join
        .onRef('assessment.organisation_id', '=', 'answer_history.organisation_id')
        .onRef('assessment.assessment_id', '=', 'answer_history.assessment_id'),
    )
    .select([
      'answer_history.organisation_id',
      'answer_history.assessment_id',
      'answer_history.question_id',
      'answer_history.answered_by',
      'answer_history.answered_at',
    ])
    .where('assessment.round_id', '=', round.id)
    .where('answer_history.answered_at', '>=', new Date(round.opensOn))
    .execute();
  return rows.flatMap((row) => {
    const sectionId = sectionOf.get(row.question_id);
    return sectionId === undefined || row.answered_by === null
      ? []
      : [
          {
            organisationId: row.organisation_id,
            assessmentId: row.assessment_id,
            personId: row.answered_by,
            sectionId,
            questionId: row.question_id,
            at: row.answered_at,
          },
        ];
  });
}
