export { type FootprintAnswer, toFootprint } from './answers/area-answers.ts';
export { codesOf, provenanceCsv } from './answers/csv-columns.ts';
export { listedOrganisationTable, toListedOrganisation } from './answers/organisation-answers.ts';
export { openApiRoutes } from './open-api-routes.tsx';
