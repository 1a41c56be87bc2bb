import type { Database } from '../../src/platform/database/database.ts';
import { round } from './steps.ts';

/** Of evidence in the demonstration that is a file. */
export async function evidenceFileIn(database: Database): Promise<string> {
  const item = await database
    .selectFrom('evidence_version')
    .select('evidence_id')
    .where('digest', 'is not', null)
    .executeTakeFirstOrThrow();
  return item.evidence_id;
}

/** The digest of what an organisation was asked to sign. */
export async function waitingDocumentOf(database: Database, organisationId: string): Promise<string> {
  const frozen = await database
    .selectFrom('assessment_document')
    .innerJoin('assessment', 'assessment.assessment_id', 'assessment_document.assessment_id')
    .select('digest')
    .where('assessment.organisation_id', '=', organisationId)
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  return frozen.digest;
}
