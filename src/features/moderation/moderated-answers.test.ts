import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsFor } from '../programme/index.ts';
import { type Answer, classOfScore, givenAnswers, scoreAssessment, storedScores } from '../scoring/index.ts';
import { arbitraryAssessment, arbitraryValue } from '../scoring/testing/arbitraries.ts';
import { fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import type { Finding } from './finding.ts';
import { answersToCheck, moderationOutcome } from './moderated-answers.ts';

const same: Finding = { verdict: 'same', value: null, reason: '' };
const everySame = (signed: readonly Answer[]) => signed.map(({ questionId }) => ({ questionId, finding: same }));

test('a check that finds every answer the same leaves every score as it is, and each of them is peer-checked', () => {
  fc.assert(
    fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers: signed }) => {
      const claimed = storedScores(scoreAssessment(instrument, careSetting, signed));
      const outcome = moderationOutcome({ instrument, careSetting, signed, findings: everySame(signed) });
      const scoresOf = (scores: readonly { level: string; key: string; score: number | null }[]) =>
        scores.map(({ level, key, score }) => ({ level, key, score }));
      expect(scoresOf(outcome.scores)).toEqual(scoresOf(claimed));
      expect(outcome).toMatchObject({ checked: outcome.answers, changed: 0 });
      for (const { answered, evidenced, checked, signed: checks } of outcome.scores) {
        expect(checked).toBe(answered);
        expect(classOfScore({ answered, evidenced, checks })).toBe(answered === 0 ? null : 'peer-checked');
      }
    }),
  );
});

test('what is found scores as if it had been signed, and the signed scores come out the same as before', () => {
  const withFindings = arbitraryAssessment().chain((assessment) => {
    const { instrument, careSetting, answers } = assessment;
    const answered = questionsFor(instrument, careSetting).filter(({ id }) =>
      answers.some((each) => each.questionId === id),
    );
    const findings = fc.tuple(
      ...answered.map((question) =>
        fc.record({
          questionId: fc.constant(question.id),
          finding: fc.oneof(
            fc.constant(same),
            fc.constant<Finding>({ verdict: 'none', value: null, reason: 'Begun' }),
            arbitraryValue(instrument, question).map((value): Finding => ({ verdict: 'other', value, reason: 'Seen' })),
          ),
        }),
      ),
    );
    return fc.record({ assessment: fc.constant(assessment), findings });
  });
  fc.assert(
    fc.property(withFindings, ({ assessment: { instrument, careSetting, answers: signed }, findings }) => {
      const before = storedScores(scoreAssessment(instrument, careSetting, signed));
      const outcome = moderationOutcome({ instrument, careSetting, signed, findings });
      const asFound = signed.map((answer) => {
        const finding = findings.find(({ questionId }) => questionId === answer.questionId)?.finding;
        return finding?.verdict === 'other' ? { ...answer, value: finding.value } : answer;
      });
      const direct = storedScores(scoreAssessment(instrument, careSetting, asFound));
      expect(outcome.scores.map(({ score }) => score)).toEqual(direct.map(({ score }) => score));
      expect(storedScores(scoreAssessment(instrument, careSetting, signed))).toEqual(before);
    }),
  );
});

test('an answer that is found otherwise is checked, but what was signed is not borne out by that', () => {
  const instrument = fixtureInstrument();
  const option = (questionId: string, optionId: string) => ({
    ...{ questionId, comment: '', desired: null, revision: 1 },
    value: { kind: 'option' as const, optionId },
  });
  const signed = givenAnswers([option('SA1', 'agree'), option('SA2', 'agree'), option('RA5', 'yes')]);
  const finding: Finding = { verdict: 'other', value: { kind: 'option', optionId: 'mostly-agree' }, reason: 'No plan' };
  const findings = [
    { questionId: 'SA1', finding },
    { questionId: 'SA2', finding: same },
  ];
  const outcome = moderationOutcome({ instrument, careSetting: 'acute', signed, findings });
  expect(outcome).toMatchObject({ answers: 2, checked: 2, changed: 1 });
  const section = outcome.scores.find(({ level }) => level === 'section');
  expect(section).toMatchObject({ score: 87.5, answered: 2, checked: 2, signed: { confirmed: 1, borneOut: 1 } });
  expect(answersToCheck({ instrument, careSetting: 'acute', signed })).toEqual(['SA1', 'SA2']);
});
