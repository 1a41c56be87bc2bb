import { describe, expect, it } from 'vitest';
import type { AreaRef, CommissionerPlace, Footprint } from '../directory.ts';
import type { FootprintStage } from '../directory-reads.ts';
import { filterQuery, footprintFilter, footprintRows, unrecordedByStp } from './footprint-list.ts';

const area = (kind: string, code: string): AreaRef => ({
  areaId: `${kind}:${code}`,
  kind,
  code,
  name: `${kind} ${code}`,
  slug: code,
});
const footprint = (slug: string, region: string, ...stps: string[]) =>
  ({
    ...area('footprint', slug),
    name: slug,
    regions: [area('region', region)],
    stps: stps.map((stp) => area('stp', stp)),
  }) as unknown as Footprint;
const member = (slug: string, name: string, code: string) => ({ footprintId: `footprint:${slug}`, name, code });

const footprints = [
  footprint('Avon', 'Y57', 'E1'),
  footprint('Borders', 'Y57', 'E1', 'E2'),
  footprint('Coast', 'Y54', 'E3'),
];
const members = [
  member('Coast', "Queen's Hospital", 'RQX'),
  member('Coast', 'Coast CCG', '09Z'),
  member('Avon', 'Avon CCG', '01A'),
];
const stages = new Map<string, FootprintStage>([
  ['footprint:Borders', { stage: 'published', reason: '', illustrative: true }],
]);

function found(query: Record<string, unknown>): string[] {
  return footprintRows(footprints, members, stages, footprintFilter(query)).map((row) => row.footprint.name);
}

describe('the list of footprints', () => {
  it.each([
    [{}, ['Avon', 'Borders', 'Coast']],
    [{ q: 'coa' }, ['Coast']],
    [{ q: 'queens' }, ['Coast']],
    [{ q: 'rqx' }, ['Coast']],
    [{ q: 'stp e2' }, ['Borders']],
    [{ q: '%' }, []],
    [{ region: 'Y57' }, ['Avon', 'Borders']],
    [{ stp: 'E2' }, ['Borders']],
    [{ stage: 'published' }, ['Borders']],
    [{ stage: 'not-started' }, ['Avon', 'Coast']],
    [{ region: 'nowhere' }, []],
    [{ sort: 'organisations' }, ['Coast', 'Avon', 'Borders']],
    [{ sort: 'stage' }, ['Borders', 'Avon', 'Coast']],
    [{ sort: 'toString' }, ['Avon', 'Borders', 'Coast']],
  ])('%j finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('keeps the filter in the address', () => {
    const filter = footprintFilter({ q: ' coast ', region: 'Y54', sort: 'stage' });
    expect(footprintFilter(filterQuery(filter))).toEqual(filter);
  });
});

describe('unrecordedByStp', () => {
  const ccg = (code: string, hasFootprint: boolean, ...stps: string[]) =>
    ({ code, hasFootprint, stps: stps.map((stp) => area('stp', stp)) }) as unknown as CommissionerPlace;

  it('counts a CCG in two STPs in both, and leaves out STPs where every CCG is recorded', () => {
    expect(unrecordedByStp([ccg('a', false, 'E2', 'E1'), ccg('b', true, 'E1'), ccg('c', true, 'E3')])).toEqual([
      { code: 'E1', name: 'stp E1', ccgCount: 2, unrecordedCount: 1 },
      { code: 'E2', name: 'stp E2', ccgCount: 1, unrecordedCount: 1 },
    ]);
  });
});
