import { eachKind } from '../content/content-kinds.ts';
import type { FileTable, KindTable } from '../content/file-table.ts';
import type { RoadmapDocument } from './frozen-document.ts';

/** Every table that is in this copy of a document, of all kinds of content, as files have it. */
export function documentTables(document: RoadmapDocument): FileTable[] {
  return kindTables().flatMap(({ read }) => read(document) ?? []);
}

/** The tables that are in this copy of a document, by name. */
export function tablesIn(document: Pick<RoadmapDocument, 'sections'>): Pick<KindTable, 'name' | 'title'>[] {
  return kindTables().filter(({ isIn }) => isIn(document));
}

function kindTables(): KindTable[] {
  return eachKind(({ files }) => files).flat();
}
