import { expect, it } from 'vitest';
import { matchAt } from './match.ts';

it.each([
  [12, 'code'],
  [20, 'code'],
  [24, 'name'],
  [27, 'name'],
  [36, 'words'],
  [38, 'words'],
  [41, 'words'],
  [42, 'words'],
  [45, 'words'],
  [43, 'parts'],
  [44, 'parts'],
  [46, 'parts'],
  [47, 'parts'],
])('calls what is %s steps away a match by %s', (distance, match) => {
  expect(matchAt(distance)).toBe(match);
});
