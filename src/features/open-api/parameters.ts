import { z } from 'zod';
import { BadParametersError, type ParameterFault } from './api-problem.ts';

/* What may be asked for in an address, and how it is read. */

export const largestLimit = 500;
export const defaultLimit = 100;

const limitWords = `must be a whole number from 1 to ${largestLimit}`;
const dayWords = 'must be a day like 2016-06-30, from 1900 to 2100';
const textWords = 'must be given once, with at most 100 characters';
const printable = /^[^\p{Cc}\p{Cs}]+$/u;

const limit = z.coerce
  .number({ error: limitWords })
  .int({ error: limitWords })
  .min(1, { error: limitWords })
  .max(largestLimit, { error: limitWords })
  .describe(`How many items at most. A table (\`format=csv\`) holds the whole list unless a limit is given.`)
  .meta({ default: defaultLimit })
  .optional();

const cursor = z
  .string({ error: 'must be given once' })
  .max(2000, { error: 'is too long to be a cursor' })
  .describe('Where to go on: `next` of the answer before, with the same filters.')
  .optional();

const day = z.iso
  .date({ error: dayWords })
  .refine((text) => text >= '1900-01-01' && text <= '2100-12-31', { error: dayWords });

const asAt = day
  .describe("The day to answer for; the programme's own position date if not given.")
  .meta({ examples: ['2016-06-30'] })
  .optional();

const format = z
  .enum(['json', 'csv'], { error: 'must be json or csv' })
  .describe('`csv` for a table to open in a spreadsheet.')
  .meta({ default: 'json' })
  .optional();

/** Parameters that mean the same wherever they are taken. */
export const commonParameters = z.object({ 'as-at': asAt, limit, cursor, format });

export type CommonParameters = z.output<typeof commonParameters>;

/** A filter by text or code. */
export function textParameter(description: string, example: string) {
  return z
    .string({ error: textWords })
    .max(100, { error: textWords })
    .regex(printable, { error: 'must not contain control characters' })
    .describe(description)
    .meta({ examples: [example] })
    .optional();
}

/** A day that must be given. */
export function requiredDayParameter(description: string, example: string) {
  return day.describe(description).meta({ examples: [example] });
}

/** A day that bounds a list. */
export function dayParameter(description: string, example: string) {
  return requiredDayParameter(description, example).optional();
}

/** A filter by one of a few words. */
export function choiceParameter<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  description: string,
) {
  return z
    .enum(choices, { error: `must be one of: ${choices.join(', ')}` })
    .describe(description)
    .optional();
}

/** A part of the path. */
export function pathParameter(description: string, example: string) {
  return z
    .string()
    .max(200)
    .regex(printable)
    .describe(description)
    .meta({ examples: [example] });
}

/**
 * The query of an address as its shape says; throws `BadParametersError` naming every parameter that is wrong, not taken,
 * or given more than once. An empty value counts as not given, as forms send it so.
 */
export function readQuery<Query extends z.ZodObject>(shape: Query, query: unknown): z.output<Query> {
  const given = Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''));
  const untaken = Object.keys(given).filter((name) => !Object.hasOwn(shape.shape, name));
  const parsed = shape.safeParse(given);
  const faults: ParameterFault[] = [
    ...untaken.map((parameter) => ({ parameter, detail: `is not taken here; ${takenWords(shape)}` })),
    ...faultsOf(parsed.error),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new BadParametersError(faults);
  }
  return parsed.data;
}

/** The first thing wrong with each parameter: one reason is enough to mend it. */
function faultsOf(error: z.ZodError | undefined): ParameterFault[] {
  const found = new Map<string, string>();
  for (const issue of error?.issues ?? []) {
    const parameter = String(issue.path[0] ?? '');
    found.set(parameter, found.get(parameter) ?? issue.message);
  }
  return [...found].map(([parameter, detail]) => ({ parameter, detail }));
}

function takenWords(shape: z.ZodObject): string {
  const names = Object.keys(shape.shape);
  return names.length === 0 ? 'there are no parameters' : `the parameters are ${names.join(', ')}`;
}
