import { describe, expect, test } from 'vitest';
import type { Instrument } from '../programme/index.ts';
import { InvalidAnswersError } from './answers/answer-problems.ts';
import { type AssessmentScore, scoreAssessment } from './score-assessment.ts';
import { answer, answers, fixtureInstrument } from './testing/fixture-instrument.ts';

const complete = answers({
  SA1: 'agree',
  SA2: 'mostly-agree',
  SA3: 'not-applicable',
  RA1: '61-80',
  RA2: 'semi-structured',
  RA3: '91-95',
  RA5: 'yes',
  MM1: '0',
  MM2: '21-40',
  EI1: '81-100',
  EI2: 'neither',
});

function sectionScore(score: AssessmentScore, id: string) {
  return score.sections.find(({ sectionId }) => sectionId === id);
}

function themeScore(score: AssessmentScore, id: string) {
  return score.themes.find(({ themeId }) => themeId === id);
}

describe('scores of a complete assessment', () => {
  const score = scoreAssessment(fixtureInstrument(), 'acute', complete);

  test('a section is the mean of its scored answers, without those not applicable', () => {
    expect(sectionScore(score, 'strategy')).toEqual({
      sectionId: 'strategy',
      score: 87.5,
      answered: 2,
      evidenced: 0,
      applicable: 2,
      notApplicable: 1,
      missing: 0,
    });
  });

  test('context-only questions count nowhere', () => {
    expect(sectionScore(score, 'records')).toMatchObject({ score: (80 + 50 + 87) / 3, answered: 3, applicable: 3 });
  });

  test('a theme is the mean of its sections, or of its answers, as the instrument says', () => {
    expect(themeScore(score, 'capabilities')?.score).toBe(((80 + 50 + 87) / 3 + 20) / 2);
    const byAnswers = scoreAssessment(fixtureInstrument('mean-of-answers'), 'acute', complete);
    expect(themeScore(byAnswers, 'capabilities')?.score).toBe((80 + 50 + 87 + 0 + 40) / 5);
  });

  test('the overall score is the mean of the themes, and the method goes with it', () => {
    expect(score.overall).toMatchObject({ answered: 9, applicable: 9, notApplicable: 1, missing: 0 });
    expect(score.overall.score).toBeCloseTo((87.5 + 46.1666666667 + 75) / 3, 8);
    expect(score).toMatchObject({ instrument: 'fixture', method: 'mean-of-sections-1', careSetting: 'acute' });
  });
});

describe('what is not there', () => {
  test('a section without a scored answer has no score, and its theme is formed without it', () => {
    const notGiven = answers({ RA1: '81-100', MM1: 'not-applicable', MM2: 'not-applicable' });
    const score = scoreAssessment(fixtureInstrument(), 'acute', notGiven);
    expect(sectionScore(score, 'medicines')).toMatchObject({ score: null, applicable: 0, notApplicable: 2 });
    expect(themeScore(score, 'capabilities')).toMatchObject({ score: 100, answered: 1, missing: 2 });
    expect(themeScore(score, 'readiness')).toMatchObject({ score: null, missing: 3 });
  });

  test('a score of 0 is a score', () => {
    const score = scoreAssessment(fixtureInstrument(), 'acute', answers({ MM1: '0', MM2: '0' }));
    expect(sectionScore(score, 'medicines')?.score).toBe(0);
  });

  test('there is no overall score until every theme has one', () => {
    const withoutInfrastructure = complete.filter(({ questionId }) => !questionId.startsWith('EI'));
    const score = scoreAssessment(fixtureInstrument(), 'acute', withoutInfrastructure);
    expect(score.overall).toMatchObject({ score: null, missing: 2 });
  });

  test('a theme where nothing applies is left out of the overall score', () => {
    const { themes, ...rest } = fixtureInstrument();
    const onlyMedicines = themes.map((theme) =>
      theme.id === 'capabilities' ? { ...theme, sections: theme.sections.slice(1) } : theme,
    );
    const given = [...complete.filter(({ questionId }) => !/^(MM|RA)/.test(questionId))];
    const notApplicable = answers({ MM1: 'not-applicable', MM2: 'not-applicable' });
    const score = scoreAssessment({ ...rest, themes: onlyMedicines }, 'acute', [...given, ...notApplicable]);
    expect(score.overall.score).toBe((87.5 + 75) / 2);
  });

  test('an assessment without answers has no number in it', () => {
    const score = scoreAssessment(fixtureInstrument(), 'community', []);
    expect(score.overall).toEqual({
      score: null,
      answered: 0,
      evidenced: 0,
      applicable: 11,
      notApplicable: 0,
      missing: 11,
    });
    expect(score.sections.map((section) => section.score)).toEqual([null, null, null, null]);
  });
});

describe('what is not asked of a care setting', () => {
  /** Of ambulances nothing is asked about medicines, and nothing at all about infrastructure. */
  const { themes, ...rest } = fixtureInstrument();
  const instrument: Instrument = {
    ...rest,
    themes: themes.map((theme) => ({
      ...theme,
      sections: theme.sections.map((section) => ({
        ...section,
        questions: ['medicines', 'infrastructure'].includes(section.id)
          ? section.questions.map((question) => ({ ...question, careSettings: ['acute'] }))
          : section.questions,
      })),
    })),
  };
  const given = answers({
    SA1: 'agree',
    SA2: 'neither',
    SA3: 'not-applicable',
    RA1: '81-100',
    RA2: 'structured',
    RA3: '96-100',
  });
  const score = scoreAssessment(instrument, 'ambulance', given);

  test('has no score: not one of 0, nor one that is missing', () => {
    expect(score.sections.map(({ sectionId }) => sectionId)).toEqual(['strategy', 'records']);
    expect(themeScore(score, 'capabilities')).toMatchObject({ score: 100, applicable: 3, missing: 0 });
  });

  test('leaves a theme in which nothing is asked outside the overall score', () => {
    expect(themeScore(score, 'infrastructure')).toMatchObject({
      score: null,
      applicable: 0,
      notApplicable: 0,
      missing: 0,
    });
    expect(score.overall).toMatchObject({ score: (75 + 100) / 2, missing: 0 });
  });

  test('is asked of another', () => {
    expect(scoreAssessment(instrument, 'acute', given).overall).toMatchObject({ score: null, missing: 4 });
  });
});

describe('answers that do not fit', () => {
  test.each([
    ['unknown-question', 'acute', [answer('ZZ1', 'agree')]],
    ['wrong-care-setting', 'acute', [answer('RA4', '0')]],
    ['unknown-option', 'acute', [answer('SA1', '81-100')]],
    ['not-applicable-not-offered', 'acute', [answer('SA1', 'not-applicable')]],
    ['answered-twice', 'acute', [answer('SA1', 'agree'), answer('SA1', 'agree')]],
  ])('%s is refused', (kind, careSetting, given) => {
    const attempt = () => scoreAssessment(fixtureInstrument(), careSetting, given);
    expect(attempt).toThrow(InvalidAnswersError);
    expect(attempt).toThrow(kind);
  });

  test('every problem is reported, not only the first', () => {
    const given = [answer('ZZ1', 'agree'), answer('SA1', 'agree'), answer('SA2', 'no-such')];
    try {
      scoreAssessment(fixtureInstrument(), 'acute', given);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'answers_invalid',
        problems: [
          { kind: 'unknown-question', questionId: 'ZZ1' },
          { kind: 'unknown-option', questionId: 'SA2' },
        ],
      });
    }
  });
});
