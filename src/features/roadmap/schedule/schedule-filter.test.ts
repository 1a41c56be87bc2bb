import { expect, it } from 'vitest';
import { isChosen, isFiltered, parseScheduleFilter } from './schedule-filter.ts';

const row = { groupId: 'records', organisationCodes: ['XN2'], status: 'planned', supports: ['A'] } as const;
const everywhere = { ...row, organisationCodes: [] };
const chosen = (asked: object, of: Parameters<typeof isChosen>[0] = row) => isChosen(of, parseScheduleFilter(asked));

it('shows everything where nothing that makes sense is asked', () => {
  const filter = parseScheduleFilter({ by: 'colour', group: '', organisation: ['a', 'b'], status: 'lost' });
  expect(filter).toEqual({ by: 'group', group: null, organisation: null, status: null, capability: null });
  expect(isFiltered(filter)).toBe(false);
  expect(parseScheduleFilter(undefined)).toEqual(filter);
  expect(chosen({})).toBe(true);
});

it('narrows by group, status and capability', () => {
  expect(chosen({ group: 'records', status: 'planned', capability: 'A' })).toBe(true);
  expect(chosen({ group: 'medicines' })).toBe(false);
  expect(chosen({ status: 'live' })).toBe(false);
  expect(chosen({ capability: 'B' })).toBe(false);
});

it('counts what is for the whole footprint to each organisation', () => {
  expect(chosen({ organisation: 'XN2' })).toBe(true);
  expect(chosen({ organisation: 'XN3' })).toBe(false);
  expect(chosen({ organisation: 'XN3' }, everywhere)).toBe(true);
});
