import type { ReactNode } from 'react';
import type { ProviderResults, ReadDay } from '../directory/index.ts';

/**
 * How far the roadmap of a footprint has come, in the words of the public pages, from the first to the last.
 *
 * Seen from the states of a roadmap version: a draft is `in-preparation`, one under endorsement `being-agreed`; everything
 * from submission to clearance, changes requested included, is `under-review`. A footprint with a published version is
 * `published` whatever is being prepared after it. Where this service holds no roadmap it says that, and nothing about what
 * the footprint has done elsewhere.
 */
export const footprintStages = [
  { id: 'not-recorded', label: 'No roadmap recorded' },
  { id: 'in-preparation', label: 'In preparation' },
  { id: 'being-agreed', label: 'Being agreed' },
  { id: 'under-review', label: 'Under review' },
  { id: 'published', label: 'Published' },
] as const;

export type FootprintStageId = (typeof footprintStages)[number]['id'];

export interface FootprintStage {
  readonly stage: FootprintStageId;
  /** Why, in a few words, e.g. `Version 2 submitted on 3 July 2016`. */
  readonly reason: string;
  readonly illustrative: boolean;
}

/** Part of a page that another feature draws, to stand under a heading of this one. */
export interface Slot {
  readonly content: ReactNode;
  readonly illustrative: boolean;
}

export interface PublicationLine {
  readonly footprintName: string;
  readonly href: string;
  readonly publishedAt: Date;
  readonly illustrative: boolean;
}

export interface ProgrammeFigures {
  /** Organisations whose self-assessment of the newest round is submitted; null while nothing is known of it. */
  readonly assessedCount: number | null;
  /** Footprints with a published roadmap; null while nothing is known of it. */
  readonly publishedCount: number | null;
  readonly illustrative: boolean;
}

/** A capability group in a published roadmap: where the footprint stood and where it means to be. */
export interface CapabilityFigures {
  readonly id: string;
  readonly label: string;
  /** The mean score of its providers, 0 to 100; null where none was scored. */
  readonly baseline: number | null;
  /** Providers in the mean, and providers that ought to be. */
  readonly countedProviders: number;
  readonly allProviders: number;
  /** By the end of each year, in order; null where no target is set. */
  readonly targets: readonly { readonly year: string; readonly target: number | null }[];
}

/** The published roadmap of a footprint in figures. */
export interface RoadmapFigures {
  /** Which version since when, e.g. `Version 2, published on 3 July 2016`. */
  readonly status: string;
  readonly endorsedCount: number;
  readonly memberCount: number;
  /** Empty where the roadmap has no trajectory to show. */
  readonly capabilities: readonly CapabilityFigures[];
  /** What the baselines were measured with, and of which day they are, in sentences. */
  readonly method: string;
  readonly illustrative: boolean;
}

export interface SearchHit {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

export interface SearchGroup {
  readonly heading: string;
  readonly hits: readonly SearchHit[];
}

/**
 * What pages of the directory show and other features know. The directory knows none of them: whoever puts the service
 * together passes functions in.
 */
export interface DirectoryReads {
  /** By area id; of a footprint left out nothing is recorded. */
  readonly footprintStages: (day: ReadDay) => Promise<ReadonlyMap<string, FootprintStage>>;
  readonly programmeFigures: (day: ReadDay) => Promise<ProgrammeFigures>;
  /** The self-assessments of the newest round; null while nothing is known of them. */
  readonly providerResults: (day: ReadDay) => Promise<ProviderResults | null>;
  /** Newest first. */
  readonly newestPublications: (limit: number, day: ReadDay) => Promise<readonly PublicationLine[]>;
  /** The roadmap of a footprint in short, with its links; null where there is none to show. */
  readonly roadmapSummary: (areaId: string, day: ReadDay) => Promise<Slot | null>;
  /** The same roadmap in figures, to be set beside another; null while none is published. */
  readonly roadmapFigures: (areaId: string, day: ReadDay) => Promise<RoadmapFigures | null>;
  /** Who leads a footprint and how it is governed, from its form; null where there is none to show. */
  readonly governance: (areaId: string, day: ReadDay) => Promise<Slot | null>;
  /** The newest result of an organisation's self-assessment; null where there is none to show. */
  readonly latestResult: (organisationId: string, day: ReadDay) => Promise<Slot | null>;
  readonly exemplarsOf: (organisationId: string, day: ReadDay) => Promise<Slot | null>;
  /** What else a search finds: roadmaps, exemplars. Groups without hits are left out. */
  readonly searchElsewhere: (term: string) => Promise<readonly SearchGroup[]>;
}
