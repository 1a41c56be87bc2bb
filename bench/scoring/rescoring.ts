import {
  type Instrument,
  instrumentOfRound,
  questionsFor,
  readProgrammePack,
  scaleOf,
} from '../../src/features/programme/index.ts';
import { type Answer, assessmentScorer } from '../../src/features/scoring/index.ts';
import { programmeFolder } from '../../src/project-folder.ts';
import { median } from '../load.ts';
import type { BenchRow } from '../row.ts';

const FEW = 240;
const MANY = 24_000;
const ROUNDS = 5;
const MOST_MILLISECONDS = 1000;
/** So much longer may one of many take than one of few. */
const MOST_GROWTH = 1.25;
const ROUND = 'dmsa-2015';
const SETTING = 'acute';

/** All scores of a round worked out anew from its answers: of as many providers as England has, and of a hundred times as many. */
export async function benchRescoring(): Promise<BenchRow[]> {
  const instrument = instrumentOfRound(await readProgrammePack(programmeFolder), ROUND);
  const questions = questionsFor(instrument, SETTING).length;
  const returns = Array.from({ length: MANY }, (_, provider) => answersOf(instrument, provider));
  const few = median(Array.from({ length: ROUNDS }, () => millisecondsFor(instrument, returns.slice(0, FEW))));
  const many = millisecondsFor(instrument, returns);
  const growth = many / MANY / (few / FEW);
  return [
    {
      name: `Work out the scores of ${FEW} providers anew, ${questions} questions each`,
      ours: `${few.toFixed(1)} ms`,
      against: `${MOST_MILLISECONDS} ms at most`,
      ratio: MOST_MILLISECONDS / few,
      toReach: 1,
    },
    {
      name: `Work out the scores of ${MANY} providers anew, each in the time of one of ${FEW}`,
      ours: `${many.toFixed(0)} ms, ${growth.toFixed(2)} times as long for each`,
      against: `${MOST_GROWTH} times at most`,
      ratio: MOST_GROWTH / growth,
      toReach: 1,
    },
  ];
}

function millisecondsFor(instrument: Instrument, returns: readonly (readonly Answer[])[]): number {
  const begun = performance.now();
  const scoresOf = assessmentScorer(instrument, SETTING);
  for (const answers of returns) {
    scoresOf(answers);
  }
  return performance.now() - begun;
}

/** Made-up answers to every question, others for each provider. */
function answersOf(instrument: Instrument, provider: number): Answer[] {
  return questionsFor(instrument, SETTING).map((question, index) => {
    const { options } = scaleOf(instrument, question);
    const optionId = options[(index * 3 + provider) % options.length]?.id ?? '';
    return { questionId: question.id, value: { kind: 'option', optionId }, comment: '' };
  });
}
