import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decideMode, type Holding, type Mode, mayKeep, type Thing } from './mode.ts';

const nothing: Omit<Holding, 'thing'> = { invented: 0, real: 0, either: 0 };
const invented = (thing: Thing, count = 1): Holding => ({ ...nothing, thing, invented: count });
const real = (thing: Thing, count = 1): Holding => ({ ...nothing, thing, real: count });
const either = (thing: Thing, count = 1): Holding => ({ ...nothing, thing, either: count });

describe('what a database is that does not say so', () => {
  const byContent = (mode: Mode) => ({ kind: 'decided', mode, by: 'content' });
  const asked = (mode: Mode) => ({ kind: 'decided', mode, by: 'asked' });

  it.each([
    ['nothing but facts: what is asked, a demonstration', [], 'demonstration', asked('demonstration')],
    ['nothing but facts: what is asked, a real one', [invented('persona', 0)], 'real', asked('real')],
    ['invented answers', [invented('assessment', 237)], 'real', byContent('demonstration')],
    ['personas alone', [invented('persona', 12)], 'real', byContent('demonstration')],
    ['an account', [real('account')], 'demonstration', byContent('real')],
    ['real answers', [real('assessment')], 'demonstration', byContent('real')],
    ['files alone', [either('import')], 'demonstration', byContent('real')],
    ['files in a demonstration', [invented('assessment'), either('import')], 'real', byContent('demonstration')],
    ['letters in a real one', [real('account'), either('message')], 'demonstration', byContent('real')],
    ['an account beside personas', [invented('persona', 12), real('account')], 'demonstration', { kind: 'mixed' }],
    [
      'both in the same table',
      [{ ...nothing, thing: 'assessment', invented: 237, real: 1 }],
      'real',
      { kind: 'mixed' },
    ],
  ] as const)('%s', (_name, holdings, mode, expected) => {
    expect(decideMode(holdings, mode)).toEqual(expected);
  });

  const counts = fc.record({
    thing: fc.constantFrom<Thing>('persona', 'account', 'assessment', 'publication', 'message'),
    invented: fc.nat(3),
    real: fc.nat(3),
    either: fc.nat(3),
  });
  const modes = fc.constantFrom<Mode>('demonstration', 'real');

  test('never a demonstration with something real in it, nor real with something invented', () => {
    fc.assert(
      fc.property(fc.array(counts), modes, (holdings, mode) => {
        const decision = decideMode(holdings, mode);
        const other = decision.kind === 'decided' && decision.mode === 'real' ? 'invented' : 'real';
        expect(decision.kind === 'mixed' || holdings.every((holding) => holding[other] === 0)).toBe(true);
      }),
    );
  });

  test('whatever it holds, there is a way on: started as something, or kept as a demonstration', () => {
    fc.assert(
      fc.property(fc.array(counts), (holdings) => {
        const isKept = (mode: Mode) => mayKeep(holdings, mode).kind === 'allowed';
        expect(isKept('demonstration') || isKept('real')).toBe(true);
        expect(decideMode(holdings, 'real').kind === 'mixed' && !isKept('demonstration')).toBe(false);
      }),
    );
  });
});

describe('saying what a database is that holds both', () => {
  const personasOnly = [invented('persona', 12), real('account', 3), real('assessment', 2)];
  const both = [...personasOnly, invented('assessment', 237)];

  it('lets it become a demonstration whatever is in it', () => {
    expect(mayKeep(both, 'demonstration')).toEqual({ kind: 'allowed' });
    expect(mayKeep(personasOnly, 'demonstration')).toEqual({ kind: 'allowed' });
  });

  it('lets it be real where nothing is invented but personas', () => {
    expect(mayKeep(personasOnly, 'real')).toEqual({ kind: 'allowed' });
    expect(mayKeep(both, 'real')).toEqual({ kind: 'invented', holdings: [invented('assessment', 237)] });
  });

  it('leaves no choice where it holds one kind', () => {
    expect(mayKeep([real('account')], 'demonstration')).toEqual({ kind: 'other', mode: 'real' });
    expect(mayKeep([invented('persona')], 'real')).toEqual({ kind: 'other', mode: 'demonstration' });
  });
});
