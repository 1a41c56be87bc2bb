import { describe, expect, it } from 'vitest';
import { readDay } from '../../directory/as-at.ts';
import type { Footprint } from '../../directory/directory.ts';
import type { MapStage } from '../drawing/map-stages.ts';
import type { MappedArea } from '../drawing/mapped-area-repository.ts';
import { stpMap } from './stp-map.ts';

const day = readDay({}, { pack: { positionOn: '2016-06-30' }, clock: () => new Date('2016-06-30T12:00:00Z') });
const area = (code: string): MappedArea => ({
  areaId: `stp:${code}`,
  kind: 'stp',
  code,
  name: `Area ${code}`,
  slug: code,
  column: 0,
  row: 0,
  orientation: 'pointed',
  sourceId: 'project',
});
const footprint = (slug: string, ...stps: string[]) =>
  ({ areaId: `footprint:${slug}`, slug, name: slug, stps: stps.map(area) }) as unknown as Footprint;
const stage = (step: MapStage['step'], label: string): MapStage => ({ step, label, illustrative: false });

describe('stpMap', () => {
  const known = new Map([
    ['footprint:a', stage(1, 'In preparation')],
    ['footprint:b', stage(4, 'Published')],
  ]);
  const stages = { all: [], of: (id: string) => known.get(id) ?? stage(0, 'No roadmap recorded') };
  const [one, two, three] = stpMap(
    [area('1'), area('2'), area('3')],
    [footprint('a', '1'), footprint('b', '1'), footprint('c', '1', '2')],
    stages,
    day,
  );

  it('shows an STP by the footprint that has come furthest', () => {
    expect(one?.cell).toMatchObject({
      step: 4,
      words: 'Area 1: 3 footprints, furthest published',
      href: '/areas/stp/1',
    });
  });

  it('has a footprint that spans two STPs in both, with no roadmap recorded where nothing is known of it', () => {
    expect(one?.footprints.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(two?.cell).toMatchObject({ step: 0, words: 'Area 2: 1 footprint, no roadmap recorded' });
  });

  it('says so where no footprint is recorded', () => {
    expect(three).toMatchObject({ furthest: null, cell: { step: null, words: 'Area 3: no footprint recorded' } });
  });
});
