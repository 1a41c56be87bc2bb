import { type GrantToHold, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { realPack } from '../../assessment/testing/real-instrument.ts';
import { getPlacement } from '../../directory/index.ts';

/** The round of the demonstration that is under way. */
export const roundId = 'dmsa-2017';

/** The demonstration, in a programme whose results are provisional until a day is set for them. */
export async function startProvisional(clock: () => Date): Promise<TestService> {
  const pack = { ...(await realPack()), resultsPublic: 'on-a-day' as const, positionOn: '2017-11-30' };
  return startTestService('demo', { pack, clock });
}

/** A trust that has signed, with its region. */
export interface SignedTrust {
  readonly code: string;
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly digest: string;
  readonly regionId: string;
}

/** The first trusts by code that have signed in the round, all of one care setting. */
export async function signedTrusts({ database, context }: TestService, count: number): Promise<SignedTrust[]> {
  const rows = await database
    .selectFrom('assessment')
    .innerJoin('organisation', 'organisation.organisation_id', 'assessment.organisation_id')
    .innerJoin('assessment_signature', 'assessment_signature.assessment_id', 'assessment.assessment_id')
    .select([
      'assessment.organisation_id as organisationId',
      'organisation.code',
      'assessment.assessment_id as assessmentId',
      'assessment_signature.digest',
    ])
    .where('round_id', '=', roundId)
    .where('state', '=', 'submitted')
    .where('taken_from', 'is', null)
    .where('care_setting', '=', 'acute')
    .orderBy('organisation.code')
    .limit(count)
    .execute();
  const { positionOn } = context.pack;
  return Promise.all(
    rows.map(async (row) => {
      const placement = await getPlacement(database, row.organisationId, { day: positionOn, positionOn });
      return { ...row, regionId: placement.regionIds[0] ?? '' };
    }),
  );
}

/** Somebody with one role, who is called as in the test. */
export function person(service: TestService, personId: string, grant: GrantToHold): Promise<Visitor> {
  const name = `${personId.charAt(0).toUpperCase()}${personId.slice(1)} Example`;
  return signInAs(service, [grant], { personId, name });
}
