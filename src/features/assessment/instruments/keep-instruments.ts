import type { Connection, Database } from '../../../platform/database/database.ts';
import { ExplainedError } from '../../../platform/explained-error.ts';
import { countOf, listInWords } from '../../../views/format.ts';
import {
  changedParts,
  findKeptContent,
  insertKeptInstrument,
  insertRoundInstrument,
  listKeptInstruments,
  lockInstruments,
  readAskedInstruments,
  settleActivationsAtStart,
} from '../../instruments/index.ts';
import {
  type InstrumentAsWritten,
  instrumentWrittenAs,
  type ProgrammePack,
  type Round,
} from '../../programme/index.ts';
import { readProgrammeNow } from '../../rounds/index.ts';
import { listUsedVersions, type UsedVersion } from './used-version-repository.ts';

/** The pack says something else under the id and version of an instrument that answers were given to. */
export class UsedInstrumentChangedError extends ExplainedError {
  override readonly name = 'UsedInstrumentChangedError';
  readonly code = 'used_instrument_changed';
}

/** The pack has no more of what rounds hang on that were answered or planned here. */
export class PackLacksRoundError extends ExplainedError {
  override readonly name = 'PackLacksRoundError';
  readonly code = 'pack_lacks_round';
}

/**
 * Keeps every instrument of the pack as it is now, and answers the pack with what its rounds were answered with. Called at each start,
 * before anything is asked: so what is kept is what will be asked. One that nobody has answered may change; one that somebody has is
 * kept for ever, and the service does not start on another text of it. A new version of it is asked in new rounds. Nor does it start
 * without a round that has answers, or without what a round that was planned here asks. At the first start what is kept may be asked by
 * that; whatever comes later once two people have activated it.
 */
export async function keepInstruments(database: Database, pack: ProgrammePack, at: Date): Promise<ProgrammePack> {
  return database.transaction().execute(async (transaction) => {
    await lockInstruments(transaction);
    const used = await listUsedVersions(transaction);
    const { rounds } = await readProgrammeNow(transaction, pack);
    refuseGaps({ ...pack, rounds }, used);
    await keepAsWritten(transaction, pack.instrumentsAsWritten, used, at);
    await keepRounds(transaction, used, at);
    await settleActivationsAtStart(transaction, pack.instrumentsAsWritten, at);
    return { ...pack, ...(await readAskedInstruments(transaction, pack)) };
  });
}

function refuseGaps({ rounds, instruments }: ProgrammePack, used: readonly UsedVersion[]): void {
  const gone = used.filter(({ roundId }) => !rounds.some(({ id }) => id === roundId));
  const isAnswered = ({ id }: Round) => used.some(({ roundId }) => roundId === id);
  const asksNothing = rounds.filter(
    (round) =>
      round.instrument !== null && !instruments.some(({ id }) => id === round.instrument) && !isAnswered(round),
  );
  const gaps = [
    ...gone.map(
      ({ roundId, assessments }) =>
        `the round “${roundId}”, in which ${countOf(assessments, 'assessment')} were answered here`,
    ),
    ...asksNothing.map(({ label, instrument }) => `the questionnaire “${instrument}”, which “${label}” asks`),
  ];
  if (gaps.length > 0) {
    throw new PackLacksRoundError(
      [
        `The programme pack does not have any more ${listInWords(gaps)}.`,
        'Put it back into the pack. Nothing was changed.',
      ].join('\n'),
    );
  }
}

async function keepAsWritten(
  transaction: Connection,
  written: readonly InstrumentAsWritten[],
  used: readonly UsedVersion[],
  at: Date,
): Promise<void> {
  const kept = await listKeptInstruments(transaction);
  for (const instrument of written) {
    const before = kept.find((each) => isVersion(each, instrument));
    const answered = used.filter((each) => isVersion(each, instrument));
    if (before?.digest === instrument.digest) {
      continue;
    }
    if (before !== undefined && answered.length > 0) {
      const content = await findKeptContent(transaction, instrument);
      const changes =
        content === null ? [] : changedParts(instrumentWrittenAs(content), instrumentWrittenAs(instrument.content));
      throw new UsedInstrumentChangedError(changedWords(instrument, answered, changes));
    }
    await insertKeptInstrument(transaction, instrument, at);
  }
}

/** Of rounds that were answered before there was a record of what they ask. The first version of a round counts. */
async function keepRounds(transaction: Connection, used: readonly UsedVersion[], at: Date): Promise<void> {
  for (const each of used) {
    await insertRoundInstrument(transaction, each, at);
  }
}

interface Version {
  readonly id: string;
  readonly version: string;
}

function isVersion(one: Version, other: Version): boolean {
  return one.id === other.id && one.version === other.version;
}

function changedWords({ id, version }: Version, answered: readonly UsedVersion[], changes: readonly string[]): string {
  const count = answered.reduce((sum, { assessments }) => sum + assessments, 0);
  const shown = changes.slice(0, CHANGES_SHOWN);
  const more = changes.length - shown.length;
  const what = listInWords(more > 0 ? [...shown, `${more} more`] : shown);
  return [
    `The questionnaire “${id}” of the programme pack is not the one that was answered here under version ${version}, in ${countOf(count, 'assessment')}.`,
    ...(changes.length === 0 ? [] : [`Changed: ${what}.`]),
    'Answers are read with the questions that they were given to, for ever. Nothing was changed.',
    `  To ask the changed questions in rounds to come, give the questionnaire another version than ${version} in the pack.`,
    '  If nothing was meant to change, take the change back. Standing, provenance, lineage and comments may change at any time.',
  ].join('\n');
}

const CHANGES_SHOWN = 8;
