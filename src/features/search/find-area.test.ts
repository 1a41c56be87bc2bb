import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaRef } from '../directory/directory.ts';
import { answerOf, type Lead, type LeadStrength, outwardCode, type Surroundings } from './find-area.ts';

const area = (name: string, kind = 'footprint'): AreaRef => ({
  areaId: `${kind}:${name}`,
  kind,
  code: name,
  name,
  slug: name,
});
const lead = (name: string, strength: LeadStrength, ...names: string[]): Lead => ({
  footprint: area(name),
  strength,
  count: names.length,
  names,
  through: [],
});
const nowhere: Surroundings = { stps: [], commissioners: [] };

describe('which footprint somebody means', () => {
  it('is the one that the surest lead points to, whatever the others say', () => {
    const named = lead('moor', 'named');
    expect(answerOf([lead('vale', 'nearby', 'A'), named, lead('vale', 'same-place', 'B')], nowhere, 1)).toEqual({
      kind: 'one',
      found: { footprint: area('moor'), leads: [named] },
      isLikelyOnly: false,
    });
  });

  it('is left to the person when equally sure leads part, the one with most organisations first', () => {
    const answer = answerOf(
      [lead('dale', 'member', 'A'), lead('vale', 'member', 'B'), lead('moor', 'member', 'C', 'D')],
      nowhere,
      4,
    );
    expect(answer.kind === 'several' && answer.found.map(({ footprint }) => footprint.name)).toEqual([
      'moor',
      'dale',
      'vale',
    ]);
  });

  it('is not in doubt because of one in which an organisation is an associate only', () => {
    expect(answerOf([lead('moor', 'associate', 'A'), lead('vale', 'member', 'A')], nowhere, 1)).toMatchObject({
      kind: 'one',
      found: { footprint: { name: 'vale' } },
    });
  });

  it('is not in doubt because of a few organisations beyond its border', () => {
    const many = { ...lead('vale', 'same-place'), count: 46 };
    expect(answerOf([lead('moor', 'same-place', 'A'), many], nowhere, 1)).toMatchObject({
      kind: 'one',
      found: { footprint: { name: 'vale' } },
    });
  });

  it.each([
    ['named', false],
    ['commissioned', false],
    ['same-postcode', false],
    ['part-named', true],
    ['same-place', true],
    ['nearby', true],
    ['same-postcode-area', true],
  ] as const)('%s: is only likely: %s', (strength, isLikelyOnly) => {
    expect(answerOf([lead('vale', strength, 'A')], nowhere, 1)).toMatchObject({ kind: 'one', isLikelyOnly });
  });

  it('is only likely when some of the organisations named lead nowhere', () => {
    expect(answerOf([lead('vale', 'member', 'A')], nowhere, 2)).toMatchObject({ kind: 'one', isLikelyOnly: true });
  });

  it('is not recorded where only the surroundings are known, and unknown where nothing is', () => {
    const stps = [area('Dales', 'stp')];
    expect(answerOf([], { stps, commissioners: [] }, 1)).toEqual({ kind: 'unrecorded', stps, commissioners: [] });
    expect(answerOf([], nowhere, 1)).toEqual({ kind: 'unknown' });
  });

  it('does not depend on the order of the leads', () => {
    const anyLead = fc
      .tuple(fc.constantFrom('vale', 'moor', 'dale'), fc.constantFrom<LeadStrength[]>('member', 'same-place', 'nearby'))
      .map(([name, strength]) => lead(name, strength, 'A'));
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 8 }), (leads) => {
        const summary = (answer: ReturnType<typeof answerOf>) =>
          answer.kind === 'several'
            ? answer.found.map(({ footprint }) => footprint.name)
            : answer.kind === 'one'
              ? [answer.found.footprint.name]
              : [];
        expect(summary(answerOf(leads.toReversed(), nowhere, 1))).toEqual(summary(answerOf(leads, nowhere, 1)));
      }),
    );
  });
});

it.each([
  ['dl3 6jl', 'dl3'],
  ['ec1a 1bb', 'ec1a'],
  ['m1', 'm1'],
  ['rl4', 'rl4'],
  ['dl3 surgery', null],
  ['doncaster', null],
])('reads the outward part of the postcode %s', (typed, outward) => {
  expect(outwardCode(typed.split(' '))).toBe(outward);
});
