import type { RoadmapTemplate } from '../programme/index.ts';
import type { DocumentSection, RoadmapDocument, SectionOf } from './frozen-document.ts';

/** What is shown in a chapter beneath its text. */
export type ChapterTable = 'members' | 'trajectory' | 'deployments' | 'universal-plans' | 'sign-up';

/** One part of a document with the tables that belong to it. */
export interface DocumentChapter {
  readonly id: string;
  /** Number in the template; null for tables that stand outside any part. */
  readonly number: number | null;
  /** The footprint's own heading where it gave one. */
  readonly heading: string;
  /** The template's title where the heading is another; empty otherwise. */
  readonly templateTitle: string;
  readonly visibility: DocumentSection['visibility'];
  /** Stands for the text where it is left out. */
  readonly digest: string;
  /** Null where it is left out of this copy. */
  readonly body: string | null;
  readonly tables: readonly ChapterTable[];
}

const tablesOfKind: Readonly<Record<string, readonly ChapterTable[]>> = {
  'key-information': ['members'],
  narrative: [],
  capabilities: ['trajectory', 'deployments'],
  universal: ['universal-plans'],
  'sign-up': ['sign-up'],
};

/**
 * The chapters of a document in the order it was frozen in, its tables beneath the parts they belong to. Tables whose part the
 * template no longer has stand at the end, so that nothing of a document is ever left unread.
 */
export function documentChapters(
  document: RoadmapDocument,
  template: Pick<RoadmapTemplate, 'parts'>,
): DocumentChapter[] {
  const parts = document.sections.filter((section) => section.kind === 'part');
  const chapters = parts.map((section) => chapterOf(section, template));
  const placed = new Set(chapters.flatMap(({ tables }) => tables));
  const left = document.sections.filter((section) => section.kind !== 'part' && !placed.has(section.kind));
  return [...chapters, ...(placed.has('members') ? [] : [membersChapter]), ...left.map(looseChapter)];
}

/** Who the document is of is part of what is signed, whether or not the template has a part for it. */
const membersChapter: DocumentChapter = {
  id: 'members',
  number: null,
  heading: 'Members of the footprint',
  templateTitle: '',
  visibility: 'public',
  digest: '',
  body: '',
  tables: ['members'],
};

function chapterOf(section: SectionOf<'part'>, { parts }: Pick<RoadmapTemplate, 'parts'>): DocumentChapter {
  const part = parts.find(({ id }) => section.id === `part-${id}`);
  const localHeading = section.content?.localHeading ?? '';
  return {
    id: section.id,
    number: part?.number ?? null,
    heading: localHeading === '' ? section.title : localHeading,
    templateTitle: localHeading === '' ? '' : section.title,
    visibility: section.visibility,
    digest: section.digest,
    body: section.content?.body ?? null,
    tables: part === undefined ? [] : (tablesOfKind[part.kind] ?? []),
  };
}

function looseChapter({ id, kind, title, visibility, digest }: DocumentSection): DocumentChapter {
  const tables = kind === 'part' ? [] : [kind];
  return { id, number: null, heading: title, templateTitle: '', visibility, digest, body: '', tables };
}

/** The section of a document that holds one kind of table. */
export function sectionOfKind<K extends DocumentSection['kind']>(
  document: RoadmapDocument,
  kind: K,
): Extract<DocumentSection, { kind: K }> | undefined {
  return document.sections.find((section): section is Extract<DocumentSection, { kind: K }> => section.kind === kind);
}
