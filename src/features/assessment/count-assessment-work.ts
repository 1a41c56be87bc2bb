import type { Connection } from '../../platform/database/database.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, type ProgrammePack, type Round } from '../programme/index.ts';
import type { AssessmentWork } from '../rounds/index.ts';
import { listAssessmentStates } from './assessment-repository.ts';

/** Where those stand who are asked in a round of assessment, and those who have ended since they began. */
export async function countAssessmentWork(
  connection: Connection,
  { organisationTypes, positionOn }: ProgrammePack,
  round: Round,
): Promise<AssessmentWork> {
  const types = organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const [asked, states] = await Promise.all([
    listOrganisationsOfTypes(connection, types, askedOn(round, positionOn)),
    listAssessmentStates(connection, round.id),
  ]);
  const begun = [...states].filter(([, state]) => state !== 'not-started');
  const begunIds = new Set(begun.map(([organisationId]) => organisationId));
  const countIn = (wanted: string) => begun.filter(([, state]) => state === wanted).length;
  return {
    kind: 'assessment',
    notBegun: asked.filter(({ organisationId }) => !begunIds.has(organisationId)).length,
    beingAnswered: countIn('in-progress'),
    toSign: countIn('awaiting-authorisation'),
    submitted: countIn('submitted'),
  };
}
