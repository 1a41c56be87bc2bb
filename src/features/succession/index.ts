export { confirmSuccession } from './confirm-succession.ts';
export { parseProposedEvent } from './parse-proposed-event.ts';
export { planInWords } from './plan-in-words.ts';
export { proposeSuccession, type SuccessionContext } from './propose-succession.ts';
export type { ProposedEvent } from './proposed-event.ts';
export { readPlan } from './read-plan.ts';
export { successionRoutes } from './succession-routes.tsx';
