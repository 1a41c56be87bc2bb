import { expect, it } from 'vitest';
import type { Instrument, Question } from '../../programme/index.ts';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { instrumentDifferences } from '../differences/instrument-differences.ts';
import { differencesView } from './differences-view.ts';

const before = fixtureInstrument();
const pack = {
  careSettings: [
    { id: 'acute', label: 'Acute', officialNames: [] },
    { id: 'community', label: 'Community', officialNames: [] },
  ],
};

function following(comparable: Partial<NonNullable<Question['lineage']>>): Instrument {
  const themes = before.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        lineage: {
          kind: 'same' as const,
          from: [question.id],
          isComparable: true,
          comparableIn: [],
          ...(question.id === 'SA1' ? comparable : {}),
        },
      })),
    })),
  }));
  const follows = { instrument: before.id, drops: [], standing: 'inferred' } as const;
  return { ...before, id: 'following', follows, themes };
}

function rowsOf(later: Instrument) {
  const view = differencesView(
    pack,
    later,
    before,
    instrumentDifferences({ instruments: [before, later] }, later, before),
  );
  return { same: view.same.includes('SA1'), rows: view.rows.map(({ kind, after, note }) => [kind, after?.id, note]) };
}

it('leaves out what is the same and compared everywhere', () => {
  expect(rowsOf(following({}))).toEqual({ same: true, rows: [] });
});

it.each([
  [{ comparableIn: ['acute'] }, 'Answers can be compared in acute alone.'],
  [{ comparableIn: ['acute', 'community'] }, 'Answers can be compared in acute and community alone.'],
  [{ isComparable: false }, 'Answers are not compared.'],
])('says of what is the same where answers cannot be compared: %j', (comparable, words) => {
  expect(rowsOf(following(comparable))).toEqual({
    same: false,
    rows: [['same', 'SA1', `It asks the same. ${words}`]],
  });
});
