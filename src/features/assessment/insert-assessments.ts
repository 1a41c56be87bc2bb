import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { by } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { insertRoundInstrument } from '../instruments/index.ts';
import { scoreAssessment } from '../scoring/index.ts';
import { insertScores } from './scoring/score-repository.ts';
import { type AssessmentBatch, analyzeAssessments, insertAnswers, insertRows } from './whole-assessment-repository.ts';

/**
 * Stores many illustrative assessments at once: answers, their history, and the scores of those submitted. No person stands
 * behind them, so they are always marked illustrative. Every statement takes the whole batch; run it inside a transaction.
 * Throws `InvalidAnswersError` for answers that do not fit the instrument and care setting.
 */
export async function insertAssessments(transaction: Connection, batch: AssessmentBatch): Promise<void> {
  const { roundId, instrument, assessments, at } = batch;
  const submitted = assessments.filter(({ submittedAt }) => submittedAt !== null);
  const scored = submitted.map((assessment) => ({
    ...assessment,
    score: scoreAssessment(instrument, assessment.careSetting, assessment.answers),
  }));
  const [first] = assessments.toSorted(by(({ answeredAt }) => answeredAt.toISOString()));
  const version = { roundId, id: instrument.id, version: instrument.version };
  await insertRoundInstrument(transaction, version, first?.answeredAt ?? at);
  await insertRows(transaction, batch);
  await insertAnswers(transaction, assessments);
  await insertScores(transaction, scored, at);
  await analyzeAssessments(transaction);
  await appendAuditEvent(transaction, {
    chain: `assessments:${roundId}`,
    action: 'assessment.insert-illustrative',
    personId: null,
    onBehalfOf: batch.origin,
    at,
    detail: { instrument: `${instrument.id} ${instrument.version}`, assessments: assessments.length },
  });
}
