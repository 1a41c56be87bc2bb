import type { Connection } from '../../platform/database/database.ts';
import { instrumentOfRound, organisationType, type ProgrammePack } from '../programme/index.ts';
import { countAnswers } from './answering/answer-repository.ts';
import { checkCompleteness } from './answering/completeness.ts';
import type { AssessmentState } from './assessment.ts';
import { listStanding, type StandingRow } from './standing-repository.ts';

/** How far one organisation has come: scored questions answered of those put to it. */
export interface AssessmentProgress {
  readonly organisationId: string;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly answered: number;
  readonly total: number;
}

/**
 * The progress of organisations in a round, in the order asked for, as a list of work to do shows it. Organisations that do not
 * complete the self-assessment are left out; those that have not begun are there with nothing answered.
 */
export async function assessmentsFor(
  connection: Connection,
  pack: ProgrammePack,
  organisationIds: readonly string[],
  roundId: string,
): Promise<AssessmentProgress[]> {
  const standing = await listStanding(connection, organisationIds, roundId);
  const rows = standing.flatMap((row) => {
    const careSetting = row.careSetting ?? organisationType(pack, row.typeId).careSetting;
    return careSetting === null ? [] : [{ ...row, careSetting }];
  });
  const instrument = instrumentOfRound(pack, roundId);
  const settings = new Set(rows.map(({ careSetting }) => careSetting));
  // Of nothing answered everything is missing that is asked.
  const asked = new Map(
    [...settings].map((setting) => [setting, checkCompleteness(instrument, setting, []).missing] as const),
  );
  const counts = await countInSettings(connection, rows, asked, instrument.notApplicableNeedsReason);
  return rows.map(({ organisationId, assessmentId, state, careSetting, submittedAt }) => {
    const total = asked.get(careSetting)?.length ?? 0;
    return {
      organisationId,
      state: state ?? 'not-started',
      submittedAt,
      answered: state === 'submitted' ? total : (counts.get(assessmentId ?? '') ?? 0),
      total,
    };
  });
}

/**
 * How much of what its care setting is asked is answered in each assessment that was begun: a query for each setting. One that was
 * submitted was complete, and is not counted.
 */
async function countInSettings(
  connection: Connection,
  rows: readonly (StandingRow & { readonly careSetting: string })[],
  asked: ReadonlyMap<string, readonly string[]>,
  needsReason: boolean,
): Promise<ReadonlyMap<string, number>> {
  const counts = await Promise.all(
    [...asked].map(([setting, questionIds]) => {
      const begun = rows.flatMap(({ organisationId, assessmentId, careSetting, state }) =>
        assessmentId === null || careSetting !== setting || state === 'submitted'
          ? []
          : [{ organisationId, assessmentId }],
      );
      return begun.length === 0 ? new Map<string, number>() : countAnswers(connection, begun, questionIds, needsReason);
    }),
  );
  return new Map(counts.flatMap((each) => [...each]));
}
