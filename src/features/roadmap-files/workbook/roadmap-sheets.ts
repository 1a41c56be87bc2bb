import type { CellKind, CellToWrite, SheetToWrite } from '../../../platform/files/workbook/workbook.ts';
import { listInWords } from '../../../views/format.ts';
import { documentTables, type FileCell, type FileTable } from '../../roadmap/index.ts';
import { heldForAssurance, leftOut, type RoadmapCopy, titleOfCopy } from '../roadmap-copy.ts';

const cell = (text: string, kind: CellKind = 'plain'): CellToWrite => ({ text, kind });

/** A version as a workbook: what it is, then a sheet for each of its tables. */
export function roadmapSheets(copy: RoadmapCopy): SheetToWrite[] {
  return [aboutSheet(copy), ...documentTables(copy.document).map(tableSheet)];
}

function aboutSheet(copy: RoadmapCopy): SheetToWrite {
  const { document, standing, digest, published, page } = copy;
  const [without, held] = [leftOut(copy), heldForAssurance(copy)];
  const facts: readonly (readonly [string, string])[] = [
    ['Programme', document.programme.title],
    ['Round', document.round.label],
    ['Footprint', `${document.footprint.name} (${document.footprint.code})`],
    ['Version', String(document.version)],
    ['Standing', standing],
    ...(held.length === 0 ? [] : ([['Not for publication', `It holds for assurance: ${listInWords(held)}`]] as const)),
    ...(without.length === 0 ? [] : ([['Left out', `For assurance only: ${listInWords(without)}`]] as const)),
    ...(document.illustrative ? ([['Illustrative', 'What is planned here is made up.']] as const) : []),
    ['Taken from', page],
    ...(digest === null ? [] : ([['Digest of the signed text', digest]] as const)),
    ...(published === null ? [] : ([['Signed file, to verify', published.file.href]] as const)),
  ];
  return {
    name: 'About this file',
    columns: [{ width: 28 }, { width: 90 }],
    frozenRows: 0,
    rows: [[cell(titleOfCopy(copy), 'title')], ...facts.map(([name, text]) => [cell(name, 'part'), cell(text)])],
  };
}

function tableSheet({ title, columns, rows }: FileTable): SheetToWrite {
  return {
    name: title,
    columns: columns.map(({ width }) => ({ width })),
    frozenRows: 1,
    isFree: true,
    rows: [columns.map(({ heading }) => cell(heading, 'head')), ...rows.map((row) => row.map(writtenCell))],
  };
}

function writtenCell(value: FileCell): CellToWrite {
  return typeof value === 'number' ? cell(String(value), 'number') : cell(value ?? '');
}
