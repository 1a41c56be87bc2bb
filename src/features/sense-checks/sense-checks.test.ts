import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineageOf } from '../programme/index.ts';
import type { Answer } from '../scoring/answers/answer.ts';
import { arbitraryAssessment } from '../scoring/testing/arbitraries.ts';
import { answer, answers, fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import type { SenseCheck } from './sense-check.ts';
import { senseChecks, type ToCheck } from './sense-checks.ts';

const instrument = fixtureInstrument();

/** Five questions in one section, all of agreement. */
const agreeing = {
  ...instrument,
  themes: instrument.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions:
        section.id === 'strategy'
          ? section.questions.flatMap((each) => [each, { ...each, id: `${each.id}b` }])
          : section.questions,
    })),
  })),
};

function checksOf(given: readonly Answer[], more: Partial<ToCheck> = {}): SenseCheck[] {
  return senseChecks({
    instrument,
    careSetting: 'acute',
    answers: given,
    consistencyRules: [],
    before: null,
    similar: null,
    figures: [],
    ...more,
  });
}

const kindsOf = (checks: readonly SenseCheck[]) => checks.map(({ kind, questionIds }) => [kind, ...questionIds]);

describe('what is asked about the answers by themselves', () => {
  it('is nothing where nothing is odd', () => {
    expect(checksOf(answers({ SA1: 'agree', SA2: 'neither', RA1: '0' }))).toEqual([]);
  });

  it('is why a question does not apply, where no note says so', () => {
    const given = [answer('SA3', 'not-applicable'), answer('MM1', 'not-applicable', 'We prescribe nothing')];
    expect(kindsOf(checksOf(given))).toEqual([['no-reason', 'SA3']]);
  });

  it('is not asked where the instrument does not take the answer without its reason', () => {
    const strict = { ...instrument, notApplicableNeedsReason: true };
    expect(checksOf([answer('SA3', 'not-applicable')], { instrument: strict })).toEqual([]);
  });

  it('is whether a section applies of which nothing does', () => {
    const given = [answer('MM1', 'not-applicable', 'No'), answer('MM2', 'not-applicable', 'No')];
    expect(kindsOf(checksOf(given))).toEqual([['nothing-applies', 'MM1', 'MM2']]);
  });

  it('is whether one answer to all of a section is right for each, unless one of them says more', () => {
    const same = answers({ SA1: 'agree', SA1b: 'agree', SA2: 'agree', SA2b: 'agree' });
    const found = checksOf(same, { instrument: agreeing });
    expect(kindsOf(found)).toEqual([['all-the-same', 'SA1', 'SA1b', 'SA2', 'SA2b']]);
    expect(found[0]?.asks).toBe(
      'In “strategy”, 4 questions have the same answer, “agree”, and none has a note or evidence. Is it right for each of them?',
    );
    expect(checksOf(same.slice(1), { instrument: agreeing })).toEqual([]);
    expect(checksOf([...same.slice(1), answer('SA1', 'agree', 'See our plan')], { instrument: agreeing })).toEqual([]);
    expect(checksOf([...same.slice(1), answer('SA1', 'neither')], { instrument: agreeing })).toEqual([]);
    const shown = { ...answer('SA1', 'agree'), isEvidenced: true };
    expect(checksOf([...same.slice(1), shown], { instrument: agreeing })).toEqual([]);
  });

  it('is whether a level is meant to be left out below one of which something is met', () => {
    const levelled = levelledInstrument();
    const elements = levelled.themes[0]?.sections[0]?.questions[0]?.levels.map((level) => level.elements) ?? [];
    const ids = (level: number) => (elements[level] ?? []).map(({ id }) => id);
    const asked = (met: readonly string[]) =>
      checksOf([{ questionId: 'WL1', value: { kind: 'elements', met }, comment: '' }], { instrument: levelled });
    expect(kindsOf(asked([...ids(1).slice(1), ...ids(2)]))).toEqual([['level-left-out', 'WL1']]);
    expect(asked([...ids(1), ...ids(2).slice(1)])).toEqual([]);
    expect(asked([...ids(1), ...ids(2)])).toEqual([]);
    expect(asked([])).toEqual([]);
  });
});

