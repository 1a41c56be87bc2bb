import { randomUUID } from 'node:crypto';
import type { Database } from '../../../platform/database/database.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { careSetting, nextTrust, realInstrument, roundId } from './real-instrument.ts';

/** An assessment that somebody has begun, for what is stored beside it. */
export async function begunAssessment(database: Database): Promise<AssessmentKey> {
  const key = { organisationId: nextTrust(), assessmentId: randomUUID() };
  const instrument = await realInstrument();
  const at = new Date('2015-12-01T10:00:00Z');
  const begun = { ...key, careSetting, state: 'in-progress', answers: [], answeredAt: at, submittedAt: null } as const;
  const batch = { roundId, instrument, assessments: [begun], origin: 'Test', at };
  await database.transaction().execute((transaction) => insertAssessments(transaction, batch));
  return key;
}
