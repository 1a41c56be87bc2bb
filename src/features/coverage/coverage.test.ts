import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverageRow, daysLate, inPlaces, tallyWaits, waitOf } from './coverage.ts';

const area = (kind: string, code: string) => ({ areaId: `${kind}:${code}`, kind, code, name: code, slug: code });

function setting(careSetting: string) {
  return { careSetting, state: 'not-started' as const, submittedAt: null, isCorrected: false, answered: 0, total: 10 };
}

function row(change: Partial<CoverageRow> = {}): CoverageRow {
  return {
    organisationId: 'RAA',
    code: 'RAA',
    name: 'A trust',
    settings: [setting('acute')],
    regions: [area('region', 'Y54')],
    stps: [area('stp', 'E1')],
    footprints: [area('footprint', 'here')],
    dueOn: '2016-01-15',
    state: 'not-started',
    submittedOn: null,
    answered: 0,
    total: 10,
    coordinators: ['Ann'],
    answerers: ['Ann'],
    signers: ['Sue'],
    ...change,
  };
}

describe('what an assessment waits for', () => {
  it.each([
    ['not-started', ['Ann'], ['Sue'], 'not-begun'],
    ['not-started', [], ['Sue'], 'not-begun'],
    ['not-started', ['Ann'], [], 'nobody-to-sign'],
    ['not-started', [], [], 'nobody-to-answer'],
    ['in-progress', ['Ann'], ['Sue'], 'being-answered'],
    ['in-progress', ['Ann'], [], 'nobody-to-sign'],
    ['in-progress', [], [], 'nobody-to-answer'],
    ['awaiting-authorisation', [], ['Sue'], 'to-sign'],
    ['awaiting-authorisation', ['Ann'], [], 'nobody-to-sign'],
    ['submitted', [], [], 'submitted'],
  ] as const)('%s, answered by %j, signed by %j: %s', (state, answerers, signers, wait) => {
    expect(waitOf({ state, answerers, signers })).toBe(wait);
  });
});

it.each([
  [null, null],
  ['2016-01-14', 0],
  ['2016-01-15', 0],
  ['2016-01-18', 3],
])('what is submitted on %j is %j days late', (submittedOn, late) => {
  expect(daysLate({ submittedOn, dueOn: '2016-01-15' })).toBe(late);
});

const anything = fc.record({
  state: fc.constantFrom(
    'not-started' as const,
    'in-progress' as const,
    'awaiting-authorisation' as const,
    'submitted' as const,
  ),
  answerers: fc.subarray(['Ann']),
  signers: fc.subarray(['Sue']),
  settings: fc.constantFrom('acute', 'mental-health').map((each) => [setting(each)]),
  regions: fc.subarray([area('region', 'Y54'), area('region', 'Y55')]),
  footprints: fc.subarray([area('footprint', 'here'), area('footprint', 'there')]),
});

describe('a list of providers', () => {
  it('counts each once, whatever it waits for', () => {
    fc.assert(
      fc.property(fc.array(anything), (rows) => {
        const counts = tallyWaits(rows.map(row)).map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        expect(counts.every((count) => count > 0)).toBe(true);
      }),
    );
  });

  it('is parted by its care settings, and narrowed by region and footprint alike', () => {
    fc.assert(
      fc.property(fc.array(anything), (rows) => {
        const all = rows.map(row);
        const none = { find: '', region: '', area: '', careSetting: '', footprint: '', wait: '' } as const;
        const parts = ['acute', 'mental-health'].map((careSetting) => inPlaces(all, { ...none, careSetting }).length);
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(all.length);
        const here = inPlaces(all, { ...none, region: 'Y54', footprint: 'here' });
        expect(inPlaces(all, { ...none, area: 'E1' })).toHaveLength(all.length);
        expect(inPlaces(all, { ...none, area: 'E2' })).toEqual([]);
        expect(here).toEqual(inPlaces(inPlaces(all, { ...none, region: 'Y54' }), { ...none, footprint: 'here' }));
      }),
    );
  });
});
