import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedActions, decideStep, findTransition, type Transition, takeStep } from './transition-table.ts';

type Door = Transition<'open' | 'shut' | 'gone', 'close' | 'unlock' | 'remove', 'key' | 'leave'>;

const doors: readonly Door[] = [
  { action: 'close', from: ['open'], to: 'shut' },
  { action: 'unlock', from: ['shut'], to: 'open', requires: ['leave', 'key'] },
  { action: 'remove', from: ['open', 'shut'], to: 'gone', requires: ['leave'] },
];

describe('a step', () => {
  it('leads where its row says', () => {
    expect(takeStep(doors, 'open', 'close', () => false)).toEqual({ kind: 'ok', transition: doors[0] });
    expect(takeStep(doors, 'shut', 'unlock', () => true)).toEqual({ kind: 'ok', transition: doors[1] });
  });

  it('is refused for the first thing it lacks', () => {
    expect(takeStep(doors, 'shut', 'unlock', () => false)).toEqual({ kind: 'refused', code: 'leave' });
    expect(takeStep(doors, 'shut', 'unlock', (needed) => needed === 'leave')).toMatchObject({ code: 'key' });
  });

  it('is refused from a state without a row for it', () => {
    expect(takeStep(doors, 'gone', 'close', () => true)).toEqual({ kind: 'refused', code: 'not-from-this-state' });
  });

  it('says in words why a step is refused', () => {
    const words = { notFromHere: () => 'not from here', unmet: (needed: string) => `no ${needed}` };
    expect(decideStep(doors, 'open', 'close', () => true, words)).toEqual({ kind: 'ok', transition: doors[0] });
    expect(decideStep(doors, 'shut', 'unlock', () => false, words)).toEqual({
      kind: 'refused',
      code: 'leave',
      reason: 'no leave',
    });
    expect(decideStep(doors, 'gone', 'close', () => true, words)).toMatchObject({ reason: 'not from here' });
  });
});

it('knows what may be done in a state, and that nothing may in a final one', () => {
  expect(allowedActions(doors, 'shut')).toEqual(['unlock', 'remove']);
  expect(allowedActions(doors, 'gone')).toEqual([]);
});

type Row = Transition<string, string, string>;

const names = ['a', 'b', 'c', 'd'] as const;
const name = fc.constantFrom(...names);
const table: fc.Arbitrary<Row[]> = fc
  .array(fc.record({ action: name, from: fc.uniqueArray(name), to: name, requires: fc.subarray(['x', 'y']) }))
  .map((rows) => withoutDoubles(rows));

/** As every table is: one row at most for an action in a state. */
function withoutDoubles(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.map((row) => ({
    ...row,
    from: row.from.filter((state) => !seen.has(`${row.action} ${state}`) && seen.add(`${row.action} ${state}`)),
  }));
}

describe('any table', () => {
  it('lets through exactly what a row says and whose requirements are met', () => {
    fc.assert(
      fc.property(table, name, name, fc.subarray(['x', 'y']), (rows, state, action, met) => {
        const row = rows.find((each) => each.action === action && each.from.includes(state)) ?? null;
        const step = takeStep(rows, state, action, (requirement) => met.includes(requirement));
        expect(findTransition(rows, state, action)).toBe(row);
        expect(step.kind === 'ok').toBe(row?.requires?.every((requirement) => met.includes(requirement)) ?? false);
        expect(step.kind === 'ok' && step.transition).toBe(step.kind === 'ok' && row);
      }),
    );
  });

  it('allows an action in a state exactly when it is not refused for the state', () => {
    fc.assert(
      fc.property(table, name, name, (rows, state, action) => {
        const step = takeStep(rows, state, action, () => false);
        const isKnown = step.kind === 'ok' || step.code !== 'not-from-this-state';
        expect(allowedActions(rows, state).includes(action)).toBe(isKnown);
      }),
    );
  });
});
