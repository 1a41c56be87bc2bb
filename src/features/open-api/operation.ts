import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { commonParameters, readQuery } from './parameters.ts';

/** What operations answer from. */
export interface ApiDependencies {
  readonly database: Connection;
  readonly pack: ProgrammePack;
  readonly clock: Clock;
  readonly serviceName: string;
}

/** The words about an operation, for its readers. */
export interface OperationWords {
  /** Unique over the API, e.g. `listFootprints`. */
  readonly id: string;
  readonly tag: string;
  /** Below `/api/v1`, e.g. `/footprints/{slug}`. */
  readonly path: string;
  /** A few words. */
  readonly summary: string;
  /** What it answers, in sentences. */
  readonly description: string;
}

/** A request as it comes from outside. */
export interface ApiRequest {
  readonly path: unknown;
  readonly query: unknown;
}

/** An answer, written out. */
export interface ApiReply {
  readonly format: 'json' | 'csv';
  readonly text: string;
  /** The name to keep it under; null where it is not meant to be kept. */
  readonly fileName: string | null;
  /** The cursor of the next page; null where there is none. */
  readonly next: string | null;
}

/** One thing the API can be asked: the words, the shapes and the answering in one place. */
export interface Operation extends OperationWords {
  readonly pathParameters: z.ZodObject;
  readonly queryParameters: z.ZodObject;
  /** Name of the shape of the answer in the description of the API. */
  readonly answerName: string;
  readonly answer: z.ZodType;
  /** Names of the columns; null where no table is offered. */
  readonly csvColumns: readonly string[] | null;
  /** A request, below `/api/v1`, and a shortened answer to it. */
  readonly example: { readonly request: string; readonly answer: unknown };
  /** Statuses it may refuse with. */
  readonly refusals: readonly number[];
  readonly respond: (dependencies: ApiDependencies, request: ApiRequest) => Promise<ApiReply>;
}

export interface ItemSpec<Path extends z.ZodObject, Answer extends z.ZodType> extends OperationWords {
  readonly pathParameters: Path;
  readonly answerName: string;
  readonly answer: Answer;
  /** Whether it answers for a day. */
  readonly isDated: boolean;
  readonly example: { readonly request: string; readonly answer: z.input<Answer> };
  readonly find: (
    dependencies: ApiDependencies,
    path: z.output<Path>,
    day: string,
  ) => Promise<z.input<Answer> | null> | z.input<Answer> | null;
  /** What is said when there is none. */
  readonly missing: string;
}

/** An operation that answers with one thing. */
export function itemOperation<Path extends z.ZodObject, Answer extends z.ZodType>(
  spec: ItemSpec<Path, Answer>,
): Operation {
  const { find, missing, isDated, ...described } = spec;
  const queryParameters = commonParameters.pick(isDated ? { 'as-at': true } : {});
  return {
    ...described,
    queryParameters,
    csvColumns: null,
    refusals: [400, 404, 429, 503],
    respond: async (dependencies, request) => {
      const asked = commonParameters.parse(readQuery(queryParameters, request.query));
      const path = spec.pathParameters.safeParse(request.path);
      const day = asked['as-at'] ?? dependencies.pack.positionOn;
      const body = path.success ? await find(dependencies, path.data, day) : null;
      if (body === null) {
        throw new NotFoundError(missing);
      }
      return { format: 'json', text: JSON.stringify(body), fileName: null, next: null };
    },
  };
}
