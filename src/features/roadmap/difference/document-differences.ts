import type { PartText } from '../content/parts/part.ts';
import { partSection } from '../content/parts/part-section.ts';
import { documentTables } from '../documents/document-tables.ts';
import { type RoadmapDocument, sectionsOfKind, withheldSections } from '../documents/frozen-document.ts';
import { type TableDifference, tableDifference } from './table-difference.ts';
import { type TextPiece, textDifference } from './text-difference.ts';

/** Everything that two documents of a footprint say differently, as far as both copies have it. */
export interface DocumentDifferences {
  readonly membersJoined: readonly string[];
  readonly membersLeft: readonly string[];
  readonly texts: readonly TextChange[];
  readonly tables: readonly TableDifference[];
  /**
   * Titles of sections that one of the copies is without. Nobody can say whether they differ: the same words have another digest in each
   * version.
   */
  readonly unseen: readonly string[];
}

export interface TextChange {
  readonly id: string;
  readonly title: string;
  readonly pieces: readonly TextPiece[];
}

export function documentDifferences(before: RoadmapDocument, after: RoadmapDocument): DocumentDifferences {
  const unseen = [before, after].flatMap(withheldSections);
  return {
    membersJoined: missingIn(before, after),
    membersLeft: missingIn(after, before),
    texts: textChanges(before, after),
    tables: tableChanges(before, after, new Set(unseen.map(({ id }) => id))),
    unseen: [...new Set(unseen.map(({ title }) => title))],
  };
}

/** Names of the members of one document that are none in the other. */
function missingIn({ members }: RoadmapDocument, other: RoadmapDocument): string[] {
  return other.members.filter(({ code }) => !members.some((member) => member.code === code)).map(({ name }) => name);
}

function textChanges(before: RoadmapDocument, after: RoadmapDocument): TextChange[] {
  const earlier = sectionsOfKind(before, partSection);
  const later = sectionsOfKind(after, partSection);
  const ids = [...new Set([...later, ...earlier].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const was = earlier.find((section) => section.id === id);
    const is = later.find((section) => section.id === id);
    if (was?.content === null || is?.content === null) {
      return [];
    }
    const [from, to] = [wordsOf(was?.content), wordsOf(is?.content)];
    return from === to ? [] : [{ id, title: is?.title ?? was?.title ?? id, pieces: textDifference(from, to) }];
  });
}

function wordsOf(part: PartText | undefined): string {
  return part === undefined ? '' : [part.localHeading, part.body].filter((words) => words !== '').join('\n\n');
}

/** A table whose section is in one copy alone is told of among what cannot be seen, and not as if all of it were new. */
function tableChanges(before: RoadmapDocument, after: RoadmapDocument, unseen: ReadonlySet<string>): TableDifference[] {
  const earlier = documentTables(before);
  const later = documentTables(after);
  const names = [...new Set([...later, ...earlier].map(({ name }) => name))];
  return names.flatMap((name) => {
    const was = earlier.find((table) => table.name === name) ?? null;
    const is = later.find((table) => table.name === name) ?? null;
    const sectionId = is?.sectionId ?? was?.sectionId ?? '';
    const difference = unseen.has(sectionId) ? null : tableDifference(was, is);
    const isOther =
      difference !== null && [difference.added, difference.removed, difference.changed].some((rows) => rows.length > 0);
    return isOther ? [difference] : [];
  });
}
