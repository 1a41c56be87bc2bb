import type { Connection } from '../../platform/database/database.ts';
import type { RoadmapDownload } from '../roadmap/index.ts';

/** The newest public version of a footprint's roadmap. */
export interface PublishedRoadmap {
  readonly footprintId: string;
  readonly versionNumber: number;
  readonly releaseNumber: number;
  readonly publishedAt: Date;
  readonly digest: string;
  readonly illustrative: boolean;
}

/** What the API reads of published roadmaps. */
export interface OpenApiReads {
  /** One for each footprint that has published. */
  readonly listPublished: (connection: Connection) => Promise<readonly PublishedRoadmap[]>;
  /** The file anyone may download and verify; null when the footprint has not published. */
  readonly findDownload: (connection: Connection, footprintId: string) => Promise<RoadmapDownload | null>;
}
