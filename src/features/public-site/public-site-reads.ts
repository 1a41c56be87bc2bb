import type { ReactNode } from 'react';
import type { ProviderResults, ReadDay } from '../directory/index.ts';

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
