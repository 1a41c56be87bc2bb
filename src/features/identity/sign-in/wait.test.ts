import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountRule, networkRule, secondsToWait, withOneMore } from './wait.ts';

const start = new Date('2016-06-30T09:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + 1000 * seconds);
const failed = (failures: number) => ({ failures, lastFailedAt: start });

describe('the wait before the next attempt', () => {
  test.each([
    [0, 0, 0],
    [4, 0, 0],
    [5, 0, 30],
    [5, 20, 10],
    [5, 30, 0],
    [6, 0, 60],
    [7, 0, 120],
    [9, 0, 480],
    [10, 0, 900],
    [1000, 0, 900],
    [1000, 900, 0],
    [1000, 24 * 3600, 0],
  ])('after %d failures and %d seconds is %d seconds', (failures, seconds, wait) => {
    expect(secondsToWait(accountRule, failed(failures), later(seconds))).toBe(wait);
  });

  test('comes later for a network, where many people may sit', () => {
    expect(secondsToWait(networkRule, failed(19), start)).toBe(0);
    expect(secondsToWait(networkRule, failed(20), start)).toBe(30);
  });

  test('never keeps anybody out for longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (failures, seconds) => {
        const wait = secondsToWait(accountRule, failed(failures), later(seconds));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(900);
      }),
    );
  });
});

test('a day without a failure begins the count anew', () => {
  expect(withOneMore(accountRule, failed(9), later(60)).failures).toBe(10);
  expect(withOneMore(accountRule, failed(9), later(24 * 3600)).failures).toBe(1);
});
