export { importRelease, type ReleaseOutcome, type ReleaseReport } from './import-release.ts';
export { loadShippedReleases } from './load-shipped-releases.ts';
export type { ReleaseDetails } from './official-results.ts';
export { parseResults } from './parse-results.ts';
export { readBoardResults, readOfficialResults } from './read-official-results.ts';
export { hasOfficialResults } from './results-list-repository.ts';
export { officialResultsRoutes } from './results-list-routes.tsx';
export type { ReleaseView } from './results-view.ts';
export { OfficialResultsSection } from './views/official-results-section.tsx';
