export { type Agreed, agreeOnMode, askedMode, namedIn, placeOf } from './agree-on-mode.ts';
export { agreeOnProgramme, askedProgramme } from './agree-on-programme.ts';
export { checkKeeping, type KeepOutcome, keepMode } from './keep-mode.ts';
export { decideMode, type Mode } from './mode.ts';
export { countHoldings, findMode } from './mode-repository.ts';
export {
  at,
  besides,
  command,
  holdingLines,
  listed,
  modeWords,
  type Place,
  startCommand,
  withSame,
} from './mode-words.ts';
export { findNameOfProgramme } from './programme-repository.ts';
export { settleClock } from './settle-clock.ts';
