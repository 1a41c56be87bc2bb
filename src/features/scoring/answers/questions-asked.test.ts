import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '../score-assessment.ts';
import { scoreTree } from '../score-tree.ts';
import { storedScores } from '../stored-score.ts';
import { arbitraryAnswers } from '../testing/arbitraries.ts';
import { conditionalInstrument, conditionalLevels } from '../testing/conditional-instrument.ts';
import { answer, answers, fixtureInstrument } from '../testing/fixture-instrument.ts';
import { answerAtLevel } from '../testing/levelled-instrument.ts';
import { checkCompleteness } from './completeness.ts';
import { answersThatCount, questionsAsked } from './questions-asked.ts';

const instrument = conditionalInstrument();
const hanging = ['MM1', 'MM2', 'EI1'];
const askedOf = (given: Record<string, string>) => {
  const asked = questionsAsked(instrument, 'acute', answers(given));
  return hanging.filter((id) => asked.has(id));
};

describe('a question that hangs on an answer', () => {
  it.each([
    ['nothing is answered', {}, []],
    ['the answer is another', { RA5: 'no', SA1: 'neither' }, []],
    ['the answer is one of those', { SA1: 'mostly-agree' }, ['EI1']],
    ['the answer gives context alone', { RA5: 'yes' }, ['MM1']],
    ['the answer is that it does not apply', { RA5: 'yes', MM1: 'not-applicable' }, ['MM1']],
    ['the answer hangs on one that was given', { RA5: 'yes', MM1: '81-100' }, ['MM1', 'MM2']],
    ['the answer is kept from before and does not count', { RA5: 'no', MM1: '81-100', MM2: '0' }, []],
  ])('is asked or not where %s', (_case, given, asked) => {
    expect(askedOf(given)).toEqual(asked);
  });

  it('hangs on the level that is reached where the answer is what is met', () => {
    const asked = (level: number) =>
      questionsAsked(conditionalLevels(), 'acute', [answerAtLevel('WL1', level)]).has('SF1');
    expect([1, 2, 3, 4, 5].map(asked)).toEqual([false, false, true, true, true]);
  });

  it('counts nowhere while it is not asked, answered or not', () => {
    const before = answers({ SA1: 'neither', RA5: 'no', MM1: '81-100', MM2: '0', EI1: '0' });
    const { sections, total, missing } = checkCompleteness(instrument, 'acute', before);
    expect(sections.map((each) => [each.sectionId, each.done, each.total, each.isAsked])).toEqual([
      ['strategy', 1, 3, true],
      ['records', 0, 3, true],
      ['medicines', 0, 0, false],
      ['infrastructure', 0, 1, true],
    ]);
    expect([total, missing.length]).toEqual([7, 6]);
    expect(answersThatCount(instrument, 'acute', before).map(({ questionId }) => questionId)).toEqual(['SA1', 'RA5']);
    const keys = storedScores(scoreAssessment(instrument, 'acute', before)).map(({ key }) => key);
    expect(keys).not.toContain('medicines');
  });

  it('closes no gate while it is not asked', () => {
    const gate = { question: 'EI1', below: 50, holds: 'overall', most: 10, because: 'It has to be in use.' };
    const gated = { ...instrument, scoring: { ...instrument.scoring, gates: [gate] } };
    const others = {
      SA2: 'agree',
      SA3: 'agree',
      RA1: '81-100',
      RA2: 'structured',
      RA3: '96-100',
      EI1: '0',
      EI2: 'agree',
    };
    const overall = (given: Record<string, string>) => scoreTree(gated, 'acute', answers({ ...others, ...given }));
    expect(overall({ SA1: 'agree' })).toMatchObject({ score: 10, sum: { heldBy: gate } });
    expect(overall({ SA1: 'neither' })).toMatchObject({ score: (250 / 3 + 200) / 3, sum: { heldBy: null } });
  });
});

describe('any answers', () => {
  const any = fc
    .constantFrom(conditionalInstrument(), conditionalLevels())
    .chain((of) => fc.record({ of: fc.constant(of), given: arbitraryAnswers(of, 'acute') }));

  it('score and count as the same answers without those that do not count', () => {
    fc.assert(
      fc.property(any, ({ of, given }) => {
        const counted = answersThatCount(of, 'acute', given);
        expect(scoreAssessment(of, 'acute', counted)).toEqual(scoreAssessment(of, 'acute', given));
        expect(checkCompleteness(of, 'acute', counted)).toEqual(checkCompleteness(of, 'acute', given));
      }),
    );
  });

  it('ask the same in whatever order they stand, and everything where nothing hangs on anything', () => {
    fc.assert(
      fc.property(any, ({ of, given }) => {
        const ids = (some: typeof given) => [...questionsAsked(of, 'acute', some).keys()];
        expect(ids(given.toReversed())).toEqual(ids(given));
      }),
    );
    expect(questionsAsked(fixtureInstrument(), 'acute', []).size).toBe(11);
    expect(questionsAsked(instrument, 'acute', [answer('RA5', 'yes')]).size).toBe(9);
  });
});
