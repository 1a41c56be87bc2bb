import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import type { Figure } from './figure.ts';
import { figuresOnQuestions, type Indicator, observedQuestions, periodInWords, valueInWords } from './held-against.ts';

const notes: Indicator = {
  id: 'notes',
  title: 'Notes',
  says: 'Where notes are kept.',
  doesNotSay: 'How well.',
  kind: 'observation',
  values: [
    { id: 'paper', label: 'On paper' },
    { id: 'screen', label: 'On screen' },
  ],
  unit: null,
  holdsMonths: 12,
  bearsOn: [
    {
      instrument: 'maturity',
      question: 'R1',
      where: ['paper'],
      agrees: ['no'],
      conflicts: ['yes'],
      asks: 'Has it changed?',
    },
  ],
};

function figure(day: string, value: string | null): Figure {
  return { code: 'RL4', from: day, to: day, value, numerator: null, denominator: null, note: '' };
}

function on(day: string, ...figures: Figure[]) {
  return figuresOnQuestions([notes], new Map([['notes', figures]]), 'maturity', day);
}

describe('a figure on a question', () => {
  it('says with which answers it agrees and conflicts, and of which day it is', () => {
    expect(on('2024-10-01', figure('2024-03-31', 'paper'))).toEqual([
      {
        questionId: 'R1',
        agrees: ['no'],
        conflicts: ['yes'],
        asks: 'Notes, 31 March 2024: On paper. Has it changed?',
      },
    ]);
  });

  it.each([
    ['that bears on nothing', figure('2024-03-31', 'screen')],
    ['that was suppressed', figure('2024-03-31', null)],
    ['that is too old', figure('2023-03-31', 'paper')],
    ['of a day to come', figure('2024-10-02', 'paper')],
  ])('%s says nothing', (_case, each) => {
    expect(on('2024-10-01', each)).toEqual([]);
  });

  it('says nothing of another instrument', () => {
    const figures = new Map([['notes', [figure('2024-03-31', 'paper')]]]);
    expect(figuresOnQuestions([notes], figures, 'other', '2024-10-01')).toEqual([]);
  });

  it('is the latest one, and an older one does not come back where the latest was suppressed', () => {
    const older = figure('2024-03-31', 'paper');
    expect(on('2024-10-01', older, figure('2024-06-30', 'screen'))).toEqual([]);
    expect(on('2024-10-01', figure('2024-06-30', null), older)).toEqual([]);
  });
});

test('in whatever order figures come, the same is said', () => {
  const words = fc.constantFrom('paper', 'screen', null);
  const given = fc.uniqueArray(fc.tuple(fc.integer({ min: 10, max: 28 }), words), { selector: ([day]) => day });
  fc.assert(
    fc.property(given, (each) => {
      const figures = each.map(([day, value]) => figure(`2024-06-${day}`, value));
      expect(on('2024-07-01', ...figures)).toEqual(on('2024-07-01', ...figures.toReversed()));
    }),
  );
});

describe('an answer that a figure bears out', () => {
  const instrument = fixtureInstrument();
  const figure = (agrees: string[], conflicts: string[] = []) => ({ questionId: 'RA1', agrees, conflicts, asks: '' });
  const observed = (...figures: ReturnType<typeof figure>[]) => [
    ...observedQuestions(instrument, figures, [{ questionId: 'RA1', value: { kind: 'option', optionId: '0' } }]),
  ];

  it('is observed', () => {
    expect(observed(figure(['0']))).toEqual(['RA1']);
  });

  it.each([
    ['it is another answer', [figure(['21-40'])]],
    ['two figures differ', [figure(['0']), figure([], ['0'])]],
    ['there is no figure', []],
  ])('is not where %s', (_case, figures) => {
    expect(observed(...figures)).toEqual([]);
  });

  it('is none where nothing was answered, or not with an option', () => {
    const given = [
      { questionId: 'RA1', value: null },
      { questionId: 'RA2', value: { kind: 'not-applicable' } as const },
    ];
    expect([...observedQuestions(instrument, [figure(['0'])], given)]).toEqual([]);
  });
});

test('figures in words', () => {
  expect(valueInWords(notes, 'paper')).toBe('On paper');
  expect(valueInWords(notes, 'stone')).toBe('stone');
  expect(valueInWords({ values: [], unit: '% of practices' }, '2.44')).toBe('2.44% of practices');
  expect(valueInWords({ values: [], unit: 'places' }, '12')).toBe('12 places');
  expect(periodInWords({ from: '2024-03-31', to: '2024-03-31' })).toBe('31 March 2024');
  expect(periodInWords({ from: '2023-04-01', to: '2024-03-31' })).toBe('April 2023 to March 2024');
  expect(periodInWords({ from: '2024-02-01', to: '2024-02-29' })).toBe('February 2024');
  expect(periodInWords({ from: '2024-02-02', to: '2024-02-29' })).toBe('2 February 2024 to 29 February 2024');
});
