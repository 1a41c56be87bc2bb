import { expect, it } from 'vitest';
import { questionsFor } from '../../../programme/index.ts';
import { findAnswerProblems } from '../../../scoring/answers/answer-problems.ts';
import { scoreTree } from '../../../scoring/score-tree.ts';
import { fixtureInstrument } from '../../../scoring/testing/fixture-instrument.ts';
import { levelledInstrument } from '../../../scoring/testing/levelled-instrument.ts';
import { fills, madeUpAnswers } from './made-up-answers.ts';

const fixture = fixtureInstrument();
const levelled = levelledInstrument();

it.each([fixture, levelled])('$id: every fill fits what is asked of each care setting', (instrument) => {
  for (const careSetting of ['acute', 'community']) {
    for (const fill of fills) {
      const answers = madeUpAnswers(instrument, careSetting, fill);
      expect(findAnswerProblems(instrument, careSetting, answers)).toEqual([]);
      expect(answers).toHaveLength(fill === 'none' ? 0 : questionsFor(instrument, careSetting).length);
    }
  }
});

it('scores as little and as much as the scale allows', () => {
  const score = (instrument: typeof fixture, fill: 'lowest' | 'highest') =>
    scoreTree(instrument, 'acute', madeUpAnswers(instrument, 'acute', fill)).score;
  expect([score(fixture, 'lowest'), score(fixture, 'highest')]).toEqual([0, 100]);
  const { least, most } = levelled.scoring.scale;
  expect([score(levelled, 'lowest'), score(levelled, 'highest')]).toEqual([least, most]);
});

it('takes what is chosen before what is filled in, and leaves alone what cannot be chosen', () => {
  const chosen = { SA1: 'neither', SA2: 'not-applicable', SA3: 'not-applicable', WL1: '3' };
  const values = new Map(
    madeUpAnswers(fixture, 'acute', 'highest', chosen).map(({ questionId, value }) => [questionId, value]),
  );
  expect(values.get('SA1')).toEqual({ kind: 'option', optionId: 'neither' });
  expect(values.get('SA2')).toEqual({ kind: 'option', optionId: 'agree' });
  expect(values.get('SA3')).toEqual({ kind: 'not-applicable' });
  const [first] = madeUpAnswers(levelled, 'acute', 'none', chosen);
  expect(first?.value).toEqual({ kind: 'elements', met: ['WL1-2-1', 'WL1-2-2', 'WL1-3-1', 'WL1-3-2', 'WL1-3-3'] });
});
