/** When a session was opened, and when it ends unless something is asked for before. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When a role of the person last ended by itself, after its last day; null where none has. */
  readonly roleLapsedAt: Date | null;
}

export interface SessionLimits {
  /** From signing in to the end, however busy the person is. */
  readonly lifeSeconds: number;
  /** From the last request to the end. */
  readonly idleSeconds: number;
}

/** Renewing less often than every minute spares a write with each request, and shortens nobody's session by more than that. */
const LEAST_GAIN_MILLISECONDS = 60_000;

export type SessionStanding =
  | { readonly kind: 'over' }
  /** `renewUntil`: when it is to end from now on; null where that is not worth writing down. */
  | { readonly kind: 'live'; readonly renewUntil: Date | null };

/**
 * Whether a session still counts at a request, and how long it lasts after it: until the idle limit, but never past its life. A role that
 * ends by itself ends the sessions that were open then, as one does that somebody ends.
 */
export function sessionStanding(
  { createdAt, expiresAt, roleLapsedAt }: SessionTimes,
  limits: SessionLimits,
  now: Date,
): SessionStanding {
  const end = createdAt.getTime() + 1000 * limits.lifeSeconds;
  const hasLapsed = roleLapsedAt !== null && roleLapsedAt >= createdAt;
  if (hasLapsed || now.getTime() >= Math.min(end, expiresAt.getTime())) {
    return { kind: 'over' };
  }
  const renewed = Math.min(end, now.getTime() + 1000 * limits.idleSeconds);
  const gained = renewed - expiresAt.getTime();
  return { kind: 'live', renewUntil: gained < LEAST_GAIN_MILLISECONDS ? null : new Date(renewed) };
}
