import { describe, expect, it } from 'vitest';
import { type AreaRef, type Footprint, sumPopulation } from '../../directory/index.ts';
import { publicStages, type StageOnDay } from '../../footprint-stage/index.ts';
import type { CommissionerPlace } from './commissioner-repository.ts';
import { footprintQueryParts, footprintRows, readFootprintsQuery, unrecordedByStp } from './footprint-list.ts';

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
const member = (slug: string, name: string, code: string) => ({
  footprintId: `footprint:${slug}`,
  isInside: true,
  name,
  code,
});

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
const stages = new Map<string, StageOnDay>([
  ['footprint:Borders', { stage: 'published', publicStage: publicStages[4], reason: '', illustrative: true }],
]);

const ccg = (value: number) =>
  sumPopulation([{ typeId: 'ccg', registeredPatients: { value, measuredOn: '2016-01-01', sourceId: 's' } }]);
const populations = new Map([
  ['footprint:Avon', ccg(300)],
  ['footprint:Coast', ccg(200)],
]);
const known = {
  regions: [area('region', 'Y54'), area('region', 'Y57')],
  stps: [area('stp', 'E1'), area('stp', 'E2'), area('stp', 'E3')],
};

function found(query: Record<string, unknown>): string[] {
  const asked = readFootprintsQuery(query, known);
  return footprintRows({ footprints, members, populations, stages }, asked.query).map((row) => row.footprint.name);
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
    [{ stage: 'not-recorded' }, ['Avon', 'Coast']],
    [{ sort: '-name' }, ['Coast', 'Borders', 'Avon']],
    [{ sort: 'region' }, ['Coast', 'Avon', 'Borders']],
    [{ sort: '-organisations' }, ['Coast', 'Avon', 'Borders']],
    [{ sort: 'organisations' }, ['Avon', 'Coast', 'Borders']],
    [{ sort: '-patients' }, ['Avon', 'Coast', 'Borders']],
    [{ sort: 'patients' }, ['Coast', 'Avon', 'Borders']],
    [{ sort: '-stage' }, ['Borders', 'Avon', 'Coast']],
  ])('%j finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('leaves out what nobody knows, and says so', () => {
    const query = { region: 'nowhere', sort: 'toString', size: '7', stage: 'done' };
    expect(found(query)).toEqual(['Avon', 'Borders', 'Coast']);
    const { refused } = readFootprintsQuery(query, known);
    expect(refused).toHaveLength(4);
    expect(refused[0]).toBe('“nowhere” is no region on this day: all regions are shown.');
  });

  it('understands an address that names a stage as it was named before', () => {
    const { query, refused } = readFootprintsQuery({ stage: 'under-review' }, known);
    expect([query.filter.stage, refused]).toEqual(['submitted', []]);
    expect(footprintQueryParts(query)).toMatchObject({ stage: 'submitted' });
  });

  it('keeps filter, order and size in the address', () => {
    const { query } = readFootprintsQuery({ q: ' coast ', region: 'Y54', sort: '-stage', size: '25' }, known);
    expect(readFootprintsQuery(footprintQueryParts(query), known).query).toEqual(query);
    expect(Object.values(footprintQueryParts(readFootprintsQuery({}, known).query)).join('')).toBe('');
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

it('counts no associate among the organisations of a footprint, and finds the footprint by it', () => {
  const associate = { ...member('Avon', 'Neighbour Trust', 'RZZ'), isInside: false };
  const { query } = readFootprintsQuery({ q: 'Neighbour' }, known);
  const facts = { footprints, members: [...members, associate], populations, stages };
  expect(footprintRows(facts, query).map(({ footprint, memberCount }) => [footprint.name, memberCount])).toEqual([
    ['Avon', 1],
  ]);
});
