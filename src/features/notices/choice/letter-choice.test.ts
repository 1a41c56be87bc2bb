import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterKind } from '../../programme/index.ts';
import { letterKinds } from '../../programme/letter-kinds.ts';
import { askingChoices, dueAt, tellingChoices } from './letter-choice.ts';

const kinds = Object.keys(letterKinds) as LetterKind[];
const choices = fc.record({
  asking: fc.constantFrom(...askingChoices),
  telling: fc.constantFrom(...tellingChoices),
});
const moments = fc.date({ min: new Date('2016-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

describe('when somebody is told', () => {
  it.each([
    ['2016-01-15T06:59:00Z', '2016-01-15T07:00:00.000Z'],
    ['2016-01-15T07:00:00Z', '2016-01-16T07:00:00.000Z'],
    ['2016-06-30T12:00:00Z', '2016-07-01T06:00:00.000Z'],
    ['2016-03-26T12:00:00Z', '2016-03-27T06:00:00.000Z'],
    ['2016-10-29T12:00:00Z', '2016-10-30T07:00:00.000Z'],
  ])('once a day: at seven where the programme is, from %s at %s', (now, expected) => {
    const due = dueAt('asked-to-endorse', { asking: 'daily', telling: 'never' }, new Date(now));
    expect(due?.toISOString()).toBe(expected);
  });

  it('is always some time for what asks them to act, within a day and an hour, and never before it came to notice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), choices, moments, (kind, choice, now) => {
        const due = dueAt(kind, choice, now);
        expect(due === null).toBe(!letterKinds[kind].asks && choice.telling === 'never');
        const wait = (due ?? now).getTime() - now.getTime();
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});
