import type { AppContext } from './context.ts';
import type { ProgrammePack } from './features/programme/index.ts';
import { type ClockStart, clockFrom, systemClock } from './platform/clock.ts';
import { today } from './platform/days.ts';

/**
 * The time of a service. In a demonstration of the past both clock and directory stand on a day of the story and run on from there;
 * elsewhere the clock is the real one.
 */
export function storyTime(
  pack: ProgrammePack,
  start: ClockStart | null,
): Pick<AppContext, 'pack' | 'clock' | 'realClock' | 'story'> {
  const realClock = systemClock;
  if (start === null || pack.demonstration === null) {
    return { pack, clock: realClock, realClock, story: null };
  }
  const clock = clockFrom(start, realClock);
  const shown: ProgrammePack = {
    ...pack,
    get positionOn() {
      return today(clock);
    },
  };
  return { pack: shown, clock, realClock, story: pack.demonstration.of };
}
