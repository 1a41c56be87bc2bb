export { type DesignateExemplar, type DesignationOutcome, designateExemplar } from './designate-exemplar.ts';
export type { Exemplar, ExemplarState } from './exemplar.ts';
export { type ExemplarFilter, listExemplars, listExemplarsOf } from './exemplar-repository.ts';
export { exemplarRoutes } from './exemplar-routes.tsx';
export { ExemplarTitles } from './views/exemplar-titles.tsx';
