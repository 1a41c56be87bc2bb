import { describe, expect, it } from 'vitest';
import type { Instrument, Question } from '../../programme/index.ts';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { followingInstrument } from '../../scoring/testing/following-instrument.ts';
import { instrumentDifferences, versionBefore } from './instrument-differences.ts';

const before = fixtureInstrument();

function changed(change: (question: Question) => Question[]): Instrument {
  const themes = before.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({ ...section, questions: section.questions.flatMap(change) })),
  }));
  return { ...before, version: '2', themes };
}

const short = (later: Instrument) =>
  instrumentDifferences({ instruments: [before, later] }, later, before).questions.map(
    ({ kind, later: now, earlier, lineage, isComparable, aspects }) => [
      kind,
      now?.id ?? null,
      earlier.map(({ id }) => id),
      lineage,
      isComparable,
      aspects,
    ],
  );

describe('two versions of one instrument', () => {
  it('are the same where nothing was changed', () => {
    const later = changed((question) => [question]);
    expect(short(later).every(([kind]) => kind === 'same')).toBe(true);
    expect(instrumentDifferences({ instruments: [later] }, later, before).others).toEqual([]);
  });

  it('have new, changed and gone questions', () => {
    const later = changed((question) => {
      switch (question.id) {
        case 'SA1':
          return [{ ...question, text: 'Another text' }];
        case 'SA2':
          return [{ ...question, help: 'Look at it', careSettings: ['acute'] }];
        case 'RA1':
          return [];
        case 'EI2':
          return [question, { ...question, id: 'EI3' }];
        default:
          return [question];
      }
    });
    expect(short(later).filter(([kind]) => kind !== 'same')).toEqual([
      // Another text under the same id is not the same question, and can be compared with nothing.
      ['changed', 'SA1', ['SA1'], null, false, ['text']],
      ['changed', 'SA2', ['SA2'], 'same', true, ['help', 'care-settings']],
      ['new', 'EI3', [], null, false, []],
      ['gone', null, ['RA1'], null, false, []],
    ]);
  });

  it('name what else is otherwise', () => {
    const later = { ...changed((question) => [question]), declaration: 'I sign.' };
    expect(instrumentDifferences({ instruments: [later] }, later, before).others).toEqual(['declaration']);
  });
});

it('an instrument is set beside the one it follows by what its questions came from', () => {
  const rows = short(followingInstrument());
  expect(rows).toContainEqual(['changed', 'RA12', ['RA1', 'RA2'], 'wider', false, []]);
  expect(rows).toContainEqual(['new', 'NEW', [], null, false, []]);
  expect(rows).toContainEqual(['gone', null, ['RA3'], null, false, []]);
  expect(rows).toContainEqual(['same', 'SA1', ['SA1'], 'same', true, []]);
  expect(rows).toContainEqual(['changed', 'EI1', ['EI1'], 'narrower', false, []]);
  // Of the same id, but said to come from nothing.
  expect(rows).toContainEqual(['new', 'MM1', [], null, false, []]);
});

it('the version before is the one kept before it, or else that of what it follows', () => {
  const versions = [
    { id: 'one', version: '1' },
    { id: 'one', version: '2' },
    { id: 'two', version: '1' },
    { id: 'two', version: '2' },
  ];
  const found = (id: string, version: string, follows: string | null) => {
    const earlier = versionBefore(versions, { id, version }, follows);
    return earlier === undefined ? null : `${earlier.id} ${earlier.version}`;
  };
  expect(found('one', '1', null)).toBeNull();
  expect(found('one', '2', null)).toBe('one 1');
  expect(found('two', '1', 'one')).toBe('one 2');
  expect(found('two', '2', 'one')).toBe('two 1');
});
