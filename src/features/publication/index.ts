export { findDownload } from './find-download.ts';
export { findPublishedBy, listPublishedBy, publishedBy } from './list-published-by.ts';
export type { PublicationRow } from './publication.ts';
export { listPublications, listPublicationsOf } from './publication-repository.ts';
export { publicationRoutes } from './publication-routes.tsx';
export { publishVersion } from './publish-version.ts';
export { listPublishedPlans, type PublishedPlans } from './published-plans-repository.ts';
export { listPublishedWords, type PublishedWords } from './published-words-repository.ts';
export { type VerifyReport, verifyDownloadText, verifyReport } from './verify-report.ts';
