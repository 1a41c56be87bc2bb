import { z } from 'zod';
import { type CsvTable, writeCsv } from '../../platform/csv-table.ts';
import { decodeCursor, encodeCursor, listMark } from '../../platform/cursor.ts';
import type { Page, Slice } from '../../platform/page.ts';
import { BadParametersError } from './api-problem.ts';
import { exampleDay } from './examples/directory-examples.ts';
import type { ApiDependencies, ApiReply, Operation, OperationWords } from './operation.ts';
import { type CommonParameters, commonParameters, defaultLimit, readQuery } from './parameters.ts';

/** What every item of every list says: whether it was made up to show the service. */
interface Item {
  readonly illustrative: boolean;
}

export interface ListSpec<Filters extends z.ZodObject, Shape extends z.ZodType<Item, Item>> extends OperationWords {
  readonly filters: Filters;
  /** Whether it answers for a day. */
  readonly isDated: boolean;
  readonly itemName: string;
  readonly item: Shape;
  /** How many values the sort key of a row has. */
  readonly keyLength: number;
  readonly list: (
    dependencies: ApiDependencies,
    filters: z.output<Filters>,
    part: { readonly day: string; readonly slice: Slice },
  ) => Promise<Page<z.output<Shape>>>;
  /** Null where no table is offered. */
  readonly csv: CsvTable<z.output<Shape>> | null;
  readonly example: { readonly request: string; readonly items: readonly z.output<Shape>[]; readonly total: number };
}

/** An operation that answers with a list, page by page, and as a table where it has one. */
export function listOperation<Filters extends z.ZodObject, Shape extends z.ZodType<Item, Item>>(
  spec: ListSpec<Filters, Shape>,
): Operation {
  const { id, tag, path, summary, description, example } = spec;
  const queryParameters = queryOf(spec);
  return {
    id,
    tag,
    path,
    summary,
    description,
    queryParameters,
    pathParameters: z.object({}),
    answerName: `${spec.itemName}List`,
    answer: listAnswer(spec.item, spec.isDated),
    csvColumns: spec.csv?.columns ?? null,
    example: {
      request: example.request,
      answer: bodyOf({ rows: example.items, total: example.total, next: null }, null, spec.isDated ? exampleDay : null),
    },
    refusals: Object.keys(spec.filters.shape).length === 0 ? [400, 429, 503] : [400, 422, 429, 503],
    respond: async (dependencies, request) => {
      const query = readQuery(queryParameters, request.query);
      return respondWith(spec, dependencies, spec.filters.parse(query), commonParameters.parse(query));
    },
  };
}

function queryOf<Filters extends z.ZodObject, Shape extends z.ZodType<Item, Item>>(spec: ListSpec<Filters, Shape>) {
  const { 'as-at': asAt, limit, cursor, format } = commonParameters.shape;
  return z.object({
    ...spec.filters.shape,
    ...(spec.isDated ? { 'as-at': asAt } : {}),
    limit,
    cursor,
    ...(spec.csv === null ? {} : { format }),
  });
}

function listAnswer(item: z.ZodType, isDated: boolean) {
  return z
    .object({
      items: z.array(item),
      next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
      total: z.int().describe('Items on all pages together.'),
      illustrative: z.boolean().describe('True when any item here was made up to show the service.'),
      ...(isDated ? { asAt: z.iso.date().describe('The day the answer holds for.') } : {}),
    })
    .describe('One page of a list.');
}

async function respondWith<Filters extends z.ZodObject, Shape extends z.ZodType<Item, Item>>(
  spec: ListSpec<Filters, Shape>,
  dependencies: ApiDependencies,
  filters: z.output<Filters>,
  asked: CommonParameters,
): Promise<ApiReply> {
  const day = asked['as-at'] ?? dependencies.pack.positionOn;
  const mark = listMark(spec.id, { ...filters, day });
  const slice = sliceOf(asked, mark, spec.keyLength);
  const page = await spec.list(dependencies, filters, { day, slice });
  const next = page.next === null ? null : encodeCursor(mark, page.next);
  if (spec.csv !== null && asked.format === 'csv') {
    const name = spec.path.slice(1);
    const fileName = `${spec.isDated ? `${name}-${day}` : name}.csv`;
    return { format: 'csv', text: writeCsv(spec.csv, page.rows), fileName, next };
  }
  const body = bodyOf(page, next, spec.isDated ? day : null);
  return { format: 'json', text: JSON.stringify(body), fileName: null, next };
}

function sliceOf({ limit, cursor, format }: CommonParameters, mark: string, keyLength: number): Slice {
  const unasked = format === 'csv' ? null : defaultLimit;
  const after = cursor === undefined ? null : decodeCursor(cursor, mark, keyLength);
  if (cursor !== undefined && after === null) {
    const detail =
      'is not a cursor of this list with these filters; take next from the answer before, and keep the filters';
    throw new BadParametersError([{ parameter: 'cursor', detail }]);
  }
  return { after, limit: limit ?? unasked };
}

function bodyOf(page: Page<Item>, next: string | null, day: string | null) {
  return {
    items: page.rows,
    next,
    total: page.total,
    illustrative: page.rows.some(({ illustrative }) => illustrative),
    ...(day === null ? {} : { asAt: day }),
  };
}
