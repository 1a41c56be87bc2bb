import { expect, it } from 'vitest';
import { clockFrom } from './clock.ts';

it('runs as fast as the real one from where it stood', () => {
  let now = new Date('2026-11-28T10:00:00Z');
  const start = { standsAt: new Date('2017-03-01T09:00:00Z'), startedAt: now };
  const clock = clockFrom(start, () => now);
  expect(clock()).toEqual(start.standsAt);
  now = new Date('2026-11-30T11:30:00Z');
  expect(clock()).toEqual(new Date('2017-03-03T10:30:00Z'));
});
