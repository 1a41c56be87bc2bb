import { describe, expect, test } from 'vitest';
import { endsConnection, unavailabilityOf } from './unavailability.ts';

const here = { isLost: false, isWrite: false };
const saying = (facts: Record<string, string>) => Object.assign(new Error('as PostgreSQL puts it'), facts);

describe('what PostgreSQL says', () => {
  test.each([
    ['57P01', 'cannot reach its database'],
    ['57P02', 'cannot reach its database'],
    ['57P03', 'cannot reach its database'],
    ['08006', 'cannot reach its database'],
    ['08P01', 'cannot reach its database'],
    ['53300', 'More is being asked'],
    ['53200', 'More is being asked'],
    ['53100', 'disk that the service keeps its data on is full'],
    ['58030', 'disk that the service keeps its data on is full'],
    ['57014', 'took longer than the service allows'],
    ['25P03', 'took longer than the service allows'],
    ['55P03', 'Somebody else is changing the same thing'],
    ['40P01', 'Somebody else is changing the same thing'],
  ])('%s is said in words, and to be tried again', (code, words) => {
    const error = unavailabilityOf(saying({ code }), here);
    expect(error).toMatchObject({ status: 503, code: 'unavailable', isOutcomeUnknown: false });
    expect(error?.message).toContain(words);
    expect(error?.retryAfterSeconds).toBeGreaterThan(0);
    expect(error?.cause).toMatchObject({ code });
  });

  test.each(['23505', '23P01', '42703', '22021', 'P0001', 'XX000', '0800'])(
    '%s is a fault in what was asked',
    (code) => {
      expect(unavailabilityOf(saying({ code }), here)).toBeNull();
    },
  );

  test.each([
    ['FATAL', true],
    ['PANIC', true],
    ['ERROR', false],
  ])('%s ends the connection: %s', (severity, isEnd) => {
    expect(endsConnection(saying({ severity }))).toBe(isEnd);
  });
});

test('a lost connection leaves open what became of a write, and only of a write', () => {
  const error = new Error('Connection terminated unexpectedly');
  expect(unavailabilityOf(error, { isLost: true, isWrite: true })?.isOutcomeUnknown).toBe(true);
  expect(unavailabilityOf(error, { isLost: true, isWrite: false })?.isOutcomeUnknown).toBe(false);
  expect(unavailabilityOf(saying({ code: '53100' }), { isLost: false, isWrite: true })?.isOutcomeUnknown).toBe(false);
  expect(unavailabilityOf(error, here)).toBeNull();
});
