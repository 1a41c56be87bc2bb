import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isLive, standingOn } from './evidence.ts';

const day = '2026-11-29';
const soonFrom = '2027-01-28';

test.each([
  [{}, 'current'],
  [{ effectiveOn: day, expiresOn: day }, 'expires-soon'],
  [{ expiresOn: '2026-11-28' }, 'expired'],
  [{ expiresOn: '2027-01-28' }, 'expires-soon'],
  [{ expiresOn: '2027-01-29' }, 'current'],
  [{ effectiveOn: '2026-11-30' }, 'not-yet'],
  [{ effectiveOn: '2026-01-01', isRemoved: true }, 'removed'],
])('%o is %s', (facts, standing) => {
  expect(standingOn({ effectiveOn: null, expiresOn: null, isRemoved: false, ...facts }, day, soonFrom)).toBe(standing);
});

const days = fc.option(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }));
const anyFacts = fc.tuple(days, days, fc.boolean()).map(([from, until, isRemoved]) => ({
  effectiveOn: from?.toISOString().slice(0, 10) ?? null,
  expiresOn: until?.toISOString().slice(0, 10) ?? null,
  isRemoved,
}));
const anyDay = days.map((date) => date?.toISOString().slice(0, 10) ?? day);

it('is live from its first day to its last, both included, and never once removed', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, on) => {
      const isWithin =
        (facts.effectiveOn === null || facts.effectiveOn <= on) && (facts.expiresOn === null || on <= facts.expiresOn);
      expect(isLive(facts, on)).toBe(isWithin && !facts.isRemoved);
    }),
  );
});

it('does not come back once it has expired', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, anyDay, (facts, one, other) => {
      const [first, later] = [one, other].toSorted();
      fc.pre(standingOn(facts, first ?? day, soonFrom) === 'expired');
      expect(isLive(facts, later ?? day)).toBe(false);
    }),
  );
});
