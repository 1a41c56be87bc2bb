import { expect, test } from 'vitest';
import { getRound, lineageOf, type Question, questionsFor } from '../../../programme/index.ts';
import type { Answer } from '../../../scoring/answers/answer.ts';
import { answer } from '../../../scoring/testing/fixture-instrument.ts';
import { levelledAgain, levelledInstrument, metAnswer } from '../../../scoring/testing/levelled-instrument.ts';
import { levelledPack } from '../../testing/levelled-pack.ts';
import { roundId } from '../../testing/real-instrument.ts';
import { earlierView } from './earlier-view.ts';

const instrument = { ...levelledInstrument(), asksDesiredLevels: true };
const later = levelledAgain();
const round = getRound(await levelledPack(), roundId);
const lineage = lineageOf({ instruments: [instrument, later] }, later, instrument);

function viewOf(questionId: string, answers: readonly Answer[], desired: ReadonlyMap<string, string> = new Map()) {
  const question = questionsFor(later, 'acute').find(({ id }) => id === questionId) as Question;
  return lineage === null
    ? null
    : earlierView({ round, instrument, careSetting: 'acute', lineage, answers, desired }, question);
}

test('what was ticked then is told, and marked among the elements of now by their texts', () => {
  const view = viewOf('NWL1', [metAnswer('WL1', ['WL1-2-1', 'WL1-3-2'])]);
  expect(view).toMatchObject({
    again: ['NWL1-2-1', 'NWL1-3-2'],
    given: [{ answer: 'Level 1', met: ['Element 1 of level 2 of WL1 is met.', 'Element 2 of level 3 of WL1 is met.'] }],
  });
});

test('what was to be reached by now is told', () => {
  const given = [metAnswer('WL1', ['WL1-2-1'])];
  expect(viewOf('NWL1', given, new Map([['WL1', '3']]))?.given).toMatchObject([{ desired: 'Level 3' }]);
  expect(viewOf('NWL1', given)?.given).toMatchObject([{ desired: null }]);
});

test.each([
  ['that nothing was met', 'NWL1', metAnswer('WL1', []), ['none']],
  ['that it did not apply', 'NWL2', answer('WL2', 'not-applicable'), ['not-applicable']],
])('marks %s', (_case, questionId, given, again) => {
  expect(viewOf(questionId, [given])?.again).toEqual(again);
});
