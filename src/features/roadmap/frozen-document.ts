import { digestOf } from '../../platform/canonical-json.ts';
import type { MembershipRole } from '../programme/index.ts';
import type { Deployment, PartText, TrajectoryRow, UniversalPlan } from './roadmap.ts';

/** Names the layout below; a change of layout is a new name, and documents of the old one stay readable. */
export const documentSchema = 'local-digital-roadmaps/document/1';

interface Coded {
  readonly code: string;
  readonly name: string;
}

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** Everything about a frozen version that is public in every edition. Laid out for readers in docs/roadmap-document.md. */
export interface DocumentHead {
  readonly schema: typeof documentSchema;
  readonly programme: { readonly id: string; readonly title: string };
  readonly round: Labelled;
  readonly footprint: Coded & { readonly region: string | null; readonly stps: readonly Coded[] };
  /** Number of the version. */
  readonly version: number;
  readonly frozenAt: string;
  readonly illustrative: boolean;
  readonly members: readonly (Coded & { readonly role: MembershipRole })[];
  /** What the baseline was measured with. */
  readonly baselineSource: BaselineSource;
  /** What the ids in the sections stand for. */
  readonly terms: DocumentTerms;
}

export interface BaselineSource {
  readonly round: Labelled;
  readonly instrument: { readonly id: string; readonly version: string; readonly title: string };
  readonly method: Labelled;
}

export interface DocumentTerms {
  readonly template: Labelled;
  readonly capabilityGroups: readonly Labelled[];
  readonly universalCapabilities: readonly Labelled[];
  readonly targetYears: readonly Labelled[];
  readonly ambitionYears: readonly Labelled[];
  readonly planQuarters: readonly Labelled[];
  readonly deploymentYears: readonly Labelled[];
}

/** The mean of the members' scores; `included` and `missing` are organisation codes. */
export interface DocumentBaseline {
  readonly mean: number | null;
  readonly n: number;
  readonly included: readonly string[];
  readonly missing: readonly string[];
}

export interface DocumentTrajectoryRow extends TrajectoryRow {
  readonly baseline: DocumentBaseline;
}

export interface DocumentDeployment extends Omit<Deployment, 'organisationIds'> {
  readonly organisationCodes: readonly string[];
}

/** What each kind of section holds. */
export interface SectionContents {
  readonly part: PartText;
  readonly trajectory: { readonly rows: readonly DocumentTrajectoryRow[] };
  readonly 'universal-plans': { readonly plans: readonly UniversalPlan[] };
  readonly deployments: { readonly deployments: readonly DocumentDeployment[] };
}

export type SectionKind = keyof SectionContents;

export interface SectionOf<K extends SectionKind> {
  readonly id: string;
  readonly kind: K;
  readonly title: string;
  /** `assured` sections are read by the reviewer and left out of the public edition. */
  readonly visibility: 'public' | 'assured';
  /** Stands for the content where that is left out. */
  readonly digest: string;
  /** Hexadecimal, for `assured` sections only: without it a short text could be guessed from its digest. */
  readonly salt: string | null;
  /** Null where it is left out. */
  readonly content: SectionContents[K] | null;
}

export type DocumentSection = { readonly [K in SectionKind]: SectionOf<K> }[SectionKind];

export interface RoadmapDocument extends DocumentHead {
  readonly sections: readonly DocumentSection[];
}

/** Digest of one section's content, salted where a salt is given. */
export function sectionDigest(content: SectionContents[SectionKind], salt: string | null): string {
  return digestOf(salt === null ? { content } : { content, salt });
}

/**
 * The digest that stands for the whole document, and that every endorsement names. It is formed over the head and the
 * sections' digests rather than their content, so that the public edition, which leaves some content out, has the very
 * digest that the members endorsed. Digests of sections that are there are formed anew, never taken on trust.
 */
export function documentDigest(document: RoadmapDocument): string {
  const { sections, ...head } = document;
  const manifest = sections.map(({ content, salt, ...rest }) => ({
    ...rest,
    digest: content === null ? rest.digest : sectionDigest(content, salt),
  }));
  return digestOf({ ...head, sections: manifest });
}

/** The document as anyone may read it: assured sections keep their title and digest, and lose content and salt. */
export function publicCopy(document: RoadmapDocument): RoadmapDocument {
  const sections = document.sections.map(
    (section): DocumentSection =>
      section.visibility === 'assured' ? { ...section, salt: null, content: null } : section,
  );
  return { ...document, sections };
}

/** Sections whose content is not in this copy. */
export function withheldSections(document: RoadmapDocument): readonly DocumentSection[] {
  return document.sections.filter(({ content }) => content === null);
}
