import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { AreaRef } from '../../directory/index.ts';
import type { PublicationRow } from '../../publication/index.ts';
import { areaRefAnswer, ownProvenance, provenance, toAreaRef } from './shared-answers.ts';

export const roadmapAnswer = z
  .object({
    footprint: areaRefAnswer,
    version: z.int().describe('Number of the version of the roadmap.'),
    release: z.int().describe('Counts what the footprint has published, from 1. A correction is a new release.'),
    publishedAt: z.iso.datetime(),
    digest: z.string().describe('SHA-256 of the document that its members endorsed.'),
    ...provenance,
    links: z.object({
      self: z.string().describe('This API on the document itself.'),
      page: z.string().describe('The roadmap as people read it.'),
      download: z.string().describe('The file of this very version, for keeping and verifying.'),
      footprint: z.string().describe('This API on the footprint.'),
    }),
  })
  .describe('A published roadmap: which version, since when, and where to read it.');

export type RoadmapAnswer = z.infer<typeof roadmapAnswer>;

/** The newest public version of a footprint's roadmap. */
type PublishedRoadmap = Pick<
  PublicationRow,
  'footprintId' | 'versionNumber' | 'releaseNumber' | 'publishedAt' | 'digest' | 'illustrative'
>;

export function toRoadmap(roadmap: PublishedRoadmap, footprint: AreaRef, serviceName: string): RoadmapAnswer {
  const { versionNumber, releaseNumber, publishedAt, digest, illustrative } = roadmap;
  const title = `Local digital roadmap, version ${versionNumber}`;
  return {
    footprint: toAreaRef(footprint),
    version: versionNumber,
    release: releaseNumber,
    publishedAt: publishedAt.toISOString(),
    digest,
    ...ownProvenance({ illustrative, title, publisher: footprint.name }, serviceName),
    links: {
      self: paths.apiItem('roadmaps', footprint.slug),
      page: paths.publishedVersion(footprint.slug, versionNumber),
      download: paths.roadmapDownload(footprint.slug, versionNumber),
      footprint: paths.apiItem('footprints', footprint.slug),
    },
  };
}
