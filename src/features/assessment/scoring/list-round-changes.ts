import type { Connection } from '../../../platform/database/database.ts';
import { instrumentOfRound, lineageOf, type ProgrammePack, type Round } from '../../programme/index.ts';
import { listGivenAnswers } from '../answering/answer-repository.ts';
import { comparisonOf, type LikeForLike } from './like-for-like.ts';
import { listSubmittedKeys, type SubmittedKey } from './score-repository.ts';

/** What one organisation scored in two rounds on the questions that both asked it. */
export interface RoundChange extends LikeForLike {
  readonly organisationId: string;
  readonly illustrative: boolean;
}

export interface TwoRounds {
  readonly earlier: Round;
  readonly later: Round;
  /** Submitted on this day at the latest; null for any time. */
  readonly recordedBy: string | null;
}

/**
 * The organisations that submitted in both rounds, each like for like; null where the questions of the one do not go back to those of the
 * other. It reads every answer of both rounds, so it is for a page that is kept.
 */
export async function listRoundChanges(
  connection: Connection,
  pack: ProgrammePack,
  { earlier, later, recordedBy }: TwoRounds,
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
  const both = submittedTwice(first, second);
  const answers = await listGivenAnswers(
    connection,
    both.flatMap((pair) => [pair.earlier, pair.later]),
  );
  const answersOf = ({ assessmentId }: SubmittedKey) => answers.get(assessmentId) ?? [];
  const asked = (pair: (typeof both)[number]) => `${pair.earlier.careSetting} ${pair.later.careSetting}`;
  return [...Map.groupBy(both, asked).values()].flatMap((pairs) => {
    const [one] = pairs;
    if (one === undefined) {
      return [];
    }
    const compare = comparisonOf(
      lineage,
      { instrument: before, careSetting: one.earlier.careSetting },
      { instrument: now, careSetting: one.later.careSetting },
    );
    return pairs.map((pair) => ({
      organisationId: pair.later.organisationId,
      illustrative: pair.earlier.illustrative || pair.later.illustrative,
      ...compare(answersOf(pair.earlier), answersOf(pair.later)),
    }));
  });
}

/** What was submitted in both rounds: of each care setting by itself, or where an organisation had one alone in both rounds, that. */
function submittedTwice(first: readonly SubmittedKey[], second: readonly SubmittedKey[]) {
  const [before, now] = [first, second].map((keys) => Map.groupBy(keys, ({ organisationId }) => organisationId));
  return second.flatMap((later) => {
    const [then = [], own = []] = [before, now].map((keys) => keys?.get(later.organisationId));
    const same = then.find(({ careSetting }) => careSetting === later.careSetting);
    const earlier = same ?? (then.length === 1 && own.length === 1 ? then[0] : undefined);
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}
