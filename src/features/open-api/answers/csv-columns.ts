import type { CsvCell } from '../../../platform/csv-table.ts';
import type { SourceAnswer } from './shared-answers.ts';

/** The last columns of every table: how far a row can be trusted, who says so, and whether it was made up. */
export const provenanceColumns = [
  'standing',
  'source_id',
  'source_title',
  'source_publisher',
  'source_url',
  'illustrative',
];

interface Provenance {
  readonly standing: string;
  readonly source: SourceAnswer;
  readonly illustrative: boolean;
}

export function provenanceCells({ standing, source, illustrative }: Provenance): CsvCell[] {
  return [standing, source.id, source.title, source.publisher, source.url, illustrative];
}
