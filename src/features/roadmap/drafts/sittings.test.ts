import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sittingsOf } from './sittings.ts';

const save = (personId: string | null, minute: number, content: unknown = {}) => ({
  personId,
  savedAt: new Date(Date.UTC(2016, 5, 30, 13, minute)),
  content,
});
type Save = ReturnType<typeof save>;

/** The minutes of each sitting, newest first. */
const minutes = (saves: readonly Save[]) =>
  sittingsOf(saves).map(({ last, earlier }) => [last, ...earlier].map(({ savedAt }) => savedAt.getUTCMinutes()));

it('puts together what one person saved without a long pause', () => {
  expect(minutes([save('asha', 55), save('asha', 31), save('asha', 2), save('asha', 1)])).toEqual([[55, 31, 2, 1]]);
  expect(minutes([save('asha', 32), save('asha', 1)])).toEqual([[32], [1]]);
});

it('ends a sitting where somebody else saved in between, though they have one name', () => {
  expect(minutes([save('asha', 3), save('ben', 2), save('asha', 1)])).toEqual([[3], [2], [1]]);
});

it('keeps what was taken out, and what nobody is recorded for, alone', () => {
  expect(minutes([save('asha', 4), save('asha', 3, null), save('asha', 2), save('asha', 1)])).toEqual([
    [4],
    [3],
    [2, 1],
  ]);
  expect(minutes([save(null, 2), save(null, 1)])).toEqual([[2], [1]]);
});

it('shows every save once, in its order', () => {
  const drawn = fc.array(
    fc.record({
      personId: fc.constantFrom('asha', 'ben', null),
      savedAt: fc.date({ noInvalidDate: true }),
      content: fc.constantFrom(null, {}),
    }),
  );
  fc.assert(
    fc.property(drawn, (saves) => {
      expect(sittingsOf(saves).flatMap(({ last, earlier }) => [last, ...earlier])).toEqual(saves);
    }),
  );
});
