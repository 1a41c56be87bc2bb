import type { RoadmapTemplate } from '../programme/index.ts';
import { type RoadmapDocument, type Signature, withheldSections } from '../roadmap/index.ts';

/** A version as somebody may take it away: what every kind of file is made of. */
export interface RoadmapCopy {
  /** Whole for those who may read all of it; for everybody the public edition. */
  readonly document: RoadmapDocument;
  readonly template: Pick<RoadmapTemplate, 'parts'>;
  /** Decisions on exactly this document; null of a draft. */
  readonly signatures: readonly Signature[] | null;
  /** Of the text that the organisations sign; null of a draft, which has none yet. */
  readonly digest: string | null;
  /** How far the version had come when the copy was made, as a sentence. */
  readonly standing: string;
  /** What was made public; null for a copy of those who work on it. */
  readonly published: PublishedCopy | null;
  /** Whole address of the page that it is a copy of. */
  readonly page: string;
}

interface PublishedCopy {
  readonly recordDigest: string;
  /** Whole address of the signed file, and its name. */
  readonly file: { readonly href: string; readonly name: string };
}

/** Titles of what a copy is without. */
export function leftOut({ document }: Pick<RoadmapCopy, 'document'>): string[] {
  return withheldSections(document).map(({ title }) => title);
}

/** Titles of what is in a copy and in no public edition. */
export function heldForAssurance({ document }: Pick<RoadmapCopy, 'document'>): string[] {
  return document.sections
    .filter(({ visibility, content }) => visibility === 'assured' && content !== null)
    .map(({ title }) => title);
}

export function titleOfCopy({ document }: Pick<RoadmapCopy, 'document'>): string {
  return `Digital roadmap of ${document.footprint.name}, version ${document.version}`;
}
