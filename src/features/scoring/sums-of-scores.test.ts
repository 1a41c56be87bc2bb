import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Gate, Instrument } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { scoreAssessment } from './score-assessment.ts';
import { scoreTree } from './score-tree.ts';
import { storedScores } from './stored-score.ts';
import { sumsOfScores } from './sums-of-scores.ts';
import { arbitraryAnswers, arbitraryAssessment } from './testing/arbitraries.ts';
import { weightedInstrument } from './testing/weighted-instrument.ts';

const gate: Gate = { question: 'structures-1', below: 50, holds: 'structures', most: 10, because: 'It comes first.' };
const { scoring, ...weighted } = weightedInstrument();
const gated: Instrument = { ...weighted, scoring: { ...scoring, gates: [gate, { ...gate, holds: 'overall' }] } };

function expectTheSameSums(instrument: Instrument, careSetting: string, answers: readonly Answer[]): void {
  const tree = scoreTree(instrument, careSetting, answers);
  const shown = sumsOfScores(instrument, storedScores(scoreAssessment(instrument, careSetting, answers)));
  for (const { id, ...sum } of shown) {
    expect(sum).toEqual([tree, ...tree.parts].find((node) => node.id === id)?.sum);
  }
  expect(shown.map(({ id }) => id)).toEqual(
    instrument.scoring.theme === 'mean-of-answers' ? ['overall'] : ['overall', ...tree.parts.map(({ id }) => id)],
  );
}

it('kept scores give the sums that the answers gave', () => {
  fc.assert(
    fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers }) =>
      expectTheSameSums(instrument, careSetting, answers),
    ),
  );
});

it('with weights and gates too', () => {
  fc.assert(fc.property(arbitraryAnswers(gated, 'acute'), (answers) => expectTheSameSums(gated, 'acute', answers)));
});
