import type { Connection } from '../../../../platform/database/database.ts';
import {
  type Instrument,
  instrumentOfRound,
  lineageOf,
  type ProgrammePack,
  type Round,
} from '../../../programme/index.ts';
import { comparisonOf } from '../../../scoring/index.ts';
import { listAnswersBehind } from '../list-answers-behind.ts';
import { listSubmittedKeys, type SubmittedKey } from '../score-repository.ts';
import { type ComparedScores, comparedScores, type RoundComparisons } from './round-comparisons.ts';

/** What one organisation scored in two rounds on the questions that both asked it. */
export interface RoundChange extends ComparedScores {
  readonly organisationId: string;
  readonly illustrative: boolean;
}

export interface TwoRounds {
  readonly earlier: Round;
  readonly later: Round;
  /** As it stood on this day; null for as it stands. */
  readonly recordedBy: string | null;
}

/** So many organisations at a time have their answers in memory. */
const BATCH = 50;

/**
 * The organisations that submitted in both rounds, each like for like; null where the questions of the one do not go back to those of the
 * other. Answers are read of those alone that are not among `comparisons` yet, which are added to them.
 */
export async function listRoundChanges(
  connection: Connection,
  pack: ProgrammePack,
  { earlier, later, recordedBy }: TwoRounds,
  comparisons: RoundComparisons,
): Promise<RoundChange[] | null> {
  const [before, now] = [instrumentOfRound(pack, earlier.id), instrumentOfRound(pack, later.id)];
  const lineage = lineageOf(pack, now, before);
  if (lineage === null) {
    return null;
  }
  const [first, second] = [
    await listSubmittedKeys(connection, earlier.id, recordedBy),
    await listSubmittedKeys(connection, later.id, recordedBy),
  ];
  const pairs = submittedTwice(first, second);
  const known = comparisons.of(before, now);
  const unknown = pairs.filter((pair) => !known.has(keyOf(pair)));
  for (let begin = 0; begin < unknown.length; begin += BATCH) {
    const batch = unknown.slice(begin, begin + BATCH);
    for (const [key, compared] of await compareAll(connection, batch, { before, now, lineage })) {
      known.set(key, compared);
    }
  }
  return pairs.flatMap((pair) => {
    const compared = known.get(keyOf(pair));
    const illustrative = pair.earlier.illustrative || pair.later.illustrative;
    return compared === undefined ? [] : [{ organisationId: pair.later.organisationId, illustrative, ...compared }];
  });
}

/** What one organisation submitted in two rounds. */
interface SubmittedPair {
  readonly earlier: SubmittedKey;
  readonly later: SubmittedKey;
}

/** With the times, as a database that was restored from a backup may hold another submission of an assessment. */
function keyOf({ earlier, later }: SubmittedPair): string {
  return [earlier, later].map(({ assessmentId, submittedAt }) => `${assessmentId} ${submittedAt.getTime()}`).join(' ');
}

/** What was submitted in both rounds: of each care setting by itself, or where an organisation had one alone in both rounds, that. */
function submittedTwice(first: readonly SubmittedKey[], second: readonly SubmittedKey[]): SubmittedPair[] {
  const [before, now] = [first, second].map((keys) => Map.groupBy(keys, ({ organisationId }) => organisationId));
  return second.flatMap((later) => {
    const [then = [], own = []] = [before, now].map((keys) => keys?.get(later.organisationId));
    const same = then.find(({ careSetting }) => careSetting === later.careSetting);
    const earlier = same ?? (then.length === 1 && own.length === 1 ? then[0] : undefined);
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}

interface Questionnaires {
  readonly before: Instrument;
  readonly now: Instrument;
  readonly lineage: Parameters<typeof comparisonOf>[0];
}

async function compareAll(
  connection: Connection,
  pairs: readonly SubmittedPair[],
  { before, now, lineage }: Questionnaires,
): Promise<[string, ComparedScores][]> {
  const answers = await listAnswersBehind(
    connection,
    pairs.flatMap((pair) => [pair.earlier, pair.later]),
  );
  const answersOf = ({ assessmentId }: SubmittedKey) => answers.get(assessmentId) ?? [];
  const asked = (pair: SubmittedPair) => `${pair.earlier.careSetting} ${pair.later.careSetting}`;
  return [...Map.groupBy(pairs, asked).values()].flatMap((alike) => {
    const [one] = alike;
    if (one === undefined) {
      return [];
    }
    const compare = comparisonOf(
      lineage,
      { instrument: before, careSetting: one.earlier.careSetting },
      { instrument: now, careSetting: one.later.careSetting },
    );
    return alike.map((pair): [string, ComparedScores] => [
      keyOf(pair),
      comparedScores(compare(answersOf(pair.earlier), answersOf(pair.later))),
    ]);
  });
}
