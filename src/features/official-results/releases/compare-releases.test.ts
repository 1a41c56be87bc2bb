import { describe, expect, it } from 'vitest';
import type { PublishedResult } from '../official-results.ts';
import { compareReleases } from './compare-releases.ts';

function row(code: string | null, name: string, scores: readonly (string | null)[], note = ''): PublishedResult {
  return { code, name, careSetting: 'Acute', year: 2030, scores, note };
}

const measures = ['Well led', 'Overall'];
const told = (before: PublishedResult[] | null, after: PublishedResult[], others = measures) =>
  compareReleases(before === null ? null : { measures, rows: before }, {
    measures: others,
    rows: after,
    lines: after.map((_row, index) => index + 2),
  }).map(({ kind, code, name, before: one, after: other, row: line }) =>
    [line ?? '–', kind, code, name, one, other].join(' | '),
  );

describe('what a release says otherwise than the one before', () => {
  it('is all of it for the first', () => {
    expect(told(null, [row('RZ1', 'Vale', ['2.8', null]), row(null, 'Hill', [null, null])])).toEqual([
      '2 | result-added | RZ1 | Vale |  | Acute, 2030: Well led 2.8',
      '3 | result-added |  | Hill |  | Acute, 2030: no figure',
    ]);
  });

  it('is every figure, name and note that is another, by the row', () => {
    const before = [row('RZ1', 'Vale', ['2.8', '2.1']), row('RZ2', 'Hill', ['1', '1'])];
    expect(told(before, before)).toEqual([]);
    expect(told(before, [row('RZ2', 'Hill Trust', ['1', null], 'late'), row('RZ1', 'Vale', ['2.80', '2.1'])])).toEqual([
      '2 | score-changed | RZ2 | Hill Trust | Acute, 2030, Overall: 1 | Acute, 2030, Overall: nothing',
      '2 | score-changed | RZ2 | Hill Trust | Acute, 2030, name: Hill | Acute, 2030, name: Hill Trust',
      '2 | score-changed | RZ2 | Hill Trust | Acute, 2030, note: nothing | Acute, 2030, note: late',
      '3 | score-changed | RZ1 | Vale | Acute, 2030, Well led: 2.8 | Acute, 2030, Well led: 2.80',
    ]);
  });

  it('is what has come and what has gone, of organisations and of measures', () => {
    const before = [row('RZ1', 'Vale', ['2.8', '2.1'])];
    expect(told(before, [row('RZ3', 'Dale', ['1', '1'])])).toEqual([
      '2 | result-added | RZ3 | Dale |  | Acute, 2030: Well led 1, Overall 1',
      '– | result-absent | RZ1 | Vale | Acute, 2030: Well led 2.8, Overall 2.1 | nothing',
    ]);
    expect(told(before, [row('RZ1', 'Vale', ['2.8', '3'])], ['Well led', 'Safe practice'])).toEqual([
      '2 | score-changed | RZ1 | Vale | Acute, 2030, Safe practice: nothing | Acute, 2030, Safe practice: 3',
      '2 | score-changed | RZ1 | Vale | Acute, 2030, Overall: 2.1 | Acute, 2030, Overall: nothing',
    ]);
  });
});
