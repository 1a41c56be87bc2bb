import type { OpenApiReads } from '../open-api/index.ts';

/** Where published roadmaps are read, the same as for the API. */
export type AboutReads = Pick<OpenApiReads, 'listPublished'>;
