import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instrument, questionsFor, scaleOf, sectionsOf } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { questionsAsked } from './answers/questions-asked.ts';
import { type AssessmentScore, scoreAssessment } from './score-assessment.ts';
import {
  arbitraryAnswers,
  arbitraryAssessment,
  arbitraryCompleteAnswers,
  unconditionalInstruments,
} from './testing/arbitraries.ts';
import { answer, fixtureCareSettings } from './testing/fixture-instrument.ts';
import { metAnswer } from './testing/levelled-instrument.ts';

describe('every way to score', () => {
  /** Another answer puts no other questions there. */
  const unconditional = arbitraryAssessment(arbitraryAnswers, unconditionalInstruments);

  test('a better answer never lowers a score', () => {
    fc.assert(
      fc.property(unconditional, fc.nat(), ({ instrument, careSetting, answers: given }, pick) => {
        const raised = raiseOne(instrument, given, pick);
        const before = allScores(scoreAssessment(instrument, careSetting, given));
        const after = allScores(scoreAssessment(instrument, careSetting, raised));
        before.forEach((score, index) => {
          expect(after[index] === null).toBe(score === null);
          expect(after[index] ?? 0).toBeGreaterThanOrEqual(score ?? 0);
        });
      }),
    );
  });

  test('the order of answers does not matter, and recomputing gives the same bytes', () => {
    const shuffled = arbitraryAssessment().chain((put) =>
      fc.record({
        put: fc.constant(put),
        again: fc.shuffledSubarray([...put.answers], { minLength: put.answers.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ put: { instrument, careSetting, answers: given }, again }) => {
        const bytes = JSON.stringify(scoreAssessment(instrument, careSetting, given));
        expect(JSON.stringify(scoreAssessment(structuredClone(instrument), careSetting, again))).toBe(bytes);
      }),
    );
  });

  test('"not applicable" scores as if the question had not been asked, and lowers what is applicable by one', () => {
    fc.assert(
      fc.property(unconditional, fc.nat(), ({ instrument, careSetting, answers: given }, pick) => {
        const optional = questionsFor(instrument, careSetting).filter(({ notApplicable }) => notApplicable);
        const questionId = optional[pick % optional.length]?.id ?? '';
        const without = given.filter((each) => each.questionId !== questionId);
        const unasked = scoreAssessment(instrument, careSetting, without);
        const marked = scoreAssessment(instrument, careSetting, [...without, answer(questionId, 'not-applicable')]);
        expect(marked.sections.map(({ score }) => score)).toEqual(unasked.sections.map(({ score }) => score));
        expect(marked.themes.map(({ score }) => score)).toEqual(unasked.themes.map(({ score }) => score));
        expect(marked.overall.applicable).toBe(unasked.overall.applicable - 1);
        expect(marked.overall.missing).toBe(unasked.overall.missing - 1);
      }),
    );
  });

  test.each(unconditionalInstruments.flatMap((of) => fixtureCareSettings.map((setting) => [of, setting] as const)))(
    'all best is the most and all worst the least, at every level: %#',
    (instrument, careSetting) => {
      const scoresAt = (position: 0 | -1) =>
        allScores(scoreAssessment(instrument, careSetting, extreme(instrument, careSetting, position)));
      const { least, most } = instrument.scoring.scale;
      for (const score of scoresAt(-1)) {
        expect(score ?? most).toBeCloseTo(most, 10);
      }
      for (const score of scoresAt(0)) {
        expect(score ?? least).toBeCloseTo(least, 10);
      }
    },
  );

  test('scores stay within 0-100 and the counts add up', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers: given }) => {
        const score = scoreAssessment(instrument, careSetting, given);
        const asked = [...questionsAsked(instrument, careSetting, given).values()];
        const scored = asked.filter((question) => scaleOf(instrument, question).scored);
        for (const part of [...score.sections, ...score.themes, score.overall]) {
          expect(part.answered + part.missing).toBe(part.applicable);
          expect(part.score === null || (part.score >= 0 && part.score <= 100)).toBe(true);
          expect(part.answered === 0 && part.score !== null).toBe(false);
        }
        expect(score.overall.applicable + score.overall.notApplicable).toBe(scored.length);
      }),
    );
  });

  test('a complete assessment has nothing missing anywhere', () => {
    fc.assert(
      fc.property(arbitraryAssessment(arbitraryCompleteAnswers), ({ instrument, careSetting, answers: given }) => {
        const score = scoreAssessment(instrument, careSetting, given);
        expect([...score.sections, ...score.themes, score.overall].every(({ missing }) => missing === 0)).toBe(true);
        expect(score.overall.score).not.toBeNull();
      }),
    );
  });
});

function allScores(score: AssessmentScore): (number | null)[] {
  return [...score.sections, ...score.themes, score.overall].map((part) => part.score);
}

/** Moves one answer up its scale by one option, where there is one above, or adds the first element that is not met. */
function raiseOne(instrument: Instrument, given: readonly Answer[], pick: number): readonly Answer[] {
  const questions = sectionsOf(instrument).flatMap((section) => section.questions);
  return given.map((each, index) => {
    const question = questions.find(({ id }) => id === each.questionId);
    if (index !== pick % given.length || question === undefined || each.value.kind === 'not-applicable') {
      return each;
    }
    if (each.value.kind === 'elements') {
      const { met } = each.value;
      const more = question.levels.flatMap(({ elements }) => elements).find(({ id }) => !met.includes(id));
      return more === undefined ? each : metAnswer(each.questionId, [...met, more.id]);
    }
    const { optionId } = each.value;
    const { options } = scaleOf(instrument, question);
    const above = options[options.findIndex(({ id }) => id === optionId) + 1];
    return above === undefined ? each : answer(each.questionId, above.id);
  });
}

function extreme(instrument: Instrument, careSetting: string, position: 0 | -1): readonly Answer[] {
  return questionsFor(instrument, careSetting).flatMap((question) => {
    if (question.levels.length > 0) {
      const all = question.levels.flatMap(({ elements }) => elements.map(({ id }) => id));
      return [metAnswer(question.id, position === 0 ? [] : all)];
    }
    const option = scaleOf(instrument, question).options.at(position);
    return option === undefined ? [] : [answer(question.id, option.id)];
  });
}
