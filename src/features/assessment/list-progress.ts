import type { Connection } from '../../platform/database/database.ts';
import { getRound, type Instrument, instrumentOfRound, type ProgrammePack, sectionsOf } from '../programme/index.ts';
import { type Answer, type AssessmentKey, checkCompleteness } from '../scoring/index.ts';
import { countAnswers, listGivenAnswers } from './answering/answer-repository.ts';
import type { AssessmentState } from './assessment.ts';
import { readGroupAnswers } from './group/read-group-answers.ts';
import { answersInEffect, type GroupAnswers, type Takes, takesOf } from './settings/answers-in-effect.ts';
import { type OrganisationStanding, readStanding } from './settings/read-standing.ts';
import { isCorrected, isGivenAway, type SettingStanding, standingOverall } from './settings/standing.ts';

/** How far one thing has come: scored questions answered of those that are asked. */
interface Progress {
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly answered: number;
  readonly total: number;
}

export interface SettingProgress extends Progress {
  readonly careSetting: string;
  /** Whether it is open for a correction, while what was published stands. */
  readonly isCorrected: boolean;
}

/** How far one organisation has come, with all the care settings that it answers for. */
export interface AssessmentProgress extends Progress {
  readonly organisationId: string;
  /** One at least, in the order of the pack. */
  readonly settings: readonly SettingProgress[];
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
  const instrument = instrumentOfRound(pack, roundId);
  const standing = await readStanding(connection, pack, getRound(pack, roundId), organisationIds);
  const groups = await readGroupAnswers(connection, pack, roundId, organisationIds);
  const rows = standing.flatMap((each) => rowsOf(instrument, each, groups.get(each.organisationId) ?? null));
  const asked = new Map(
    rows.map(({ careSetting }) => [careSetting, checkCompleteness(instrument, careSetting, []).missing] as const),
  );
  // Where what is asked hangs on what is answered, or answers are given once for several, the answers have to be read.
  const hangsOnAnswers = sectionsOf(instrument).some(({ questions }) => questions.some(({ when }) => when !== null));
  const read = rows.filter(({ takes }) => hangsOnAnswers || takes.length > 0);
  const [counted, fromAnswers] = await Promise.all([
    countInSettings(
      connection,
      rows.filter((row) => !read.includes(row)),
      asked,
      instrument.notApplicableNeedsReason,
    ),
    countFromAnswers(connection, instrument, read),
  ]);
  return standing.map(({ organisationId, settings }) => {
    const progress = settings.map((setting): SettingProgress => {
      const { careSetting, state, submittedAt } = setting;
      const key = keyOf({ organisationId, careSetting });
      const none = { answered: 0, total: asked.get(careSetting)?.length ?? 0 };
      const made = fromAnswers.get(key) ?? counted.get(key) ?? none;
      return { careSetting, state, submittedAt, isCorrected: isCorrected(setting), ...made };
    });
    return {
      organisationId,
      ...standingOverall(progress),
      answered: progress.reduce((sum, { answered }) => sum + answered, 0),
      total: progress.reduce((sum, { total }) => sum + total, 0),
      settings: progress,
    };
  });
}

/** The assessment of one care setting, and what it takes from others. */
interface AskedRow extends SettingStanding {
  readonly organisationId: string;
  readonly takes: readonly Takes[];
}

function rowsOf(
  instrument: Instrument,
  { organisationId, settings, answeredOnce }: OrganisationStanding,
  group: GroupAnswers | null,
): AskedRow[] {
  const apart = answeredOnce?.apart ?? [];
  const key = answeredOnce === null ? null : { organisationId, assessmentId: answeredOnce.assessmentId };
  const once = settings.length > 1 ? { key, apart } : null;
  return settings.map((setting) => ({
    ...setting,
    organisationId,
    takes: isGivenAway(setting.state) ? [] : takesOf({ ...setting, instrument, once, group }),
  }));
}

function keyOf({ organisationId, careSetting }: Pick<AskedRow, 'organisationId' | 'careSetting'>): string {
  return `${organisationId} ${careSetting}`;
}

/** By organisation and care setting; one that nobody has begun may be left out. */
type Counts = ReadonlyMap<string, Pick<Progress, 'answered' | 'total'>>;

/** With the answers that lie elsewhere, as far as a setting still takes them. */
async function countFromAnswers(
  connection: Connection,
  instrument: Instrument,
  rows: readonly AskedRow[],
): Promise<Counts> {
  const keys = rows.flatMap((row) => [ownKey(row), ...row.takes.map(({ from }) => from)]).filter((key) => key !== null);
  const byId = new Map(keys.map((key) => [key.assessmentId, key]));
  const given =
    byId.size === 0 ? new Map<string, readonly Answer[]>() : await listGivenAnswers(connection, [...byId.values()]);
  const givenIn = (key: AssessmentKey | null) => given.get(key?.assessmentId ?? '') ?? [];
  return new Map(
    rows.map((row) => {
      const { careSetting, takes } = row;
      const own = givenIn(ownKey(row));
      const answers = answersInEffect({ instrument, careSetting }, takes, { own, given: givenIn });
      const { done, total } = checkCompleteness(instrument, careSetting, answers);
      return [keyOf(row), { answered: done, total }];
    }),
  );
}

function ownKey({ organisationId, assessmentId }: AskedRow): AssessmentKey | null {
  return assessmentId === null ? null : { organisationId, assessmentId };
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
        assessmentId === null || careSetting !== setting ? [] : [{ organisationId, assessmentId, careSetting, state }],
      );
      const open = begun.filter(({ state }) => state !== 'submitted');
      const answered =
        open.length === 0 ? new Map<string, number>() : await countAnswers(connection, open, questionIds, needsReason);
      const total = questionIds.length;
      return begun.map((row) => {
        const done = row.state === 'submitted' ? total : (answered.get(row.assessmentId) ?? 0);
        return [keyOf(row), { answered: done, total }] as const;
      });
    }),
  );
  return new Map(counts.flat());
}
