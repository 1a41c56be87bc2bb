import { expect, it } from 'vitest';
import { commissionerTypeOn } from './commissioner.ts';

it.each([
  ['2016-06-30', 'ccg'],
  ['2022-06-30', 'ccg'],
  ['2022-07-01', 'integrated-care-board'],
  ['2026-11-28', 'integrated-care-board'],
])('on %s the body that forms footprints is: %s', (day, type) => {
  expect(commissionerTypeOn(day)).toBe(type);
});
