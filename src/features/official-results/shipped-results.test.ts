import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../project-folder.ts';
import { type ReleaseDetails, readReleaseList } from '../directory-import/index.ts';
import { countScores, type PublishedResult, type ReleaseRows } from './official-results.ts';
import { readShippedRows } from './shipped-rows.ts';

/*
 * What ships is compared with what is known of the publication from elsewhere: how many submissions there were, the means that its
 * report gives, and an arithmetic that only whole answers from 1 to 5 have.
 */

const folder = projectFolder('reference', 'official-results');
let releases: ReleaseDetails[];
let content: ReleaseRows;
beforeAll(async () => {
  releases = await readReleaseList(folder);
  content = await readShippedRows(folder, { series: 'dma-2024-2025', version: 2 });
});

const settings = ['Acute', 'Community', 'Mental health', 'Ambulance', 'Integrated care board'] as const;
type Setting = (typeof settings)[number];
const OVERALL = 7;
const rowsOf = (setting: Setting, year: number) =>
  content.rows.filter((row) => row.careSetting === setting && row.year === year);
const scoreOf = (row: PublishedResult | undefined, measure: number) => Number(row?.scores[measure] ?? Number.NaN);

describe('the results of the Digital Maturity Assessment that ship', () => {
  it('are one release with its day, publisher and the words on its licence', () => {
    expect(releases).toEqual([
      expect.objectContaining({
        version: 2,
        publisher: 'NHS England',
        publishedOn: '2026-03-30',
        licence: 'NHS England copyright 2026; the file names no licence',
        standing: 'official',
      }),
    ]);
  });

  it('have every submission, in both years', () => {
    expect(countScores(content)).toBe(285 * 9 + 42 * 9);
    for (const year of [2024, 2025]) {
      expect(settings.map((setting) => rowsOf(setting, year).length)).toEqual([134, 90, 50, 11, 42]);
    }
    const codesIn = (isBoard: boolean) =>
      new Set(
        content.rows.filter((row) => (row.careSetting === 'Integrated care board') === isBoard).map((row) => row.code),
      );
    expect([codesIn(false).size, codesIn(true).size]).toEqual([204, 42]);
    expect(
      content.rows.every(
        ({ code, scores, year }) =>
          code !== null && scores[OVERALL] !== null && (year === 2024 || !scores.includes(null)),
      ),
    ).toBe(true);
  });

  it('have the published means of acute care', () => {
    const acute = rowsOf('Acute', 2025);
    const mean = (rows: readonly PublishedResult[], measure: number) =>
      (rows.reduce((sum, row) => sum + scoreOf(row, measure), 0) / rows.length).toFixed(2);
    expect(content.measures.map((_label, measure) => mean(acute, measure))).toEqual([
      '2.83',
      '2.65',
      '2.37',
      '2.61',
      '2.15',
      '2.42',
      '2.17',
      '2.53',
    ]);
    const before = new Map(rowsOf('Acute', 2024).map((row) => [row.code, row]));
    expect(mean([...before.values()], OVERALL)).toBe('2.36');
    const risen = acute.filter((row) => scoreOf(row, OVERALL) > scoreOf(before.get(row.code), OVERALL));
    const fallen = acute.filter((row) => scoreOf(row, OVERALL) < scoreOf(before.get(row.code), OVERALL));
    expect([risen.length, fallen.length]).toEqual([101, 29]);
  });

  it('have the lowest and the highest overall score, and the pillars in which acute care is best and worst', () => {
    const trusts = settings.slice(0, -1).flatMap((setting) => rowsOf(setting, 2025));
    const overall = trusts.map((row) => scoreOf(row, OVERALL));
    const having = (score: number) => [
      score.toFixed(3),
      ...trusts
        .filter((row) => scoreOf(row, OVERALL) === score)
        .map(({ code, careSetting }) => `${code} ${careSetting}`),
    ];
    expect(having(Math.min(...overall))).toEqual(['1.487', 'RA9 Acute', 'RA9 Community']);
    expect(having(Math.max(...overall))).toEqual(['3.798', 'RWX Community']);
    const acute = rowsOf('Acute', 2025);
    const sums = content.measures.slice(0, OVERALL).map((label, measure) => ({
      label,
      sum: acute.reduce((sum, row) => sum + scoreOf(row, measure), 0),
    }));
    const inOrder = sums.toSorted((one, other) => other.sum - one.sum).map(({ label }) => label);
    expect([inOrder[0], inOrder.at(-1)]).toEqual(['Well led', 'Empower people']);
  });

  it.each([
    ['RNZ', 'Acute', 176, 84],
    ['RN3', 'Acute', 179, 84],
    ['RRJ', 'Acute', 120, 77],
    ['QOX', 'Integrated care board', 201, 72],
  ] as const)('have the overall score of %s as %s %i/%i', (code, setting, part, whole) => {
    const row = rowsOf(setting, 2025).find((each) => each.code === code);
    expect(row?.scores[OVERALL]).toBe(String(Number((part / whole).toFixed(6))));
  });
});

