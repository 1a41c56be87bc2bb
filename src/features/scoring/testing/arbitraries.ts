import fc from 'fast-check';
import { type Instrument, type Question, questionsFor, scaleOf } from '../../programme/index.ts';
import type { Answer, AnswerValue } from '../answers/answer.ts';
import { conditionalInstrument, conditionalLevels } from './conditional-instrument.ts';
import { fixtureCareSettings, fixtureInstrument } from './fixture-instrument.ts';
import { levelledInstrument } from './levelled-instrument.ts';
import { weightedInstrument } from './weighted-instrument.ts';

/** Valid answers, in any order, with any number of questions left out. */
export function arbitraryAnswers(instrument: Instrument, careSetting: string): fc.Arbitrary<readonly Answer[]> {
  return fc
    .subarray([...questionsFor(instrument, careSetting)])
    .chain((questions) => answersTo(instrument, questions))
    .chain((answers) => fc.shuffledSubarray([...answers], { minLength: answers.length }));
}

/** Valid answers to every question put to the care setting. */
export function arbitraryCompleteAnswers(instrument: Instrument, careSetting: string): fc.Arbitrary<readonly Answer[]> {
  return answersTo(instrument, questionsFor(instrument, careSetting));
}

/** Every way to score there is, with gates and without; none of their questions hangs on an answer. */
export const unconditionalInstruments: readonly Instrument[] = [
  fixtureInstrument('mean-of-sections'),
  fixtureInstrument('mean-of-answers'),
  levelledInstrument(),
  weightedInstrument(),
  gatedInstrument(),
];

/** Weights at every step, and a gate on a section, a theme and the overall score. */
function gatedInstrument(): Instrument {
  const { themes, scoring, ...rest } = fixtureInstrument();
  const gate = { below: 50, because: 'Without it the rest is worth less.' };
  return {
    ...rest,
    themes: themes.map((theme, place) => ({
      ...theme,
      weight: place + 1,
      sections: theme.sections.map((section, index) => ({
        ...section,
        weight: index + 0.5,
        questions: section.questions.map((question, at) => ({ ...question, weight: 1 + at / 4 })),
      })),
    })),
    scoring: {
      ...scoring,
      gates: [
        { ...gate, question: 'RA1', holds: 'records', most: 35 },
        { ...gate, question: 'SA1', holds: 'readiness', most: 40 },
        { ...gate, question: 'EI1', holds: 'overall', most: 60 },
      ],
    },
  };
}

const allInstruments: readonly Instrument[] = [
  ...unconditionalInstruments,
  conditionalInstrument(),
  conditionalLevels(),
];

/** An instrument, a care setting and answers that fit both. */
export function arbitraryAssessment(answersFor = arbitraryAnswers, instruments = allInstruments) {
  return fc
    .record({
      instrument: fc.constantFrom(...instruments),
      careSetting: fc.constantFrom(...fixtureCareSettings),
    })
    .chain((put) => fc.record({ ...constants(put), answers: answersFor(put.instrument, put.careSetting) }));
}

/** Any value the question allows. */
export function arbitraryValue(instrument: Instrument, question: Question): fc.Arbitrary<AnswerValue> {
  if (question.levels.length > 0) {
    const met = fc.subarray(question.levels.flatMap(({ elements }) => elements.map(({ id }) => id)));
    const elements = met.map((ids): AnswerValue => ({ kind: 'elements', met: ids }));
    return question.notApplicable
      ? fc.oneof({ weight: 9, arbitrary: elements }, fc.constant<AnswerValue>({ kind: 'not-applicable' }))
      : elements;
  }
  const options = scaleOf(instrument, question).options.map(
    ({ id }): AnswerValue => ({ kind: 'option', optionId: id }),
  );
  const values: AnswerValue[] = question.notApplicable ? [...options, { kind: 'not-applicable' }] : options;
  return fc.constantFrom(...values);
}

function answersTo(instrument: Instrument, questions: readonly Question[]): fc.Arbitrary<readonly Answer[]> {
  return fc.tuple(
    ...questions.map((question) =>
      fc.record({
        questionId: fc.constant(question.id),
        value: arbitraryValue(instrument, question),
        comment: fc.constantFrom('', 'In use on every ward.'),
        isEvidenced: fc.boolean(),
      }),
    ),
  );
}

function constants(put: { instrument: Instrument; careSetting: string }) {
  return { instrument: fc.constant(put.instrument), careSetting: fc.constant(put.careSetting) };
}
