import type { Connection } from '../../../platform/database/database.ts';
import {
  type Instrument,
  type ProgrammePack,
  sectionsSharedInGroups,
  wholeOrganisation,
} from '../../programme/index.ts';
import type { AssessmentState } from '../assessment.ts';
import { type AssessmentOf, findAssessment } from '../assessment-repository.ts';
import { readGroupAnswers } from '../group/read-group-answers.ts';
import { type AnsweredOnce, type Takes, takesOf } from './answers-in-effect.ts';
import { isGivenAway } from './standing.ts';

export interface TakesAsked extends AssessmentOf {
  readonly pack: ProgrammePack;
  readonly instrument: Instrument;
  /** Whether it is the assessment of one of several settings, which takes some answers from those that are given once for all of them. */
  readonly isOneOfSeveral: boolean;
}

/** What of an assessment decides whether it takes anything; null while nobody has opened it. */
type Opened = { readonly state: AssessmentState; readonly apart: readonly string[] } | null;

/** What an assessment takes from others as it stands: nothing once it was sent to be signed, when all of its answers are its own. */
export async function readTakes(connection: Connection, asked: TakesAsked, opened: Opened): Promise<Takes[]> {
  const { pack, instrument, careSetting, organisationId, roundId } = asked;
  if (opened !== null && isGivenAway(opened.state)) {
    return [];
  }
  const once = asked.isOneOfSeveral ? await findOnce(connection, asked) : null;
  const isShared = sectionsSharedInGroups(instrument).length > 0;
  const groups = isShared ? await readGroupAnswers(connection, pack, roundId, [organisationId]) : new Map();
  const group = groups.get(organisationId) ?? null;
  return takesOf({ instrument, careSetting, apart: opened?.apart ?? [], once, group });
}

async function findOnce(
  connection: Connection,
  { organisationId, roundId }: Pick<AssessmentOf, 'organisationId' | 'roundId'>,
): Promise<AnsweredOnce> {
  const found = await findAssessment(connection, organisationId, roundId, wholeOrganisation);
  return { key: found, apart: found?.apart ?? [] };
}
