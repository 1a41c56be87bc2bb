export { type RunningProgramme, readRunningProgramme } from './read-running-programme.ts';
export { roundRoutes } from './round-routes.tsx';
