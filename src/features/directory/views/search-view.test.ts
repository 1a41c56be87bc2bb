import { describe, expect, it } from 'vitest';
import type { ProgrammePack } from '../../programme/index.ts';
import type { FoundArea } from '../area-repository.ts';
import { readDay } from '../as-at.ts';
import type { AreaRef } from '../directory.ts';
import type { OrganisationRow } from '../directory-repository.ts';
import { searchResult } from './search-view.ts';

const pack = {
  positionOn: '2016-06-30',
  areaKinds: [
    { id: 'stp', label: 'STP area', labelPlural: 'STP areas' },
    { id: 'footprint', label: 'Footprint', labelPlural: 'Footprints' },
  ],
  organisationTypes: [{ id: 'ccg', label: 'CCG', labelPlural: 'CCGs', assessed: false, careSetting: null }],
} as unknown as ProgrammePack;
const context = { pack, day: readDay({}, pack) };

const area = (kind: string, name: string): AreaRef => ({
  areaId: `${kind}:${name}`,
  kind,
  code: `${name.slice(0, 2).toLowerCase()}`,
  name,
  slug: name.toLowerCase(),
});
const found = (kind: string, name: string, ...stps: string[]): FoundArea => ({
  ...area(kind, name),
  stps: stps.map((stp) => area('stp', stp)),
});
const organisation = (code: string, name: string, more: Partial<OrganisationRow> = {}): OrganisationRow => ({
  organisationId: code,
  code,
  name,
  typeId: 'ccg',
  regions: [],
  stps: [],
  footprints: [],
  sourceId: 'register',
  total: 1,
  ...more,
});

describe('searchResult', () => {
  it('puts an exact code first and does not repeat it', () => {
    const rows = [organisation('02X', 'NHS Vale CCG'), organisation('02Y', 'NHS 02X Friends CCG')];
    const { exact, groups } = searchResult('02x', [], rows, context);
    expect(exact.map(({ title }) => title)).toEqual(['NHS Vale CCG']);
    expect(groups).toMatchObject([{ heading: 'Organisations', hits: [{ title: 'NHS 02X Friends CCG' }] }]);
  });

  it('puts an exact name first, whatever its kind', () => {
    const { exact, groups } = searchResult(
      'vale',
      [found('footprint', 'Vale', 'Moors'), found('stp', 'Great Vale')],
      [],
      context,
    );
    expect(exact).toEqual([{ href: '/footprints/vale', title: 'Vale', text: 'Footprint · In Moors' }]);
    expect(groups.map(({ heading }) => heading)).toEqual(['STP areas and regions']);
  });

  it('leads from an organisation to its footprint and STP area, and says why', () => {
    const row = organisation('02X', 'NHS Vale CCG', {
      footprints: [area('footprint', 'Northvale')],
      stps: [area('stp', 'Moors')],
    });
    const { groups } = searchResult('vale ccg', [], [row], context);
    expect(groups[0]).toEqual({
      heading: 'Footprints',
      hits: [{ href: '/footprints/northvale', title: 'Northvale', text: 'Footprint of NHS Vale CCG' }],
    });
    expect(groups[1]?.hits[0]?.text).toBe('STP area of NHS Vale CCG');
    expect(groups[2]?.hits[0]?.text).toBe('02X · CCG · Footprint: Northvale');
  });

  it('shows an area once, and leads nowhere from a crowd of organisations', () => {
    const inVale = { footprints: [area('footprint', 'Vale End')] };
    const few = [organisation('1', 'A', inVale), organisation('2', 'B', inVale)];
    expect(searchResult('x', [found('footprint', 'Vale End')], few, context).groups[0]?.hits).toHaveLength(1);
    const crowd = Array.from({ length: 11 }, (_, index) => organisation(`${index}`, `Trust ${index}`, inVale));
    expect(searchResult('trust', [], crowd, context).groups.map(({ heading }) => heading)).toEqual(['Organisations']);
  });

  it('says so where the footprint of a CCG is not recorded', () => {
    const { groups } = searchResult('x', [], [organisation('9', 'NHS Lone CCG')], context);
    expect(groups[0]?.hits[0]?.text).toBe('9 · CCG · Footprint not recorded');
  });
});
