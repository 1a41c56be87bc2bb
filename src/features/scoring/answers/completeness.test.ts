import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreAssessment } from '../score-assessment.ts';
import { arbitraryAssessment, arbitraryCompleteAnswers } from '../testing/arbitraries.ts';
import { answer, answers, fixtureInstrument } from '../testing/fixture-instrument.ts';
import { checkCompleteness, isReadyForAuthorisation } from './completeness.ts';

const instrument = fixtureInstrument();

describe('completeness', () => {
  test('counts what is done and names what is missing, by section and overall', () => {
    const given = answers({ SA1: 'agree', SA3: 'not-applicable', RA1: '0', RA5: 'yes' });
    const completeness = checkCompleteness(instrument, 'acute', given);
    expect(completeness.sections.map(({ sectionId, done, total }) => [sectionId, done, total])).toEqual([
      ['strategy', 2, 3],
      ['records', 1, 3],
      ['medicines', 0, 2],
      ['infrastructure', 0, 2],
    ]);
    expect(completeness).toMatchObject({ done: 3, total: 10 });
    expect(completeness.missing).toEqual(['SA2', 'RA2', 'RA3', 'MM1', 'MM2', 'EI1', 'EI2']);
  });

  test('a question is awaited only from the care settings it is put to', () => {
    expect(checkCompleteness(instrument, 'community', []).missing).toContain('RA4');
    expect(checkCompleteness(instrument, 'acute', []).missing).not.toContain('RA4');
  });

  test('a section that asks nothing of a care setting is not there', () => {
    const [readiness, ...others] = instrument.themes;
    const ofOthers = others.map((theme) => ({
      ...theme,
      sections: theme.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) => ({ ...question, careSettings: ['community'] })),
      })),
    }));
    const narrowed = { ...instrument, themes: readiness === undefined ? [] : [readiness, ...ofOthers] };
    expect(checkCompleteness(narrowed, 'acute', []).sections.map(({ sectionId }) => sectionId)).toEqual(['strategy']);
  });

  test('a context-only question is never missing', () => {
    expect(checkCompleteness(instrument, 'acute', []).missing).not.toContain('RA5');
  });

  test('where the instrument asks why, "not applicable" is done once that is said', () => {
    const asking = { ...instrument, notApplicableNeedsReason: true };
    const given = [answer('MM1', 'not-applicable', 'We do not prescribe'), answer('MM2', 'not-applicable', ' ')];
    const { sections, unexplained } = checkCompleteness(asking, 'acute', given);
    expect(sections[2]).toMatchObject({ done: 1, total: 2, missing: ['MM2'], unexplained: ['MM2'] });
    expect(unexplained).toEqual(['MM2']);
  });

  test('a question that does not apply, for no said reason, does not hold back authorisation; a missing answer does', () => {
    const acute = { SA1: 'agree', SA2: 'agree', SA3: 'not-applicable', RA1: '0', RA2: 'structured', RA3: '96-100' };
    const all = answers({ ...acute, MM1: '0', MM2: '0', EI1: '0', EI2: 'agree' });
    const completeness = checkCompleteness(instrument, 'acute', all);
    expect(isReadyForAuthorisation(completeness)).toBe(true);
    expect(isReadyForAuthorisation(checkCompleteness(instrument, 'acute', all.slice(1)))).toBe(false);
  });

  test('an instrument that asks nothing is never ready', () => {
    expect(isReadyForAuthorisation(checkCompleteness({ ...instrument, themes: [] }, 'acute', []))).toBe(false);
  });
});

describe('properties', () => {
  test('done and missing make up the total, and agree with the score', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), (put) => {
        const completeness = checkCompleteness(put.instrument, put.careSetting, put.answers);
        const { overall } = scoreAssessment(put.instrument, put.careSetting, put.answers);
        expect(completeness.done + completeness.missing.length).toBe(completeness.total);
        expect(completeness.missing).toHaveLength(overall.missing);
        expect(completeness.done).toBe(overall.answered + overall.notApplicable);
      }),
    );
  });

  test('with every answer given it is ready', () => {
    fc.assert(
      fc.property(arbitraryAssessment(arbitraryCompleteAnswers), (put) => {
        const completeness = checkCompleteness(put.instrument, put.careSetting, put.answers);
        expect(isReadyForAuthorisation(completeness)).toBe(true);
      }),
    );
  });
});
