export { importRelease, type ReleaseOutcome, type ReleaseReport } from './import-release.ts';
export type { ReleaseDetails } from './official-results.ts';
export { parseResults } from './parse-results.ts';
