export { readProgrammeNow, readRunningProgramme } from './read-running-programme.ts';
export { roundRoutes } from './round-routes.tsx';
export type { RunningProgramme } from './running-programme.ts';
