import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realRound } from '../assessment/testing/real-instrument.ts';
import { lineageOf, questionsFor } from '../programme/index.ts';
import { type EarlierAnswers, earlierAnswerTo } from './earlier-answers.ts';
import { arbitraryAnswers } from './testing/arbitraries.ts';
import { answer, fixtureInstrument } from './testing/fixture-instrument.ts';
import { followingInstrument } from './testing/following-instrument.ts';

const before = fixtureInstrument();
const now = followingInstrument();
const round = await realRound();
const lineage = lineageOf({ instruments: [before, now] }, now, before);

function earlier(answers: EarlierAnswers['answers']): EarlierAnswers {
  if (lineage === null) {
    throw new Error('The one follows the other');
  }
  return { round, instrument: before, careSetting: 'acute', lineage, answers, desired: new Map() };
}

const said = [answer('SA1', 'agree', 'As the board minuted'), answer('RA1', '1-20'), answer('RA2', 'structured')];

function shown(id: string) {
  const question = questionsFor(now, 'community').find((each) => each.id === id);
  const found = question === undefined ? null : earlierAnswerTo(earlier(said), question);
  return (
    found && [found.kind, ...found.given.map(({ question: { id: from }, answer: { comment } }) => [from, comment])]
  );
}

it('finds what was said to the same question, and to those that it came from', () => {
  expect(shown('SA1')).toEqual(['same', ['SA1', 'As the board minuted']]);
  expect(shown('RA12')).toEqual(['wider', ['RA1', ''], ['RA2', '']]);
});

it.each(['SA2', 'NEW', 'MM1'])('finds nothing for one without an answer, or that is new: %s', (id) => {
  expect(shown(id)).toBeNull();
});

it('never finds anything that was not answered', () => {
  fc.assert(
    fc.property(arbitraryAnswers(before, 'community'), (answers) => {
      for (const question of questionsFor(now, 'community')) {
        const given = earlierAnswerTo(earlier(answers), question)?.given ?? [];
        expect(given.every(({ answer: one }) => answers.includes(one))).toBe(true);
      }
    }),
  );
});
