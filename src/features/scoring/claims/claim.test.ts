import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scoreAssessment } from '../score-assessment.ts';
import { storedScores } from '../stored-score.ts';
import { arbitraryAssessment } from '../testing/arbitraries.ts';
import { answer, fixtureInstrument } from '../testing/fixture-instrument.ts';
import { classOfAnswer, classOfScore } from './claim.ts';

test('an answer is evidenced where it rests on something that is kept, whatever its note says', () => {
  expect(classOfAnswer(answer('SA1', 'agree'))).toBe('asserted');
  expect(classOfAnswer(answer('SA1', 'agree', 'Board paper of May'))).toBe('asserted');
  expect(classOfAnswer({ ...answer('SA1', 'agree'), isEvidenced: true })).toBe('evidenced');
  expect(classOfAnswer({ isEvidenced: true, isObserved: true })).toBe('observed');
});

describe('a score', () => {
  it.each([
    [{ answered: 0, evidenced: 0 }, null],
    [{ answered: 3, evidenced: null }, 'asserted'],
    [{ answered: 3, evidenced: 2 }, 'asserted'],
    [{ answered: 3, evidenced: 3 }, 'evidenced'],
  ])('is of the class of its weakest answer: %o is %s', (basis, expected) => {
    expect(classOfScore(basis)).toBe(expected);
  });

  it('counts answers that rest on evidence, and not what does not apply', () => {
    const given = [
      { ...answer('SA1', 'agree'), isEvidenced: true },
      answer('SA2', 'agree', 'A note alone'),
      { ...answer('SA3', 'not-applicable', 'No partners'), isEvidenced: true },
    ];
    const score = scoreAssessment(fixtureInstrument(), 'acute', given);
    expect(score.sections[0]).toMatchObject({ answered: 2, evidenced: 1 });
    expect(score.overall).toMatchObject({ answered: 2, evidenced: 1 });
  });

  it('is never better borne out than the scores and answers that it is made of', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers }) => {
        const scores = storedScores(scoreAssessment(instrument, careSetting, answers));
        const overall = scores.find(({ level }) => level === 'overall');
        const sections = scores.filter(({ level, answered }) => level === 'section' && answered > 0);
        const isWhole = sections.every((section) => classOfScore(section) === 'evidenced');
        expect(overall !== undefined && classOfScore(overall) === 'evidenced').toBe(sections.length > 0 && isWhole);
      }),
    );
  });
});
