import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../command.ts';

export interface BoundaryArguments {
  readonly file: string;
  readonly kind: string;
  readonly codeProperty: string | null;
  readonly nameProperty: string | null;
  readonly objectName: string | null;
  readonly codesFile: string | null;
  readonly codesFrom: string;
  readonly codesTo: string;
  readonly datedOn: string;
  readonly validTo: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string;
  readonly skipsUnknown: boolean;
  readonly isDryRun: boolean;
}

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

const schema = z
  .object({
    kind: z.string('--kind must say what the areas are, such as stp or ccg').trim().min(1, '--kind must not be empty'),
    'code-property': optional,
    'name-property': optional,
    object: optional,
    codes: optional,
    'codes-from': z.string().trim().min(1).default('from'),
    'codes-to': z.string().trim().min(1).default('to'),
    dated: z.iso.date('--dated must be the first day the file holds for, such as 2015-04-01'),
    'valid-to': z.iso.date('--valid-to must be a day such as 2021-04-01').nullable().default(null),
    title: optional,
    publisher: z.string().trim().min(1).default('Not stated'),
    url: z.url('--url must be an address such as https://example.org').nullable().default(null),
    licence: z
      .string('--licence must say on what terms the file may be shown')
      .trim()
      .min(1, '--licence must not be empty'),
    'skip-unknown': z.boolean().default(false),
    'dry-run': z.boolean().default(false),
  })
  .refine((given) => given['valid-to'] === null || given['valid-to'] > given.dated, '--valid-to must be after --dated');

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  kind: text,
  'code-property': text,
  'name-property': text,
  object: text,
  codes: text,
  'codes-from': text,
  'codes-to': text,
  dated: text,
  'valid-to': text,
  title: text,
  publisher: text,
  url: text,
  licence: text,
  'skip-unknown': flag,
  'dry-run': flag,
} as const;

/** Reads what is to be brought in and how; throws `UsageError` with everything that is wrong with it. */
export function readBoundaryArguments(args: readonly string[]): BoundaryArguments {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const parsed = schema.safeParse(values);
  const [file, ...others] = positionals;
  const problems = [
    ...(file === undefined ? ['Name the file to import.'] : []),
    ...(others.length > 0 ? ['Name one file at a time.'] : []),
    ...(parsed.success ? [] : parsed.error.issues.map(({ message }) => message)),
  ];
  if (!parsed.success || file === undefined || problems.length > 0) {
    throw new UsageError(problems.join('\n'));
  }
  const given = parsed.data;
  return {
    file,
    kind: given.kind,
    codeProperty: given['code-property'],
    nameProperty: given['name-property'],
    objectName: given.object,
    codesFile: given.codes,
    codesFrom: given['codes-from'],
    codesTo: given['codes-to'],
    datedOn: given.dated,
    validTo: given['valid-to'],
    title: given.title ?? path.basename(file),
    publisher: given.publisher,
    url: given.url,
    licence: given.licence,
    skipsUnknown: given['skip-unknown'],
    isDryRun: given['dry-run'],
  };
}
