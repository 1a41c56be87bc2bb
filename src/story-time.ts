import type { AppContext } from './context.ts';
import type { ProgrammePack } from './features/programme/index.ts';
import { type Clock, type ClockStart, clockFrom, systemClock } from './platform/clock.ts';
import { today } from './platform/days.ts';

/**
 * The time of a service. A real one stands on today, and so does a demonstration of the present. In one of the past both clock and directory stand on a day of the
 * story and run on from there; one that an earlier version began goes by the real clock over the directory of its programme's day.
 */
export function storyTime(
  pack: ProgrammePack,
  { isDemonstration, clockStart }: { readonly isDemonstration: boolean; readonly clockStart: ClockStart | null },
): Pick<AppContext, 'pack' | 'clock' | 'realClock' | 'story'> {
  const realClock = systemClock;
  if (!isDemonstration || pack.demonstration === null) {
    return { pack: onTheDayOf(realClock, pack), clock: realClock, realClock, story: null };
  }
  if (clockStart === null) {
    return { pack, clock: realClock, realClock, story: null };
  }
  const clock = clockFrom(clockStart, realClock);
  return { pack: onTheDayOf(clock, pack), clock, realClock, story: pack.demonstration.of };
}

/** The same programme, whose directory is shown as it is on each day that the clock comes to. */
function onTheDayOf(clock: Clock, pack: ProgrammePack): ProgrammePack {
  return {
    ...pack,
    get positionOn() {
      return today(clock);
    },
  };
}
