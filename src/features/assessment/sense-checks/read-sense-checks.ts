import type { Connection } from '../../../platform/database/database.ts';
import { inSentence } from '../../../views/format.ts';
import { readFiguresOnQuestions } from '../../indicators/index.ts';
import {
  assessmentRounds,
  type Instrument,
  instrumentOfRound,
  lineageOf,
  type ProgrammePack,
  type Round,
  roundsHeldBack,
} from '../../programme/index.ts';
import { type Answer, answersThatCount } from '../../scoring/index.ts';
import {
  FEWEST_SIMILAR,
  type SenseCheck,
  type SimilarResults,
  senseChecks,
  type ToCheck,
} from '../../sense-checks/index.ts';
import { readEarlierAnswers } from '../answering/read-earlier-answers.ts';
import type { ReadSpreads } from '../scoring/read-spreads.ts';
import { careSettingName } from '../views/result-view.ts';

/** Whose answers are looked at, to which questions. */
interface SenseChecksAsked {
  readonly organisationId: string;
  readonly round: Round;
  readonly instrument: Instrument;
  /** One that is signed for. */
  readonly careSetting: string;
  readonly pack: ProgrammePack;
  /** The day on which they are, as an ISO date: nobody sees before its day how results of others spread. */
  readonly day: string;
}

/** What is worth a second look in the answers of an assessment as they are given. */
export async function readSenseChecks(
  connection: Connection,
  asked: SenseChecksAsked,
  given: readonly Answer[],
  readSpreads: ReadSpreads,
): Promise<SenseCheck[]> {
  return senseChecksOf(asked, given, await readHeldAgainst(connection, asked, readSpreads));
}

/** What answers are held against besides each other. */
type HeldAgainst = Pick<ToCheck, 'before' | 'similar' | 'figures'>;

export async function readHeldAgainst(
  connection: Connection,
  { organisationId, instrument, careSetting, round, pack, day }: SenseChecksAsked,
  readSpreads: ReadSpreads,
): Promise<HeldAgainst> {
  const own = { organisation: { organisationId }, settings: [careSetting], instrument, careSetting, round };
  return {
    before: await readEarlierAnswers({ database: connection, pack }, own),
    similar: await readSimilar(pack, { instrument, careSetting, round, day }, readSpreads),
    figures: await readFiguresOnQuestions(connection, organisationId, { ...pack, instrument }, day),
  };
}

/** The same as `readSenseChecks` where what they are held against is known. */
export function senseChecksOf(
  { instrument, careSetting, pack }: SenseChecksAsked,
  given: readonly Answer[],
  against: HeldAgainst,
): SenseCheck[] {
  return senseChecks({
    instrument,
    careSetting,
    answers: answersThatCount(instrument, careSetting, given),
    consistencyRules: pack.consistencyRules.filter((rule) => rule.instrument === instrument.id),
    ...against,
  });
}

/**
 * Submitted results of the same care setting: of this round once there are enough, and before that of the last round whose questions
 * this one goes back to.
 */
async function readSimilar(
  pack: ProgrammePack,
  { instrument, careSetting, round, day }: Pick<SenseChecksAsked, 'instrument' | 'careSetting' | 'round' | 'day'>,
  readSpreads: ReadSpreads,
): Promise<SimilarResults | null> {
  for (const each of comparableRounds(pack, instrument, round, day)) {
    const spreads = await readSpreads(each.id, careSetting);
    if ([...spreads.values()].some(({ n }) => n >= FEWEST_SIMILAR)) {
      const setting = inSentence(careSettingName(pack, careSetting));
      return {
        spreads,
        who: `${pack.assessed.many} of the same kind (${setting}) in ${round.id === each.id ? 'this round' : each.label}`,
      };
    }
  }
  return null;
}

/** This round, and the last before it whose questions it goes back to; of both only what is public on the day. */
function comparableRounds(pack: ProgrammePack, instrument: Instrument, round: Round, day: string): Round[] {
  const heldBack = roundsHeldBack(pack, day);
  const shown = assessmentRounds(pack).filter(({ id }) => !heldBack.includes(id));
  const before = shown
    .filter(({ opensOn }) => opensOn < round.opensOn)
    .findLast(({ id }) => lineageOf(pack, instrument, instrumentOfRound(pack, id)) !== null);
  return [...(heldBack.includes(round.id) ? [] : [round]), ...(before === undefined ? [] : [before])];
}
