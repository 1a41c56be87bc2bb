export { type RunningProgramme, readProgrammeNow, readRunningProgramme } from './read-running-programme.ts';
export { roundRoutes } from './round-routes.tsx';
