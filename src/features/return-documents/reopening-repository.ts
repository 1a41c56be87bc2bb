import type { Connection } from '../../platform/database/database.ts';
import type { AssessmentKey } from '../scoring/index.ts';

/** That a signed assessment was opened again, by whom, and what is to be put right. */
export interface Reopening {
  readonly by: { readonly name: string; readonly onBehalfOf: string };
  readonly reason: string;
  readonly at: Date;
}

/** Ends the signature of a document for good. */
export async function insertReopening(
  transaction: Connection,
  { organisationId, assessmentId, digest }: AssessmentKey & { readonly digest: string },
  reason: string,
  by: { readonly personId: string; readonly onBehalfOf: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('assessment_reopening')
    .values({
      organisation_id: organisationId,
      assessment_id: assessmentId,
      digest,
      reason,
      reopened_by: by.personId,
      on_behalf_of: by.onBehalfOf,
      reopened_at: by.at,
    })
    .execute();
}
