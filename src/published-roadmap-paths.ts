const segment = encodeURIComponent;

/** The pages that show a document of a roadmap from one side. */
export type DocumentPageId = 'money' | 'schedule';

const roadmap = (slug: string) => `/footprints/${segment(slug)}/roadmap`;
const version = (slug: string, number: number) => `${roadmap(slug)}/versions/${number}`;

/** Addresses of what a footprint has published. */
export const publishedRoadmapPaths = {
  publishedRoadmap: roadmap,
  publishedVersion: version,
  publishedPage: (slug: string, number: number, page: DocumentPageId) => `${version(slug, number)}/${page}`,
  publishedChanges: (slug: string, number: number) => `${version(slug, number)}/changes`,
  roadmapSignUp: (slug: string) => `${roadmap(slug)}/sign-up`,
  /** `file`: a version as a file, by its name with its ending, such as `roadmap.pdf`. */
  publishedFile: (slug: string, number: number, file: string) => `${version(slug, number)}/files/${segment(file)}`,
  roadmapDownload: (slug: string, number: number) => `${version(slug, number)}/download.json`,
} as const;
