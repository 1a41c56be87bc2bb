export { confirmSuccession } from './confirm-succession.ts';
export { parseProposedEvent } from './parse-proposed-event.ts';
export { planInWords } from './planning/plan-in-words.ts';
export { readPlan } from './planning/read-plan.ts';
export { proposeSuccession, type SuccessionContext } from './propose-succession.ts';
export type { ProposedEvent } from './proposed-event.ts';
export { successionRoutes } from './succession-routes.tsx';