/** How many domains each pillar has; several where the publication does not settle it. */
const domains: Readonly<Record<Setting, readonly (readonly number[])[]>> = {
  Acute: [[4], [17, 18, 19], [4], [4], [7], [5], [5]],
  Community: [[4], [17, 18, 19], [4], [4], [7], [5], [5]],
  'Mental health': [[4], [16, 17, 18], [4], [4], [7], [4], [5]],
  Ambulance: [[4], [9, 10, 11, 12, 13, 14, 15, 16, 17, 18], [4], [4], [2], [3], [4]],
  'Integrated care board': [[4], [4], [3], [2], [5], [4], [5]],
};

/** In tenths: whole answers from 1 to 5 over so many domains, halves upwards. */
function reachable(counts: readonly number[]): Set<number> {
  return new Set(
    counts.flatMap((count) =>
      Array.from({ length: 4 * count + 1 }, (_, above) => Math.floor((20 * (count + above) + count) / (2 * count))),
    ),
  );
}

describe('their arithmetic', () => {
  it('is that of whole answers from 1 to 5, but where a domain did not apply', () => {
    const others = settings.flatMap((setting) =>
      rowsOf(setting, 2025).flatMap((row) =>
        domains[setting].flatMap((counts, pillar) => {
          const tenths = Math.round(scoreOf(row, pillar) * 10);
          return reachable(counts).has(tenths) ? [] : [{ row, pillar, tenths, counts }];
        }),
      ),
    );
    expect(others.map(({ row, pillar }) => `${row.code} ${content.measures[pillar]}`).toSorted()).toEqual([
      'QGH Improve care',
      'QMF Improve care',
      'QOC Improve care',
      'QOP Improve care',
      'QOQ Empower people',
      'QRL Empower people',
      'QWO Improve care',
      'QWU Improve care',
      'QYG Empower people',
      'RVJ Healthy populations',
      'RXR Healthy populations',
      'RXR Healthy populations',
    ]);
    expect(others.every(({ tenths, counts }) => reachable(counts.map((count) => count - 1)).has(tenths))).toBe(true);
  });

  /** How many overall scores are such a fraction, to the six decimals that are kept. */
  const fractions = (setting: Setting, whole: number) =>
    [2024, 2025]
      .flatMap((year) => rowsOf(setting, year))
      .filter((row) => Math.abs(Math.round(scoreOf(row, OVERALL) * whole) / whole - scoreOf(row, OVERALL)) < 0.00000051)
      .length;

  it('makes an overall score the mean of the means of seven pillars, six for boards', () => {
    // 12 comparable domains, or 11 where one did not apply: 7 x 12, and 7 x 12 x 11.
    expect([fractions('Acute', 84), fractions('Acute', 924)]).toEqual([256, 268]);
    expect([fractions('Community', 84), fractions('Community', 924)]).toEqual([149, 173]);
    // 11 domains of one pillar, 1 or 3 of the others: 7 x 33.
    expect(fractions('Mental health', 231)).toBe(92);
    expect(fractions('Ambulance', 126)).toBe(22);
    expect(fractions('Integrated care board', 72)).toBe(83);
  });
});
