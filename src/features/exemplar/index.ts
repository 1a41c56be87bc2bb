export { designateExemplar } from './designate-exemplar.ts';
export type { Exemplar } from './exemplar.ts';
export { listExemplars, listExemplarsOf } from './exemplar-repository.ts';
export { exemplarRoutes } from './exemplar-routes.tsx';
export { ExemplarTitles } from './views/exemplar-titles.tsx';
