import { describe, expect, it } from 'vitest';
import { type MeasureTogether, officialPictures, type PictureRelease } from './official-picture.ts';

const release: PictureRelease = {
  series: 'maturity',
  sourceId: 'results-maturity-1',
  title: 'Maturity of trusts',
  publisher: 'An office',
  publishedOn: '2026-03-30',
  about: '',
  measures: ['Well led', 'Overall'],
};
const row = (measure: number, year: number, median: number): MeasureTogether => ({
  series: 'maturity',
  careSetting: 'Acute',
  year,
  measure,
  n: 4,
  q1: median - 0.5,
  median,
  q3: median + 0.25,
  decimals: measure === 0 ? 1 : 6,
  greatest: 4.2,
});

describe('what was published of everybody', () => {
  it('stands measure by measure, the newest year first, with the year where there are several', () => {
    const rows = [row(1, 2024, 2), row(1, 2025, 2.125), row(0, 2025, 3)];
    const [setting] = officialPictures([release], rows, [])[0]?.settings ?? [];
    expect(setting?.lines.map(({ label, median, middleHalf }) => [label, median, middleHalf])).toEqual([
      ['Well led', '3.0', '2.5 to 3.3'],
      ['Overall, 2025', '2.13', '1.63 to 2.38'],
      ['Overall, 2024', '2.00', '1.50 to 2.25'],
    ]);
    expect(setting?.greatest).toBe(5);
  });

  it('says of a measure that two years have how many changed, each in its own care setting', () => {
    const change = { series: 'maturity', careSetting: 'Acute', measure: 1, from: 2024, to: 2025, n: 4, up: 2, down: 1 };
    const [setting] =
      officialPictures([release], [row(1, 2025, 2)], [change, { ...change, careSetting: 'Community' }])[0]?.settings ??
      [];
    expect(setting?.changes).toEqual([
      'Overall: of 4 with a figure for 2024 and for 2025, 2 rose, 1 fell and 1 stayed the same.',
    ]);
  });

  it('has a release without any figures, with nothing in it', () => {
    const summary = { measure: 'Overall', years: [], rows: [] };
    expect(officialPictures([release], [], [])).toEqual([{ release, settings: [], summary }]);
  });

  it('is summed up by the measure that the most years have, in each care setting', () => {
    const change = { series: 'maturity', careSetting: 'Acute', measure: 1, from: 2024, to: 2025, n: 4, up: 2, down: 1 };
    const rows = [row(0, 2025, 3), row(1, 2025, 2.125), row(1, 2024, 2)];
    const board = { ...row(1, 2025, 1), careSetting: 'Board', n: 3 };
    expect(officialPictures([release], [...rows, board], [change])[0]?.summary).toEqual({
      measure: 'Overall',
      years: [2024, 2025],
      rows: [
        { careSetting: 'Acute', n: 4, medians: ['2.00', '2.13'], change: '2 rose, 1 fell, 1 the same' },
        { careSetting: 'Board', n: 3, medians: ['–', '1.00'], change: '–' },
      ],
    });
  });
});
