import type { Connection } from '../../platform/database/database.ts';
import {
  type Instrument,
  instrumentOfRound,
  organisationType,
  type ProgrammePack,
  sectionsOf,
} from '../programme/index.ts';
import { countAnswers, listGivenAnswers } from './answering/answer-repository.ts';
import { checkCompleteness } from './answering/completeness.ts';
import type { AssessmentState } from './assessment.ts';
import { listStanding, type StandingRow } from './standing-repository.ts';

/** How far one organisation has come: scored questions answered of those it is asked. */
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
  const hangsOnAnswers = sectionsOf(instrument).some(({ questions }) => questions.some(({ when }) => when !== null));
  const asked = new Map(
    rows.map(({ careSetting }) => [careSetting, checkCompleteness(instrument, careSetting, []).missing] as const),
  );
  const counts = hangsOnAnswers
    ? await countFromAnswers(connection, instrument, rows)
    : await countInSettings(connection, rows, asked, instrument.notApplicableNeedsReason);
  return rows.map(({ organisationId, assessmentId, state, careSetting, submittedAt }) => ({
    organisationId,
    state: state ?? 'not-started',
    submittedAt,
    // Of nothing answered everything is missing that is asked.
    ...(counts.get(assessmentId ?? '') ?? { answered: 0, total: asked.get(careSetting)?.length ?? 0 }),
  }));
}

type AskedRow = StandingRow & { readonly careSetting: string };
/** By id of the assessment; one that nobody has begun may be left out. */
type Counts = ReadonlyMap<string, Pick<AssessmentProgress, 'answered' | 'total'>>;

/** Where what is asked hangs on what is answered, the answers of all that were begun have to be read. */
async function countFromAnswers(
  connection: Connection,
  instrument: Instrument,
  rows: readonly AskedRow[],
): Promise<Counts> {
  const begun = rows.flatMap(({ organisationId, assessmentId, careSetting }) =>
    assessmentId === null ? [] : [{ organisationId, assessmentId, careSetting }],
  );
  const answers = begun.length === 0 ? new Map() : await listGivenAnswers(connection, begun);
  return new Map(
    begun.map(({ assessmentId, careSetting }) => {
      const { done, total } = checkCompleteness(instrument, careSetting, answers.get(assessmentId) ?? []);
      return [assessmentId, { answered: done, total }];
    }),
  );
}

/**
 * How much of what its care setting is asked is answered in each assessment that was begun: a query for each setting. One that was
 * submitted was complete, and is not counted.
 */
async function countInSettings(
  connection: Connection,
  rows: readonly AskedRow[],
  asked: ReadonlyMap<string, readonly string[]>,
  needsReason: boolean,
): Promise<Counts> {
  const counts = await Promise.all(
    [...asked].map(async ([setting, questionIds]) => {
      const begun = rows.flatMap(({ organisationId, assessmentId, careSetting, state }) =>
        assessmentId === null || careSetting !== setting ? [] : [{ organisationId, assessmentId, state }],
      );
      const open = begun.filter(({ state }) => state !== 'submitted');
      const answered =
        open.length === 0 ? new Map<string, number>() : await countAnswers(connection, open, questionIds, needsReason);
      const total = questionIds.length;
      return begun.map(({ assessmentId, state }) => {
        const done = state === 'submitted' ? total : (answered.get(assessmentId) ?? 0);
        return [assessmentId, { answered: done, total }] as const;
      });
    }),
  );
  return new Map(counts.flat());
}
