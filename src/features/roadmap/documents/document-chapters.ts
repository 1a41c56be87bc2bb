import type { RoadmapPart, RoadmapTemplate } from '../../programme/index.ts';
import { eachKind } from '../content/content-kinds.ts';
import type { PartText } from '../content/parts/part.ts';
import { partSection, sectionIdOf } from '../content/parts/part-section.ts';
import { type DocumentSection, type RoadmapDocument, sectionsOfKind } from './frozen-document.ts';

/** What is shown in a chapter beneath its text: `members`, `sign-up`, or the kind of a section of the document. */
export type ChapterTable = string;

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

/**
 * The chapters of a document in the order it was frozen in, its tables beneath the parts they belong to. Tables whose part the
 * template no longer has stand at the end, so that nothing of a document is ever left unread.
 */
export function documentChapters(
  document: RoadmapDocument,
  template: Pick<RoadmapTemplate, 'parts'>,
): DocumentChapter[] {
  const parts = sectionsOfKind(document, partSection);
  const chapters = parts.map((section) => chapterOf(section, document, template));
  const placed = new Set(chapters.flatMap(({ tables }) => tables));
  const left = document.sections.filter(({ kind }) => kind !== partSection.kind && !placed.has(kind));
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

function chapterOf(
  section: DocumentSection<PartText>,
  document: RoadmapDocument,
  { parts }: Pick<RoadmapTemplate, 'parts'>,
): DocumentChapter {
  const part = parts.find(({ id }) => section.id === sectionIdOf(id));
  const localHeading = section.content?.localHeading ?? '';
  return {
    id: section.id,
    number: part?.number ?? null,
    heading: localHeading === '' ? section.title : localHeading,
    templateTitle: localHeading === '' ? '' : section.title,
    visibility: section.visibility,
    digest: section.digest,
    body: section.content?.body ?? null,
    tables: part === undefined ? [] : tablesOf(part, document),
  };
}

/** What the service fills in, and the tables of the document that stand in the part. */
function tablesOf(part: RoadmapPart, { sections }: RoadmapDocument): ChapterTable[] {
  const filledIn = part.kind === 'key-information' ? ['members'] : part.kind === 'sign-up' ? ['sign-up'] : [];
  const written = eachKind(({ section, table }) => {
    const stands = table?.standsIn(part) === true && sections.some(({ kind }) => kind === section.kind);
    return stands ? section.kind : [];
  });
  return [...filledIn, ...written.flat()];
}

function looseChapter({ id, kind, title, visibility, digest }: DocumentSection): DocumentChapter {
  const tables = kind === partSection.kind ? [] : [kind];
  return { id, number: null, heading: title, templateTitle: '', visibility, digest, body: '', tables };
}
