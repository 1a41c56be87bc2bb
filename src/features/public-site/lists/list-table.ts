import type { CsvCell } from '../../../platform/csv-table.ts';
import type { AreaRef, SourceRef, Standing } from '../../directory/index.ts';

/* What the files of all lists have in common; their names are those of the API. */

/** The last columns of every table: how far a row can be trusted, who says so, and whether it was made up. */
export const provenanceColumns = [
  'standing',
  'source_id',
  'source_title',
  'source_publisher',
  'source_url',
  'illustrative',
] as const;

export interface Provenance {
  readonly standing: Standing;
  readonly source: SourceRef;
}

/** No fact of the directory is made up; `illustrative` says whether something else in the row is. */
export function provenanceCells({ standing, source }: Provenance, illustrative = false): CsvCell[] {
  return [standing, source.sourceId, source.title, source.publisher, source.url, illustrative];
}

export function provenanceItem({ standing, source }: Provenance, illustrative = false) {
  const { sourceId, title, publisher, url } = source;
  return { standing, source: { id: sourceId, title, publisher, url }, illustrative };
}

export function areaItem({ code, name, slug }: AreaRef) {
  return { code, name, slug };
}

/** Several codes in one cell. */
export function codesOf(areas: readonly AreaRef[]): string {
  return areas.map(({ code }) => code).join(' ');
}
