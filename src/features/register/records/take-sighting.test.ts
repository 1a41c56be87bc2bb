import { describe, expect, it } from 'vitest';
import type { OrganisationHistory } from './organisation-history.ts';
import { takeSighting } from './take-sighting.ts';
import { nothingKnown, type SightingChange, sighting, types } from './testing.fixture.ts';

const code = 'A81001';

function taken(holders: readonly OrganisationHistory[], on: string, change: SightingChange = {}) {
  const { history, differences } = takeSighting(holders, code, sighting(on, change), types);
  return {
    history,
    lines: differences.map(
      ({ kind, before, after, isPast }) => `${kind}: ${before} -> ${after}${isPast ? ' (past)' : ''}`,
    ),
  };
}

const known = taken([], '2016-02-29').history;

describe('what a source changes', () => {
  it('is that someone is new', () => {
    expect(taken([], '2016-02-29')).toEqual({
      history: { ...known, organisationId: code },
      lines: ['added:  -> 2001-04-01 to now'],
    });
  });

  it('is nothing when it says what is known, in other capitals', () => {
    expect(taken([known], '2017-02-28', { facts: { name: 'VALE  SURGERY' } }).lines).toEqual([]);
  });

  it('is a new name, a move, a closure, each in a line', () => {
    const change = { endedOn: '2020-04-01', facts: { name: 'Hill Surgery', postcode: 'VA2 2BB' } };
    expect(taken([known], '2023-12-31', change).lines).toEqual([
      'renamed: Vale Surgery -> Hill Surgery',
      'moved: 1 High Street, Valetown, VA1 1AA -> 1 High Street, Valetown, VA2 2BB',
      'closed:  -> 2020-03-31',
    ]);
  });

  it('is marked as of the past when a newer source is known', () => {
    expect(taken([known], '2010-01-01', { facts: { name: 'Dale Surgery' } }).lines).toEqual([
      'renamed: Vale Surgery -> Dale Surgery (past)',
    ]);
  });

  it('is another meaning of the same code', () => {
    const ccg = takeSighting([], code, sighting('2016-02-29', { facts: { typeId: 'ccg' } }), types).history;
    expect(taken([ccg], '2023-12-31', { facts: { typeId: 'sub-location' } }).lines).toEqual([
      'retyped: ccg -> sub-location',
    ]);
  });
});

describe('a code that turns up after its holder was closed', () => {
  const closed = taken([known], '2019-12-31', { endedOn: '2019-04-01' }).history;
  const later = { openedOn: '2021-04-01' };

  it('under the same name, is the holder opened again', () => {
    const { history, lines } = taken([closed], '2023-12-31', later);
    expect(history.organisationId).toBe(code);
    expect(history.lives).toHaveLength(2);
    expect(lines).toEqual(['reopened: Vale Surgery, 2001-04-01 to 2019-03-31 -> 2021-04-01 to now']);
  });

  it('under another name, is someone else with an id of its own', () => {
    const { history, lines } = taken([closed], '2023-12-31', { ...later, facts: { name: 'Lake Clinic' } });
    expect(history).toMatchObject({ organisationId: 'A81001@2021-04-01', code });
    expect(history.lives).toHaveLength(1);
    expect(lines).toEqual(['reissued: Vale Surgery, 2001-04-01 to 2019-03-31 -> 2021-04-01 to now']);
    expect(
      taken([closed, history], '2024-12-31', { ...later, facts: { name: 'Lake Clinic' } }).history.organisationId,
    ).toBe('A81001@2021-04-01');
  });
});

it('knows nothing of a code that nobody held', () => {
  expect(nothingKnown.lives).toEqual([]);
});
