import { expect, test } from 'vitest';
import type { Instrument } from '../../programme/index.ts';
import { answer, fixtureInstrument } from '../testing/fixture-instrument.ts';
import { elementsUpTo, levelledInstrument, metAnswer } from '../testing/levelled-instrument.ts';
import type { Answer } from './answer.ts';
import { findAnswerProblems } from './answer-problems.ts';

const kindsOf = (instrument: Instrument, given: Answer) =>
  findAnswerProblems(instrument, 'acute', [given]).map(({ kind }) => kind);

test.each([
  ['an option', answer('WL1', '3'), ['other-kind']],
  ['an element of another question', metAnswer('WL1', ['WL1-2-1', 'WL2-2-1']), ['unknown-element']],
  ['not applicable, which it does not offer', answer('WL1', 'not-applicable'), ['not-applicable-not-offered']],
  ['not applicable, which it offers', answer('WL2', 'not-applicable'), []],
  ['its elements', metAnswer('WL1', elementsUpTo('WL1', 4)), []],
  ['none of its elements', metAnswer('WL1', []), []],
])('a question with levels and %s', (_case, given, kinds) => {
  expect(kindsOf(levelledInstrument(), given)).toEqual(kinds);
});

test('a question without levels takes no elements', () => {
  expect(kindsOf(fixtureInstrument(), metAnswer('SA1', []))).toEqual(['other-kind']);
});
