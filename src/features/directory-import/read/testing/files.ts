import { type ImportFault, ImportFaultsError } from '../import-faults.ts';
import type { ImportItem } from '../import-item.ts';
import { type ReadOptions, readFile } from '../read-file.ts';

/** The bytes of a file as a stream gives them: cut after each of the lengths in turn. */
export async function* inChunks(
  content: string | Uint8Array,
  lengths: readonly number[] = [],
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const length = lengths.length === 0 ? bytes.length : Math.max(1, lengths[turn % lengths.length] ?? 1);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

export async function everythingOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

export async function itemsOf(content: string | Uint8Array, options: ReadOptions): Promise<ImportItem[]> {
  return everythingOf(readFile(inChunks(content), options));
}

/** The error a file is refused with. */
export async function refusalOf(reading: AsyncIterable<unknown>): Promise<ImportFaultsError> {
  try {
    await everythingOf(reading);
  } catch (error) {
    if (error instanceof ImportFaultsError) {
      return error;
    }
    throw error;
  }
  throw new Error('the file was read without a fault');
}

export async function faultsOf(content: string | Uint8Array, options: ReadOptions): Promise<readonly ImportFault[]> {
  return (await refusalOf(readFile(inChunks(content), options))).faults;
}

const practice = [
  ...['A99001', 'THE EXAMPLE SURGERY', 'Y54', 'Q74', 'THE HEALTH CENTRE', '1 EXAMPLE STREET', 'STOCKTON', 'CLEVELAND'],
  ...['', 'TS18 1ZZ', '19740401', '', 'A', 'B', '00K', '20130401', '', '01632 960001', '', '', '', '0', '', '00K', ''],
  ...['4', ''],
];

/** One row of a made-up file of practices, with some cells, by their column from 1, put otherwise. */
export function practiceRow(cells: Readonly<Record<number, string>> = {}): string {
  return csvRow(practice.map((cell, index) => cells[index + 1] ?? cell));
}

/** One row of 27 columns of which only those given are filled. */
export function sparseRow(cells: Readonly<Record<number, string>>): string {
  return csvRow(Array.from({ length: 27 }, (_, index) => cells[index + 1] ?? ''));
}

export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}
