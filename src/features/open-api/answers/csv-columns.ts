import type { CsvCell, CsvColumn } from '../../../platform/csv-table.ts';
import type { SourceAnswer } from './shared-answers.ts';

interface Provenance {
  readonly standing: string;
  readonly source: SourceAnswer;
  readonly illustrative: boolean;
}

/** The last columns of every table: how far a row can be trusted, who says so, and whether it was made up. */
export const provenanceCsv: readonly CsvColumn<Provenance>[] = [
  ['standing', ({ standing }) => standing],
  ['source_id', ({ source }) => source.id],
  ['source_title', ({ source }) => source.title],
  ['source_publisher', ({ source }) => source.publisher],
  ['source_url', ({ source }) => source.url],
  ['illustrative', ({ illustrative }) => illustrative],
];

/** The same for a table whose items have several rows each. */
export const provenanceColumns = provenanceCsv.map(([name]) => name);

export function provenanceCells(item: Provenance): CsvCell[] {
  return provenanceCsv.map(([, cellOf]) => cellOf(item));
}

/** Several codes in one cell. */
export function codesOf(areas: readonly { readonly code: string }[]): string {
  return areas.map(({ code }) => code).join(' ');
}
