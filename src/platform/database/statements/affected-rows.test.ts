import { expect, it } from 'vitest';
import { expectRows, RowCountError } from './affected-rows.ts';

it('lets pass what wrote as many rows as it was meant to', () => {
  expect(() => expectRows('a membership ends', 1, 1n)).not.toThrow();
  expect(() => expectRows('nothing ends', 0, 0n)).not.toThrow();
});

it.each([0n, 2n, undefined])('throws for %s rows in place of one', (affected) => {
  expect(() => expectRows('a membership ends', 1, affected)).toThrow(RowCountError);
});
