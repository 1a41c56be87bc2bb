export { type HeldRound, heldForStep, holdForStep, holdRound } from './hold-round.ts';
export { type RunningProgramme, readProgrammeNow, readRunningProgramme } from './read-running-programme.ts';
export { recordReminder } from './record-reminder.ts';
export { recordRoundStep } from './record-round-step.ts';
export { roundLocked, type StandingRound, standingColumns } from './round-repository.ts';
export { roundRoutes } from './round-routes.tsx';
export type { AssessmentWork, PlanningWork } from './work-in-round.ts';
