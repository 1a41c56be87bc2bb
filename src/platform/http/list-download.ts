import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type CsvTable, writeCsv, writeCsvRows } from '../csv-table.ts';

export type DownloadFormat = 'csv' | 'json';

export interface ListDownload<Item> {
  readonly format: DownloadFormat;
  /** Without its ending. */
  readonly fileName: string;
  /** The list, some items at a time; the next are read once the reader has taken the last. */
  readonly batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;
  readonly table: CsvTable<Item>;
  /** What the JSON file says of itself before `items`, and after them, when all are known. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly foot: () => Readonly<Record<string, unknown>>;
}

const types: Readonly<Record<DownloadFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** Sends a list as a file, however long it is, with no more of it in memory than a batch. */
export function sendListDownload<Item>(reply: FastifyReply, download: ListDownload<Item>): FastifyReply {
  const { format, fileName } = download;
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="${fileName}.${format}"`)
    .send(Readable.from(format === 'csv' ? csvOf(download) : jsonOf(download)));
}

async function* csvOf<Item>({ table, batches }: ListDownload<Item>): AsyncGenerator<string> {
  yield writeCsv(table, []);
  for await (const items of batches) {
    yield writeCsvRows(table, items);
  }
}

async function* jsonOf<Item>({ head, foot, batches }: ListDownload<Item>): AsyncGenerator<string> {
  yield JSON.stringify({ ...head, items: [] }).slice(0, -']}'.length);
  let separator = '\n';
  for await (const items of batches) {
    if (items.length > 0) {
      yield separator + items.map((item) => JSON.stringify(item)).join(',\n');
      separator = ',\n';
    }
  }
  yield `\n],${JSON.stringify(foot()).slice(1)}\n`;
}
