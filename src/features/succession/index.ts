export { type ConfirmOutcome, confirmSuccession } from './confirm-succession.ts';
export { parseProposedEvent } from './parse-proposed-event.ts';
export type { Consequence, Plan, SideTotals } from './plan.ts';
export { planInWords } from './plan-in-words.ts';
export { type ProposeOutcome, proposeSuccession, type SuccessionContext } from './propose-succession.ts';
export type { ProposedEvent } from './proposed-event.ts';
export { type ReadPlan, readPlan } from './read-plan.ts';
export { successionRoutes } from './succession-routes.tsx';
