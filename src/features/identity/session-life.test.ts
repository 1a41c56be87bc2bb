import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SessionLimits, sessionStanding } from './session-life.ts';

const limits: SessionLimits = { lifeSeconds: 12 * 3600, idleSeconds: 2 * 3600 };
const at = (time: string) => new Date(`2016-06-30T${time}Z`);

describe('a session opened at eight', () => {
  const createdAt = at('08:00:00');

  test.each([
    ['just renewed', '10:00:30', '08:00:40', { kind: 'live', renewUntil: null }],
    ['renewed a while ago', '10:00:00', '09:30:00', { kind: 'live', renewUntil: at('11:30:00') }],
    ['near its end', '19:30:00', '19:00:00', { kind: 'live', renewUntil: at('20:00:00') }],
    ['renewed to its end', '20:00:00', '19:00:00', { kind: 'live', renewUntil: null }],
    ['idle for two hours', '10:00:00', '10:00:00', { kind: 'over' }],
    ['twelve hours old', '21:00:00', '20:00:00', { kind: 'over' }],
  ] as const)('%s: expires at %s, asked at %s', (_case, expiresAt, now, expected) => {
    const times = { createdAt, expiresAt: at(expiresAt), roleLapsedAt: null };
    expect(sessionStanding(times, limits, at(now))).toEqual(expected);
  });

  test.each([
    ['07:00:00', 'live'],
    ['09:00:00', 'over'],
  ])('a role that ended by itself at %s leaves it %s', (roleLapsedAt, kind) => {
    const times = { createdAt, expiresAt: at('11:30:00'), roleLapsedAt: at(roleLapsedAt) };
    expect(sessionStanding(times, limits, at('09:30:00')).kind).toBe(kind);
  });
});

test('no session is ever renewed past its life, nor shortened', () => {
  const minutes = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(minutes, minutes, (expires, asked) => {
      const createdAt = at('00:00:00');
      const after = (count: number) => new Date(createdAt.getTime() + count * 60_000);
      const standing = sessionStanding(
        { createdAt, expiresAt: after(expires), roleLapsedAt: null },
        limits,
        after(asked),
      );
      if (standing.kind === 'live' && standing.renewUntil !== null) {
        expect(standing.renewUntil.getTime()).toBeLessThanOrEqual(after(720).getTime());
        expect(standing.renewUntil.getTime()).toBeGreaterThan(after(expires).getTime());
      }
    }),
  );
});
