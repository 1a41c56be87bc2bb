import type { Connection } from '../../platform/database/database.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, type ProgrammePack, type Round } from '../programme/index.ts';
import type { AssessmentWork } from '../rounds/index.ts';
import type { AssessmentState } from './assessment.ts';
import { listAssessmentStates } from './assessment-repository.ts';

/** Where those stand who are asked in a round of assessment, as coverage lists them; those who have ended since they began apart. */
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
  const askedIds = new Set(asked.map(({ organisationId }) => organisationId));
  const countIn = (wanted: AssessmentState) =>
    asked.filter(({ organisationId }) => (states.get(organisationId) ?? 'not-started') === wanted).length;
  return {
    kind: 'assessment',
    notBegun: countIn('not-started'),
    ended: [...states].filter(([id, state]) => state !== 'not-started' && !askedIds.has(id)).length,
    beingAnswered: countIn('in-progress'),
    toSign: countIn('awaiting-authorisation'),
    submitted: countIn('submitted'),
  };
}
