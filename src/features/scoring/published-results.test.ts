import { beforeAll, describe, expect, it } from 'vitest';
import { rounded } from '../../platform/rounding.ts';
import { projectFolder } from '../../project-folder.ts';
import type { PublishedResult, ReleaseRows } from '../official-results/official-results.ts';
import { readShippedRows } from '../official-results/shipped-rows.ts';
import { scoreAssessment } from './score-assessment.ts';
import { answerAtLevel, instrumentOfPillars } from './testing/levelled-instrument.ts';

/*
 * Every score that NHS England published of 2024 and 2025 is come to again, from whole levels from 1 to 5 that give it. What the levels
 * of an organisation were is not public; that the engine and the rounding come to the published digits is what is tested.
 */

const PILLARS = 7;
const OVERALL = 7;

/** How many domains each pillar has, or may have where the publication leaves more than one number; one fewer where one did not apply. */
const domains: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Acute: [[4], [18, 17, 19], [4], [4], [7], [5], [5]],
  Community: [[4], [18, 17, 19], [4], [4], [7], [5], [5]],
  'Mental health': [[4], [17, 16, 18], [4], [4], [7], [4], [5]],
  Ambulance: [[4], [14, 9, 10, 11, 12, 13, 15, 16, 17, 18], [4], [4], [2], [3], [4]],
  'Integrated care board': [[4], [4], [3], [2], [5], [4], [5]],
};

/**
 * The whole numbers of which an overall score is a part: pillars times a common number of their comparable domains, the usual one first.
 * The last are those of the few with five or ten comparable domains in one pillar, and three or four in others.
 */
const wholes: Readonly<Record<string, readonly number[]>> = {
  Acute: [84, 924],
  Community: [84, 924, 420],
  'Mental health': [231, 420],
  Ambulance: [126],
  'Integrated care board': [72, 30],
};

let content: ReleaseRows;
beforeAll(async () => {
  content = await readShippedRows(projectFolder('reference', 'official-results'), {
    series: 'dma-2024-2025',
    version: 2,
  });
});

/** Levels that add up to so much, as even as they can be. */
const adding = (sum: number, count: number) =>
  Array.from({ length: count }, (_, index) => Math.floor(sum / count) + (index < sum % count ? 1 : 0));

function scoreOf(pillars: readonly (readonly number[])[]) {
  const ids = pillars.map((_, index) => `p${index}x`);
  const counts = Object.fromEntries(pillars.map((levels, index) => [ids[index] ?? '', levels.length]));
  const given = pillars.flatMap((levels, index) =>
    levels.map((level, place) => answerAtLevel(`${ids[index]}${place + 1}`, level)),
  );
  return scoreAssessment(instrumentOfPillars(counts), 'acute', given);
}

/** Levels whose mean is printed as this number of tenths; undefined where none of the numbers of domains allows it. */
function levelsPrinting(tenths: number, counts: readonly number[]): number[] | undefined {
  return [...counts, ...counts.map((count) => count - 1)].flatMap((count) => {
    // The least sum that is rounded to it, halves upwards.
    const sum = Math.ceil((count * (2 * tenths - 1)) / 20);
    const isPrinted = sum >= count && sum <= 5 * count && 20 * sum < count * (2 * tenths + 1);
    return isPrinted ? [adding(sum, count)] : [];
  })[0];
}

const published = ({ scores }: PublishedResult, measure: number) => Number(scores[measure] ?? Number.NaN);

describe('what was published of 2024 and 2025', () => {
  it('is come to in every pillar of every organisation, printed to one decimal place', () => {
    const rows = content.rows.filter(({ year }) => year === 2025);
    const missed = rows.flatMap((row) => {
      const tenths = Array.from({ length: PILLARS }, (_, pillar) => Math.round(published(row, pillar) * 10));
      const levels = tenths.map((each, pillar) => levelsPrinting(each, domains[row.careSetting]?.[pillar] ?? []) ?? []);
      const score = scoreOf(levels);
      return score.themes.flatMap((theme, pillar) =>
        theme.score !== null && rounded(theme.score, 1) === published(row, pillar) ? [] : [`${row.code} ${pillar}`],
      );
    });
    expect([rows.length * PILLARS, missed]).toEqual([2289, []]);
  });

  it('is come to in every overall score, each a mean of seven pillars or of six, to all six digits that are kept', () => {
    const isPart = (row: PublishedResult, whole: number) =>
      Math.abs(Math.round(published(row, OVERALL) * whole) / whole - published(row, OVERALL)) < 0.00000051;
    const told = content.rows.flatMap((row) =>
      (wholes[row.careSetting] ?? [])
        .filter((whole) => isPart(row, whole))
        .slice(0, 1)
        .map((whole) => ({ row, whole })),
    );
    const missed = told.filter(({ row, whole }) => {
      const pillars = row.careSetting === 'Integrated care board' ? 6 : PILLARS;
      const sums = adding(Math.round(published(row, OVERALL) * whole), pillars);
      const { score } = scoreOf(sums.map((sum) => adding(sum, whole / pillars))).overall;
      return Number(score?.toFixed(6)) !== published(row, OVERALL);
    });
    expect([told.length, missed]).toEqual([content.rows.length, []]);
    expect(told.filter(({ whole }) => [420, 30].includes(whole))).toHaveLength(16);
  });
});
