/** The only source of the present moment; tests pass a fixed one. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A moment at which a clock stood, and the real one at which it was started there. */
export interface ClockStart {
  readonly standsAt: Date;
  readonly startedAt: Date;
}

/** A clock that stood somewhere at one moment and has run as fast as the real one since. */
export function clockFrom({ standsAt, startedAt }: ClockStart, real: Clock): Clock {
  return () => new Date(standsAt.getTime() + real().getTime() - startedAt.getTime());
}
