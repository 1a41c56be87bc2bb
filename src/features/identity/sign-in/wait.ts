/** How one kind of count slows attempts down. */
export interface WaitRule {
  /** Attempts that may fail one after another before any waiting. */
  readonly freeFailures: number;
  readonly firstWaitSeconds: number;
  /** Nobody ever waits longer than this, so that the right owner is not kept out for good. */
  readonly longestWaitSeconds: number;
  /** A count without a failure for as long begins anew. */
  readonly forgottenAfterSeconds: number;
}

export interface Failures {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

const HOUR = 3600;

/** By what was typed, whether or not it is an account, so that nobody learns which it is. */
export const accountRule: WaitRule = {
  freeFailures: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgottenAfterSeconds: 24 * HOUR,
};

/** By network, where many people may sit behind one address. */
export const networkRule: WaitRule = { ...accountRule, freeFailures: 20, forgottenAfterSeconds: HOUR };

/** Seconds until the next attempt is looked at; 0 for at once. Each failure beyond the free ones doubles it. */
export function secondsToWait(rule: WaitRule, before: Failures, now: Date): number {
  const counted = isForgotten(rule, before, now) ? 0 : before.failures;
  if (counted < rule.freeFailures) {
    return 0;
  }
  const wait = Math.min(rule.longestWaitSeconds, rule.firstWaitSeconds * 2 ** (counted - rule.freeFailures));
  return Math.max(0, wait - secondsSince(before, now));
}

export function withOneMore(rule: WaitRule, before: Failures, now: Date): Failures {
  return { failures: isForgotten(rule, before, now) ? 1 : before.failures + 1, lastFailedAt: now };
}

function isForgotten(rule: WaitRule, before: Failures, now: Date): boolean {
  return secondsSince(before, now) >= rule.forgottenAfterSeconds;
}

function secondsSince({ lastFailedAt }: Failures, now: Date): number {
  return (now.getTime() - lastFailedAt.getTime()) / 1000;
}