describe('what is asked about answers beside others', () => {
  const consistencyRules = [
    {
      id: 'odd',
      instrument: 'fixture',
      between: [
        { question: 'RA1', is: ['0', '1-20'] },
        { question: 'RA2', is: ['structured'] },
      ],
      asks: 'Which notes are these?',
    },
  ];

  it('is what the programme asks where two answers hardly go together', () => {
    const found = checksOf(answers({ RA1: '0', RA2: 'structured' }), { consistencyRules });
    expect(kindsOf(found)).toEqual([['inconsistent', 'RA1', 'RA2']]);
    expect(found[0]).toMatchObject({ sectionId: 'records', asks: 'Which notes are these?' });
    expect(checksOf(answers({ RA1: '21-40', RA2: 'structured' }), { consistencyRules })).toEqual([]);
    expect(checksOf(answers({ RA2: 'structured' }), { consistencyRules })).toEqual([]);
  });

  it('is what a published figure does not go together with, each figure by itself', () => {
    const figure = (asks: string) => ({ questionId: 'RA1', conflicts: ['0'], asks });
    const figures = [figure('The return says paper. Is it?'), figure('A list names a system. Is it in use?')];
    const found = checksOf(answers({ RA1: '0' }), { figures });
    expect(kindsOf(found)).toEqual([
      ['against-figure', 'RA1'],
      ['against-figure', 'RA1'],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
    expect(checksOf(answers({ RA1: '21-40' }), { figures })).toEqual([]);
    expect(checksOf(answers({ RA2: 'structured' }), { figures })).toEqual([]);
  });

  const lineage = lineageOf({ instruments: [instrument] }, instrument, instrument);

  function beside(then: Readonly<Record<string, string>>): Partial<ToCheck> {
    if (lineage === null) {
      throw new Error('an instrument goes back to itself');
    }
    return { before: { round: { label: '2015' }, instrument, careSetting: 'acute', lineage, answers: answers(then) } };
  }

  it('is what has changed since the last round, up or down, where no note says it', () => {
    const before = beside({ SA1: 'disagree', SA2: 'agree', RA1: '0', RA2: 'structured' });
    const found = checksOf(answers({ SA1: 'neither', SA2: 'mostly-agree', RA1: '21-40', RA2: 'unstructured' }), before);
    expect(kindsOf(found)).toEqual([
      ['large-change', 'SA1'],
      ['large-change', 'RA1'],
      ['large-change', 'RA2'],
    ]);
    expect(found[0]?.asks).toBe(
      'In SA1, your answer went from “disagree” for “2015” to “neither”, and nothing says why. What has changed?',
    );
    expect(checksOf([answer('SA1', 'neither', 'The board has approved it')], before)).toEqual([]);
    expect(checksOf([{ ...answer('SA1', 'neither'), isEvidenced: true }], before)).toEqual([]);
    expect(checksOf([answer('SA3', 'not-applicable', 'Why')], beside({ SA3: 'agree' }))).toEqual([]);
  });

  function similar(n: number): Partial<ToCheck> {
    const spread = { n, min: 10, q1: 40, median: 45, q3: 50, max: 90, mean: 45 };
    return { similar: { spreads: new Map([['strategy', spread]]), who: 'acute organisations in 2015' } };
  }

  it('is what sets a section apart whose score lies far from those of similar organisations', () => {
    const high = answers({ SA1: 'agree', SA2: 'mostly-agree', SA3: 'agree' });
    const [found] = checksOf(high, similar(10));
    expect(found?.asks).toBe(
      '“strategy” comes to 92, far above most: the middle half of 10 results of acute organisations in 2015 lies between 40 and 50. What sets you apart?',
    );
    expect(checksOf(high, similar(9))).toEqual([]);
    expect(checksOf(answers({ SA1: 'agree', SA2: 'agree' }), similar(10))).toEqual([]);
    expect(checksOf(answers({ SA1: 'neither', SA2: 'neither', SA3: 'mostly-agree' }), similar(10))).toEqual([]);
    expect(
      checksOf(answers({ SA1: 'disagree', SA2: 'mostly-disagree', SA3: 'disagree' }), similar(10))[0]?.asks,
    ).toMatch('far below most');
  });
});

describe('for any answers', () => {
  const anyAnswers = arbitraryAssessment();

  it('every check ends in a question, and is about questions that were answered', () => {
    fc.assert(
      fc.property(anyAnswers, ({ answers: given, ...put }) => {
        const answered = new Set(given.map(({ questionId }) => questionId));
        for (const { asks, questionIds } of checksOf(given, put)) {
          expect(asks).toMatch(/\?$/);
          expect(questionIds.length).toBeGreaterThan(0);
          expect(questionIds.filter((id) => !answered.has(id))).toEqual([]);
        }
      }),
    );
  });

  it('no two have the same key, and the order of the answers changes nothing', () => {
    fc.assert(
      fc.property(anyAnswers, ({ answers: given, ...put }) => {
        const checks = checksOf(given, put);
        expect(new Set(checks.map(({ key }) => key)).size).toBe(checks.length);
        expect(checksOf(given.toReversed(), put)).toEqual(checks);
      }),
    );
  });

  it('an answer that is changed is looked at anew', () => {
    const [first] = checksOf([answer('SA3', 'not-applicable')]);
    const [same] = checksOf([answer('SA3', 'not-applicable'), answer('SA1', 'agree')]);
    expect(first?.key).toBe(same?.key);
    const all = (choice: string) =>
      checksOf(answers({ SA1: choice, SA1b: choice, SA2: choice, SA2b: choice }), { instrument: agreeing })[0]?.key;
    expect(all('agree')).not.toBe(all('neither'));
  });
});
