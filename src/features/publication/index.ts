export { findDownload } from './find-download.ts';
export { findPublishedBy, listPublishedBy } from './list-published-by.ts';
export type { Publication, PublicationRow, StoredPublication } from './publication.ts';
export { listPublications, listPublicationsOf } from './publication-repository.ts';
export { publicationRoutes } from './publication-routes.tsx';
export { type PublishOutcome, publishVersion } from './publish-version.ts';
export { buildRoadmapDownload } from './roadmap-download.ts';
export { type Unreadable, type VerifyReport, verifyDownloadText, verifyReport } from './verify-report.ts';
