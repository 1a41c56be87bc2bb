import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  parseRows,
  ReferenceDataError,
  type ReferenceFault,
  referenceShapes as shapes,
  table,
} from '../../reference-facts/index.ts';
import { describeFault, type ImportFault } from '../read/import-faults.ts';
import { NamedTable } from '../read/spreadsheets/named-table.ts';
import { namedCells, tableRecords } from '../read/spreadsheets/table-text.ts';
import type { ReleaseDetails } from './release-details.ts';

const RELEASES = 'releases.csv';

const releaseTable = table(
  RELEASES,
  {
    series: shapes.slug,
    version: shapes.wholeNumber,
    title: shapes.text,
    publisher: shapes.text,
    published_on: shapes.date,
    url: shapes.optionalUrl,
    licence: shapes.text,
    standing: shapes.standing,
    note: shapes.optionalText,
  },
  ({ published_on: publishedOn, note, ...row }): ReleaseDetails => ({ ...row, publishedOn, note: note ?? '' }),
);

/** The releases that come with the service, by `releases.csv` of a folder. Throws `ReferenceDataError` where it is not sound. */
export async function readReleaseList(folder: string): Promise<ReleaseDetails[]> {
  const faults: ReferenceFault[] = [];
  const given = { fileName: RELEASES, text: await readFile(path.join(folder, RELEASES), 'utf8') };
  const [header, ...below] = tableRecords(given, faults);
  const named = NamedTable.find([releaseTable.columns], header?.fields ?? []);
  if (named === null) {
    faults.push({ file: RELEASES, line: 1, message: `the header must be ${releaseTable.columns.join(',')}` });
    throw new ReferenceDataError([folder], faults);
  }
  const cells = below.flatMap(({ line, fields }) => namedCells(named, { file: RELEASES, line, value: fields }, faults));
  const releases = parseRows(cells, releaseTable, faults);
  if (faults.length > 0) {
    throw new ReferenceDataError([folder], faults);
  }
  return releases.map(({ value }) => value);
}

/** What is thrown where a file that comes with the service is not sound. */
export function unsoundFile(folder: string, file: string, faults: readonly ImportFault[]): ReferenceDataError {
  return new ReferenceDataError(
    [folder],
    faults.map((fault) => ({ file, line: fault.line ?? 1, message: describeFault(fault) })),
  );
}

/** The text of a release of such a list, by its name and version. */
export async function readReleaseFile(
  folder: string,
  { series, version }: Pick<ReleaseDetails, 'series' | 'version'>,
): Promise<{ readonly fileName: string; readonly text: string }> {
  const fileName = `${series}-${version}.csv`;
  return { fileName, text: await readFile(path.join(folder, fileName), 'utf8') };
}
