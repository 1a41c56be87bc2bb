import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureCells, fixtureRows } from '../../directory/testing/fixture-files.ts';
import type { SuccessionLink } from './succession.ts';
import { endsOf, indexByPredecessor, walkIndexed, walkSuccession } from './walk-succession.ts';

function link(predecessorId: string, successorId: string | null, effectiveOn: string): SuccessionLink {
  return { predecessorId, successorId, effectiveOn };
}

const days = { from: '2016-02-01', until: '2023-04-01' };

describe('walkSuccession', () => {
  it('stays where nothing happened', () => {
    expect(walkSuccession([], 'A', days)).toEqual([{ steps: ['A'], end: 'A' }]);
  });

  it('follows mergers one after the other', () => {
    const links = [link('A', 'M', '2018-04-01'), link('B', 'M', '2018-04-01'), link('M', 'N', '2021-04-01')];
    expect(walkSuccession(links, 'A', days)).toEqual([{ steps: ['A', 'M', 'N'], end: 'N' }]);
  });

  it('leaves out what came before the first day and after the last', () => {
    const links = [link('A', 'X', '2016-02-01'), link('A', 'M', '2023-04-01'), link('M', 'N', '2023-04-02')];
    expect(walkSuccession(links, 'A', days)).toEqual([{ steps: ['A', 'M'], end: 'M' }]);
  });

  it('gives every way out of a split', () => {
    const links = [link('A', 'X', '2017-04-01'), link('A', 'Y', '2017-04-01'), link('Y', null, '2019-04-01')];
    expect(walkSuccession(links, 'A', days)).toEqual([
      { steps: ['A', 'X'], end: 'X' },
      { steps: ['A', 'Y'], end: null },
    ]);
    expect(endsOf(walkSuccession(links, 'A', days))).toEqual(['X']);
  });

  it('goes on beside what it gave a part to, and can give again', () => {
    const links = [
      link('A', 'A', '2017-04-01'),
      link('A', 'B', '2017-04-01'),
      link('A', 'A', '2018-04-01'),
      link('A', 'C', '2018-04-01'),
    ];
    expect(endsOf(walkSuccession(links, 'A', days))).toEqual(['A', 'B', 'C']);
    expect(walkSuccession(links, 'A', days).map(({ steps }) => steps.join('>'))).toEqual(['A', 'A>B', 'A>C']);
  });

  it('comes to an end whatever the links, circles included', () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D');
    const day = fc.constantFrom('2017-04-01', '2018-04-01', '2019-04-01', '2020-04-01');
    const links = fc.array(fc.record({ predecessorId: id, successorId: fc.option(id), effectiveOn: day }), {
      maxLength: 16,
    });
    fc.assert(
      fc.property(links, id, (some, start) => {
        const paths = walkSuccession(some, start, days);
        expect(paths.length).toBeGreaterThan(0);
        expect(paths.every(({ steps }) => steps[0] === start)).toBe(true);
      }),
    );
  });
});

describe('CCGs of February 2016, followed to April 2023', () => {
  const links = fixtureRows('ods/successors_2022.csv').map((row) =>
    link(row.old_code ?? '', row.new_code ?? null, row.date ?? ''),
  );

  it('end where the published lookups place them, every one', () => {
    const open = fixtureCells('ods/2016-02/eccg.csv').filter((row) => row[13] === 'C' && row[11] === '');
    expect(open).toHaveLength(30);
    const index = indexByPredecessor(links);
    const locations = new Map(fixtureCells('ods/2023/eccg.csv').map((row) => [row[0], row]));
    const areas = new Map(fixtureRows('lookups/sicbl23_icb23_region23.csv').map((row) => [row.SICBL23CDH, row]));

    const walked = open.map(([code = '', name = '']) => {
      const paths = walkIndexed(index, code, { from: '2016-02-29', until: '2023-04-01' });
      const location = paths[0]?.end ?? '';
      const place = areas.get(location);
      // The file of 2023 states region and board of the location as well; they must agree with the lookup.
      expect([locations.get(location)?.[2], locations.get(location)?.[3]]).toEqual([
        place?.NHSER23CDH,
        place?.ICB23CDH,
      ]);
      return {
        code,
        name,
        path: paths[0]?.steps.join('>'),
        has_several: endsOf(paths).length > 1 ? '1' : '0',
        location,
        location_ons: place?.SICBL23CD,
        board: place?.ICB23CDH,
        board_ons: place?.ICB23CD,
        board_name: place?.ICB23NM,
        region: place?.NHSER23CDH,
        region_name: place?.NHSER23NM,
      };
    });

    const byCode = (one: { code?: string }, other: { code?: string }) =>
      (one.code ?? '').localeCompare(other.code ?? '');
    expect(walked.toSorted(byCode)).toEqual(fixtureRows('lookups/ccgs-2016-to-2023.csv').toSorted(byCode));
  });
});
