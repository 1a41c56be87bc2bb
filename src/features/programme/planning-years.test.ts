import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packOfRound, planningYears, yearCounts } from './planning-years.ts';
import { getRound } from './programme-lookups.ts';
import { readProgrammePack } from './read-programme-pack.ts';
import type { Round } from './round.ts';

const pack = await readProgrammePack(join(import.meta.dirname, '../../../programmes/england-ldr'));
const counts = yearCounts(pack);
const own = getRound(pack, 'ldr-2016');
const { targetYears, ambitionYears, planQuarters, deploymentYears } = pack.roadmapTemplate;

describe('the years of a planning round', () => {
  it('are those that the pack says for the round of 2016', () => {
    const says = { targetYears, ambitionYears, planQuarters, deploymentYears };
    expect(planningYears(own.dueOn, counts)).toEqual(says);
  });

  it.each([
    ['2026-12-31', '2026-27', '2026-27-q4', 5],
    ['2027-03-31', '2026-27', '2027-28-q1', 4],
    ['2027-04-01', '2027-28', '2027-28-q2', 7],
    ['2099-06-30', '2099-00', '2099-00-q2', 7],
  ])('due on %s begin with %s and its quarters with %s', (dueOn, year, quarter, quarters) => {
    const years = planningYears(dueOn, counts);
    expect(years.targetYears[0]?.id).toBe(year);
    expect(years.planQuarters[0]?.id).toBe(quarter);
    expect(years.planQuarters).toHaveLength(quarters);
  });

  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const count = fc.integer({ min: 1, max: 8 });
  const anyCounts = fc.record({ targets: count, ambitions: count, deployments: count });

  it('hold the deadline in the first, follow one another, and are named once each', () => {
    fc.assert(
      fc.property(day, anyCounts, (dueOn, asked) => {
        const years = planningYears(dueOn, asked);
        for (const [list, length] of [
          [years.targetYears, asked.targets],
          [years.ambitionYears, asked.ambitions],
          [years.deploymentYears, asked.deployments],
        ] as const) {
          const ends = list.map(({ endsOn }) => endsOn);
          expect(ends).toHaveLength(length);
          expect(ends[0] ?? '').toMatch(/-03-31$/);
          expect(dueOn <= (ends[0] ?? '')).toBe(true);
          expect(dueOn > `${Number((ends[0] ?? '').slice(0, 4)) - 1}-03-31`).toBe(true);
          expect(ends.map((end, index) => Number(end.slice(0, 4)) - index)).toEqual(
            ends.map(() => Number((ends[0] ?? '').slice(0, 4))),
          );
          expect(new Set(list.map(({ id }) => id)).size).toBe(length);
        }
      }),
    );
  });

  it('have quarters that all begin after the deadline, one after the other, up to the last year of ambitions', () => {
    fc.assert(
      fc.property(day, anyCounts, (dueOn, asked) => {
        const { planQuarters: quarters, ambitionYears: ambitions } = planningYears(dueOn, asked);
        const begins = quarters.map(({ id }) => beginOf(id));
        expect(begins[0] !== undefined && begins[0] > dueOn).toBe(true);
        expect(begins).toEqual(begins.toSorted());
        expect(new Set(begins).size).toBe(begins.length);
        const [last = ''] = begins.slice(-1);
        const ended = ambitions.at(-1)?.endsOn ?? '';
        expect(
          last > dueOn && (last < ended ? last.slice(0, 7) === `${ended.slice(0, 4)}-01` : begins.length === 1),
        ).toBe(true);
      }),
    );
  });

  /** The first day of a quarter, by its id. */
  function beginOf(id: string): string {
    const [year, quarter] = [Number(id.slice(0, 4)), Number(id.slice(-1))];
    return quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(3 * quarter + 1).padStart(2, '0')}-01`;
  }
});

describe('the programme of a round', () => {
  const planned: Round = { ...own, id: 'later', isPlannedHere: true, opensOn: '2026-12-01', dueOn: '2027-03-31' };
  const both = { ...pack, rounds: [...pack.rounds, planned] };

  it('is the pack itself for a round of the pack', () => {
    expect(packOfRound(both, own.id)).toBe(both);
  });

  it('has the years of a round that was planned on screen, whatever was extended, and nothing else of its own', () => {
    const onRecord = { number: 1, reason: 'Late', at: new Date(0), by: 'Pat' };
    const extended: Round = {
      ...planned,
      steps: [{ kind: 'extend', scope: { kind: 'all', id: '', name: '' }, dueOn: '2028-01-01', ...onRecord }],
    };
    const of = packOfRound({ ...pack, rounds: [...pack.rounds, extended] }, 'later');
    expect(of.roadmapTemplate.targetYears.map(({ id }) => id)).toEqual(['2026-27', '2027-28', '2028-29']);
    expect({ ...of.roadmapTemplate, ...planningYears(own.dueOn, counts) }).toEqual(pack.roadmapTemplate);
    expect(packOfRound(of, 'later')).toEqual(of);
  });
});
