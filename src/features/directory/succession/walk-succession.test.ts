import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
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

const data = projectFolder('..', 'shared', 'data');
const hasData = existsSync(data);

/** Rows of a file of the public data, without its header where it has one. */
function rowsOf(file: string, hasHeader: boolean): string[][] {
  const rows: string[][] = parse(readFileSync(`${data}/${file}`), { bom: true, relax_column_count: true });
  return hasHeader ? rows.slice(1) : rows;
}

describe.skipIf(!hasData)(
  'the CCGs of February 2016, followed to April 2023 (skipped where the files are not at hand)',
  () => {
    const links = hasData
      ? rowsOf('ods/successors_2022.csv', true).map(([old = '', successor = '', on = '']) => link(old, successor, on))
      : [];

    it('end where the published lookups place them, every one', () => {
      const open = rowsOf('ods/2016-02/eccg.csv', false).filter((row) => row[13] === 'C' && row[11] === '');
      expect(open).toHaveLength(209);
      const index = indexByPredecessor(links);
      const locations = new Map(rowsOf('ods/2023/eccg.csv', false).map((row) => [row[0], row]));
      const areas = new Map(rowsOf('lookups/sicbl23_icb23_region23.csv', true).map((row) => [row[1], row]));
      const expected = rowsOf('lookups/ccg2016_to_icb2023_derived.csv', true);

      const walked = open.map(([code = '', name = '']) => {
        const paths = walkIndexed(index, code, { from: '2016-02-29', until: '2023-04-01' });
        const location = paths[0]?.end ?? '';
        const place = areas.get(location) ?? [];
        // The file of 2023 states region and board of the location as well; they must agree with the lookup.
        expect([locations.get(location)?.[2], locations.get(location)?.[3]]).toEqual([place[7], place[4]]);
        const several = endsOf(paths).length > 1 ? '1' : '0';
        return [
          code,
          name,
          paths[0]?.steps.join('>'),
          several,
          location,
          place[0],
          place[4],
          place[3],
          place[5],
          place[7],
          place[8],
        ];
      });

      const stated = expected.map(([code, name, , ...rest]) => [code, name, ...rest]);
      expect(walked.toSorted()).toEqual(stated.toSorted());
    });
  },
);
