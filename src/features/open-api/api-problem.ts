import { z } from 'zod';
import { RequestError } from '../../platform/http/problem.ts';

/** One thing wrong with a request: the parameter, and what it must be. */
export interface ParameterFault {
  readonly parameter: string;
  readonly detail: string;
}

/** Refused because of its parameters; every one that is wrong is named. */
export abstract class ParameterError extends RequestError {
  readonly faults: readonly ParameterFault[];

  constructor(faults: readonly ParameterFault[]) {
    super(faults.map(({ parameter, detail }) => `${parameter} ${detail}`).join('. '));
    this.faults = faults;
  }
}

/** A parameter that cannot be read, or that the operation does not take. */
export class BadParametersError extends ParameterError {
  override readonly name = 'BadParametersError';
  readonly status = 400;
  readonly code = 'bad-parameters';
}

/** A parameter that is well written but names something there is not. */
export class UnknownValueError extends ParameterError {
  override readonly name = 'UnknownValueError';
  readonly status = 422;
  readonly code = 'unknown-value';
}

/** What each refusal means, for its title and for the description of the API. */
export const refusals: Readonly<Record<number, string>> = {
  400: 'A parameter cannot be read',
  404: 'Not found',
  405: 'This API is read-only',
  422: 'A parameter names something unknown',
  429: 'Too many requests',
  503: 'The service is not available just now',
};

/** An answer that says what went wrong (RFC 9457). */
export const problemAnswer = z
  .object({
    type: z.string().describe('Always `about:blank`: title and status say what kind of problem it is.'),
    title: z.string().describe('The kind of problem, in words.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What is wrong here and what to do about it.'),
    code: z.string().describe('The kind of problem, for programs; never changes its meaning.'),
    instance: z.string().describe('A reference for this one answer, to quote when asking for help.'),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string() }))
      .describe('Each wrong parameter, and what it must be.')
      .optional(),
  })
  .describe('What went wrong (RFC 9457, problem details).');

export type ProblemAnswer = z.infer<typeof problemAnswer>;

/** An error as the document sent for it. */
export function problemOf(error: RequestError, instance: string): ProblemAnswer {
  return {
    type: 'about:blank',
    title: refusals[error.status] ?? 'The request was refused',
    status: error.status,
    detail: error.message,
    code: error.code,
    instance,
    ...(error instanceof ParameterError ? { errors: error.faults.map((fault) => ({ ...fault })) } : {}),
  };
}
