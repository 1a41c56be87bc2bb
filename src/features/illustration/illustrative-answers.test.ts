import { beforeAll, describe, expect, test } from 'vitest';
import { type Instrument, instrumentOfRound, readProgrammePack, sectionsOf } from '../programme/index.ts';
import { findAnswerProblems } from '../scoring/answers/answer-problems.ts';
import { checkCompleteness, isReadyForAuthorisation } from '../scoring/answers/completeness.ts';
import { type Answer, summarise } from '../scoring/index.ts';
import { type AssessmentScore, scoreAssessment } from '../scoring/score-assessment.ts';
import { fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import type { IllustratedProvider } from './draft-answers.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';
import { illustratedRound } from './testing/shipped-illustration.ts';

const first = await illustratedRound('dmsa-2015');
const second = await illustratedRound('dmsa-2017');
const { profile } = first;

/** About as many providers of each setting as England had in 2016; the codes are made up. */
const providers = [
  ...made('acute', 154),
  ...made('mental-health', 56),
  ...made('community', 19),
  ...made('ambulance', 10),
];

function made(careSetting: string, count: number): readonly IllustratedProvider[] {
  return Array.from({ length: count }, (_, index) => ({ organisationId: `${careSetting}-${index}`, careSetting }));
}

function listScoresOf(
  instrument: Instrument,
  answers: ReadonlyMap<string, readonly Answer[]>,
): readonly AssessmentScore[] {
  return providers.map(({ organisationId, careSetting }) =>
    scoreAssessment(instrument, careSetting, answers.get(organisationId) ?? []),
  );
}

function themeScores(scores: readonly AssessmentScore[], themeId: string): readonly number[] {
  return scores.flatMap(({ themes }) => themes.find((theme) => theme.themeId === themeId)?.score ?? []);
}

function sectionScores(scores: readonly AssessmentScore[], sectionId: string): readonly number[] {
  return scores.flatMap(({ sections }) => sections.find((section) => section.sectionId === sectionId)?.score ?? []);
}

function meanOf(values: readonly number[]): number {
  return summarise(values)?.mean ?? Number.NaN;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  const together = meanOf(one.map((value, index) => (value - meanOne) * ((other[index] ?? meanOther) - meanOther)));
  return together / (deviationOf(one) * deviationOf(other));
}

test('a questionnaire of levels is answered by elements, around the middle of its scale', () => {
  const instrument = levelledInstrument();
  const profile = { themes: {}, sections: {}, careSettings: {}, questions: {}, notApplicable: {} };
  const answers = illustrativeAnswers(instrument, providers, { seed: 1, profile });
  for (const { organisationId, careSetting } of providers) {
    const given = answers.get(organisationId) ?? [];
    expect(findAnswerProblems(instrument, careSetting, given)).toEqual([]);
    expect(isReadyForAuthorisation(checkCompleteness(instrument, careSetting, given))).toBe(true);
  }
  const overall = listScoresOf(instrument, answers).map(({ overall: { score } }) => score ?? Number.NaN);
  expect(meanOf(overall)).toBeCloseTo(3, 0);
  expect(deviationOf(overall)).toBeGreaterThan(0.2);
  expect(deviationOf(overall)).toBeLessThan(1);
});

describe.each([1, 2016])('England in 2016, seed %i', (seed) => {
  let instrument: Instrument;
  let answers: ReadonlyMap<string, readonly Answer[]>;
  let scores: readonly AssessmentScore[];

  beforeAll(async () => {
    instrument = instrumentOfRound(await readProgrammePack('programmes/england-ldr'), 'dmsa-2015');
    answers = illustrativeAnswers(instrument, providers, { seed, profile });
    scores = listScoresOf(instrument, answers);
  });

  test.each(Object.entries(profile.themes))('the national mean of %s is %i within half a point', (id, mean) => {
    expect(Math.abs(meanOf(themeScores(scores, id)) - mean)).toBeLessThan(0.5);
  });

  test('every section is near the mean quoted for it, and every one of them is quoted', () => {
    expect(sectionsOf(instrument).map(({ id }) => id)).toEqual(Object.keys(profile.sections));
    for (const [id, quoted] of Object.entries(profile.sections)) {
      expect(Math.abs(meanOf(sectionScores(scores, id)) - quoted), id).toBeLessThan(2);
    }
  });

  test('providers differ about as much as they did, and one that is ahead tends to be ahead everywhere', () => {
    for (const { id } of instrument.themes) {
      const deviation = deviationOf(themeScores(scores, id));
      expect(deviation, id).toBeGreaterThan(9);
      expect(deviation, id).toBeLessThan(16);
    }
    expect(correlation(themeScores(scores, 'readiness'), themeScores(scores, 'capabilities'))).toBeGreaterThan(0.4);
  });

  test('settings differ where the profile says so', () => {
    const of = (careSetting: string) => scores.filter((score) => score.careSetting === careSetting);
    const gap = meanOf(sectionScores(of('acute'), 'orders')) - meanOf(sectionScores(of('ambulance'), 'orders'));
    expect(gap).toBeGreaterThan(20);
  });

  test('about two thirds of providers send most discharge summaries electronically', () => {
    const sent = [...answers.values()].flat().filter(({ questionId }) => questionId === 'TC3');
    const most = sent.filter(({ value }) => value.kind === 'option' && ['61-80', '81-100'].includes(value.optionId));
    expect(most.length / sent.length).toBeGreaterThan(0.55);
    expect(most.length / sent.length).toBeLessThan(0.8);
  });

  test('answers are valid, complete, mostly bare of comment and seldom not applicable', () => {
    for (const { organisationId, careSetting } of providers) {
      const given = answers.get(organisationId) ?? [];
      expect(findAnswerProblems(instrument, careSetting, given)).toEqual([]);
      expect(isReadyForAuthorisation(checkCompleteness(instrument, careSetting, given))).toBe(true);
    }
    const all = [...answers.values()].flat();
    const shareOf = (part: readonly Answer[]) => part.length / all.length;
    const withComment = shareOf(all.filter(({ comment }) => comment !== ''));
    const notApplicable = shareOf(all.filter(({ value }) => value.kind === 'not-applicable'));
    expect(withComment).toBeGreaterThan(0.02);
    expect(withComment).toBeLessThan(0.15);
    expect(notApplicable).toBeGreaterThan(0.005);
    expect(notApplicable).toBeLessThan(0.05);
  });

  test('the order of providers does not matter, and the seed does', () => {
    const again = illustrativeAnswers(instrument, providers.toReversed(), { seed, profile });
    expect(JSON.stringify([...again])).toBe(JSON.stringify([...answers]));
    const other = illustrativeAnswers(instrument, providers.slice(0, 20), { seed: seed + 1, profile });
    expect(other.get('acute-0')).not.toEqual(answers.get('acute-0'));
  });

  test('a provider keeps nearly all its answers when another joins', () => {
    const joined = illustrativeAnswers(instrument, [...providers, ...made('new', 1)], { seed, profile });
    const before = answers.get('acute-3') ?? [];
    const after = joined.get('acute-3') ?? [];
    const kept = before.filter((answer, index) => JSON.stringify(answer) === JSON.stringify(after[index]));
    expect(kept.length / before.length).toBeGreaterThan(0.95);
  });
});

describe('England in 2017', () => {
  let earlier: ReadonlyMap<string, readonly Answer[]>;
  let later: ReadonlyMap<string, readonly Answer[]>;
  let before: readonly AssessmentScore[];
  let now: readonly AssessmentScore[];

  beforeAll(async () => {
    const pack = await readProgrammePack('programmes/england-ldr');
    const [asked, askedAgain] = [instrumentOfRound(pack, 'dmsa-2015'), instrumentOfRound(pack, 'dmsa-2017')];
    earlier = illustrativeAnswers(asked, providers, first);
    later = illustrativeAnswers(askedAgain, providers, second);
    before = listScoresOf(asked, earlier);
    now = listScoresOf(askedAgain, later);
  });

  test('the means are those made up for it, and the highest rise is the 16% that was reported', () => {
    const rises = Object.entries(second.profile.themes).map(([id, mean]) => {
      expect(Math.abs(meanOf(themeScores(now, id)) - mean), id).toBeLessThan(0.5);
      return meanOf(themeScores(now, id)) / meanOf(themeScores(before, id)) - 1;
    });
    expect(Math.max(...rises)).toBeCloseTo(0.16, 1);
    expect(Math.min(...rises)).toBeGreaterThan(0.03);
  });

  test('about 20 providers have fallen', () => {
    const fallen = now.filter(({ overall }, index) => (overall.score ?? 0) < (before[index]?.overall.score ?? 0));
    expect(fallen.length).toBeGreaterThan(14);
    expect(fallen.length).toBeLessThan(27);
  });

  test('over 80% agree rather than not that they are ready', () => {
    const ready = themeScores(now, 'readiness').filter((score) => score > 62.5);
    expect(ready.length / now.length).toBeGreaterThan(0.8);
  });

  test('most questions that were asked before are answered as before', () => {
    const changes = providers.flatMap(({ organisationId }) => {
      const given = new Map((earlier.get(organisationId) ?? []).map(({ questionId, value }) => [questionId, value]));
      return (later.get(organisationId) ?? []).flatMap(({ questionId, value }) => {
        const said = given.get(questionId);
        return said === undefined ? [] : [JSON.stringify(said) === JSON.stringify(value)];
      });
    });
    const kept = changes.filter((isSame) => isSame).length / changes.length;
    expect(kept).toBeGreaterThan(0.55);
    expect(kept).toBeLessThan(0.85);
  });
});

describe('any instrument', () => {
  test.each(['mean-of-sections', 'mean-of-answers'] as const)('is calibrated by its own method: %s', (method) => {
    const instrument = fixtureInstrument(method);
    const scores = listScoresOf(instrument, illustrativeAnswers(instrument, providers, { seed: 7, profile }));
    expect(Math.abs(meanOf(themeScores(scores, 'capabilities')) - 40)).toBeLessThan(0.5);
    expect(Math.abs(meanOf(themeScores(scores, 'readiness')) - 73)).toBeLessThan(0.5);
  });

  test('one provider gets answers too, and none gets none', () => {
    const instrument = fixtureInstrument();
    const only = illustrativeAnswers(instrument, made('acute', 1), { seed: 7, profile }).get('acute-0') ?? [];
    expect(isReadyForAuthorisation(checkCompleteness(instrument, 'acute', only))).toBe(true);
    expect(illustrativeAnswers(instrument, [], { seed: 7, profile }).size).toBe(0);
  });

  test('a provider given twice is refused', () => {
    const twice = [...made('acute', 1), ...made('acute', 1)];
    expect(() => illustrativeAnswers(fixtureInstrument(), twice, { seed: 7, profile })).toThrow(RangeError);
  });
});
