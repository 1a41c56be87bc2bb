import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { csvLimitOptions, csvLimitReason } from '../../platform/files/csv-limits.ts';
import { withoutHidden } from '../../platform/forms/hidden-characters.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import type { Role } from '../identity/index.ts';
import { parseInvitationForm, type TypedInvitation } from './parse-people-forms.ts';

export interface TypedRow {
  /** Of the file, the heading being the first. */
  readonly line: number;
  readonly invitation: TypedInvitation;
}

export interface PeopleFile {
  readonly rows: readonly TypedRow[];
  /** All that is wrong, each with its line. */
  readonly errors: readonly FieldError[];
}

const columns = ['email', 'name', 'role', 'place', 'job title', 'until'] as const;
const limits = { rows: 1000, columns: 20, recordBytes: 10_000 };

/** Reads people to invite, one a line below a line of headings; separated by commas, semicolons or tabs as spreadsheets have it. */
export function parsePeopleFile(text: string, roles: readonly Role[], today: string): PeopleFile {
  const [heading = '', ...lines] = splitLines(text);
  if (typeof heading === 'string' || lines.length === 0) {
    return fault(
      typeof heading === 'string' && heading !== '' ? heading : 'Enter a line of headings, and a line for each person',
    );
  }
  const names = heading.map((name) => withoutHidden(name).trim().toLowerCase());
  const missing = (['email', 'name', 'role'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return fault(`The first line must name the columns. Missing: ${missing.join(', ')}. Known: ${columns.join(', ')}`);
  }
  const results = lines.flatMap((line, index) =>
    typeof line === 'string' || line.every((cell) => cell === '')
      ? []
      : [{ line: index + 2, outcome: parseInvitationForm(formOf(names, line), roles, today) }],
  );
  return {
    rows: results.flatMap(({ line, outcome }) => (outcome.kind === 'ok' ? [{ line, invitation: outcome.value }] : [])),
    errors: results.flatMap(({ line, outcome }) =>
      outcome.kind === 'errors'
        ? outcome.errors.map(({ field, message }) => errorOfLine(line, messageOf(field, message, roles)))
        : [],
    ),
  };
}

/** What is wrong with a line, to stand beside the whole text. */
export function errorOfLine(line: number, message: string): FieldError {
  return { field: 'people', message: `Line ${line}: ${message}` };
}

function messageOf(field: string, message: string, roles: readonly Role[]): string {
  return field === 'role' ? `the role must be one of ${roles.join(', ')}` : lowered(message);
}

function lowered(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function fault(message: string): PeopleFile {
  return { rows: [], errors: [{ field: 'people', message }] };
}

/** Spreadsheets separate cells by commas, by semicolons in some countries, and by tabs in what is copied from them. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return ['\t', ';', ','].find((separator) => first.includes(separator)) ?? ',';
}

/** Rows of cells; what is no table is one text that says why. */
function splitLines(text: string): (string[] | string)[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      trim: true,
      ...csvLimitOptions(limits),
    }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) {
      return [csvLimitReason(error, limits) ?? `This is no table: ${error.message}`];
    }
    throw error;
  }
}

function formOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  const form = Object.fromEntries(names.map((name, index) => [name.replaceAll(' ', '-'), cells[index] ?? '']));
  return { ...form, role: (form.role ?? '').toLowerCase().replaceAll(' ', '-') };
}
