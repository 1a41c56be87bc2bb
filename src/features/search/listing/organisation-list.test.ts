import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOrder } from './list-query.ts';
import { isOrganisationsFiltered, organisationQueryParts, readOrganisationsQuery } from './organisation-list.ts';

const known = { types: ['ccg', 'council'], regions: ['Y54'], stps: ['E1'], footprints: ['coast'] };

describe('readOrganisationsQuery', () => {
  it('is every open organisation by name when nothing is asked', () => {
    const { query, refused } = readOrganisationsQuery({}, known);
    expect(refused).toEqual([]);
    expect(query).toMatchObject({ sort: { by: 'name', descending: false }, size: 50, page: 1, after: '', before: '' });
    expect(query.filter.status).toBe('open');
    expect(isOrganisationsFiltered(query.filter)).toBe(false);
  });

  it('puts the closest first where words are looked for, unless told otherwise', () => {
    expect(readOrganisationsQuery({ q: 'hill' }, known).query.sort.by).toBe('closest');
    expect(readOrganisationsQuery({ q: 'hill', sort: 'name' }, known).query.sort.by).toBe('name');
  });

  it.each([
    ['type', 'planet', '“planet” is no type of organisation: all types are shown.'],
    ['region', 'y54', '“y54” is no region on this day: all regions are shown.'],
    ['footprint', 'atlantis', '“atlantis” is no footprint on this day: all are shown.'],
    ['status', 'asleep', '“asleep” is no status: those open are shown.'],
    ['sort', 'closest', '“closest” is no order of this list: it is in its usual one.'],
    ['size', '1000', '“1000” is no size of a page: 50 are shown.'],
  ])('leaves out an unknown %s, and says so', (name, value, sentence) => {
    const { query, refused } = readOrganisationsQuery({ [name]: value }, known);
    expect(refused).toEqual([sentence]);
    expect(query).toEqual(readOrganisationsQuery({}, known).query);
  });

  it('begins one way only', () => {
    const { query } = readOrganisationsQuery({ after: 'A1', before: 'B2', page: '3' }, known);
    expect([query.after, query.before, query.page]).toEqual(['A1', '', 3]);
  });

  it('reads back what it writes into an address', () => {
    const pick = (...values: string[]) => fc.constantFrom('', ...values);
    const asked = fc.record({
      q: pick('hill', 'two words'),
      type: pick('ccg'),
      region: pick('Y54'),
      stp: pick('E1'),
      footprint: pick('none', 'coast'),
      status: pick('closed', 'dormant'),
      commissioner: pick('02X'),
      sort: pick('name', '-name', 'code', '-type', '-patients'),
      size: pick('25', '50', '100'),
    });
    fc.assert(
      fc.property(asked, (form) => {
        const { query, refused } = readOrganisationsQuery(form, known);
        expect(refused).toEqual([]);
        expect(readOrganisationsQuery(organisationQueryParts(query), known).query).toEqual(query);
      }),
    );
  });
});

describe('nextOrder', () => {
  const byName = { by: 'name', descending: false };

  it.each([
    ['code', 'ascending', { by: 'code', descending: false }],
    ['patients', 'descending', { by: 'patients', descending: true }],
    ['name', 'ascending', { by: 'name', descending: true }],
  ] as const)('from names upwards, by %s, %s first', (by, first, order) => {
    expect(nextOrder<string>(byName, by, first)).toEqual(order);
  });
});
