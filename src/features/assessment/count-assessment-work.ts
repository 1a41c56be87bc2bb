import type { Connection } from '../../platform/database/database.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, type ProgrammePack, type Round } from '../programme/index.ts';
import type { AssessmentWork } from '../rounds/index.ts';
import type { AssessmentState } from './assessment.ts';
import { listBegun } from './begun-repository.ts';
import { readStanding } from './settings/read-standing.ts';
import { standingOverall } from './settings/standing.ts';

/** Where those stand who are asked in a round of assessment, as coverage lists them; those who have ended since they began apart. */
export async function countAssessmentWork(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
): Promise<AssessmentWork> {
  const types = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const [asked, begun] = await Promise.all([
    listOrganisationsOfTypes(connection, types, askedOn(round, pack.positionOn)),
    listBegun(connection, round.id),
  ]);
  const askedIds = new Set(asked.map(({ organisationId }) => organisationId));
  const states = (await readStanding(connection, pack, round, [...askedIds])).map(
    ({ settings }) => standingOverall(settings).state,
  );
  const countIn = (wanted: AssessmentState) => states.filter((state) => state === wanted).length;
  return {
    kind: 'assessment',
    notBegun: countIn('not-started'),
    ended: [...new Set(begun)].filter((id) => !askedIds.has(id)).length,
    beingAnswered: countIn('in-progress'),
    toSign: countIn('awaiting-authorisation'),
    submitted: countIn('submitted'),
  };
}
