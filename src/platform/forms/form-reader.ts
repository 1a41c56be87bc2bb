import { hasHidden, looksEmpty, withoutHidden } from './hidden-characters.ts';
import { cleanText, type FieldError, type PostedForm } from './posted-form.ts';
import type { TypedForm } from './typed-form.ts';

export type FormOutcome<T> =
  /** With what was typed, to fill the form again where something that is looked up later refuses it. */
  | { readonly kind: 'ok'; readonly value: T; readonly typed: TypedForm }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[]; readonly typed: TypedForm };

export interface TextRule {
  /** How a message begins that is about this field. */
  readonly label: string;
  /** In Unicode characters, a line break being one. */
  readonly limit: number;
  /** Said when the field is empty; leave it out where an empty field is allowed. */
  readonly required?: string;
  /** What else is wrong with a text, or null; asked before its length. */
  readonly problem?: (text: string) => string | null;
  /** What is said of a text with so many characters, where the usual words do not fit. */
  readonly tooLong?: (length: number) => string;
}

/** Reads fields one by one, remembers what was typed and every error, and gives both at the end. */
export interface FormReader {
  /** Text of any number of lines. One of which nothing is seen is empty. */
  text(field: string, rule: TextRule): string;
  /**
   * Text of one line: line breaks and runs of spaces become one space. One with characters that cannot be seen is refused, since two
   * names could look the same; it is shown again without them.
   */
  line(field: string, rule: TextRule): string;
  /** One of the ids offered, or null when nothing was chosen. */
  choice<T extends string>(field: string, offered: readonly T[], message: string): T | null;
  /** As `choice`, for a field that must be filled; the first id offered stands in after the error. */
  requiredChoice<T extends string>(field: string, offered: readonly T[], message: string): T;
  /** Any number of the ids offered, each once, in the order offered. */
  choices<T extends string>(field: string, offered: readonly T[], message: string): readonly T[];
  /** The revision the page was made from. */
  revision(field?: string, message?: string): number;
  fail(field: string, message: string): void;
  outcome<T>(value: T): FormOutcome<T>;
}

/** A revision is never guessed: with a wrong one a save would overwrite another person's words unseen. */
const copyAndReload = 'Copy what you have typed, reload the page and save again';

/** Begins to read a posted form, which may hold anything at all under any name. */
export function readForm(form: PostedForm): FormReader {
  const errors: FieldError[] = [];
  const typed: Record<string, string | readonly string[]> = {};
  const fail = (field: string, message: string) => {
    errors.push({ field, message });
  };

  const text = (field: string, rule: TextRule, kind = anyText): string => {
    const posted = postedValue(form, field) ?? '';
    typed[field] = kind.again(lastText(posted));
    if (typeof posted !== 'string') {
      fail(field, `${rule.label} must be sent once, as text`);
      return '';
    }
    const value = looksEmpty(posted) ? '' : kind.clean(posted);
    const problem = value !== '' && kind.isRefused(posted) ? hiddenProblem(rule) : textProblem(value, rule);
    if (problem !== null) {
      fail(field, problem);
    }
    return value;
  };

  const choice = <T extends string>(field: string, offered: readonly T[], message: string): T | null => {
    const posted = postedValue(form, field) ?? '';
    typed[field] = lastText(posted);
    const chosen = offered.find((id) => id === posted);
    if (chosen === undefined && posted !== '') {
      fail(field, message);
    }
    return chosen ?? null;
  };

  return {
    fail,
    text: (field, rule) => text(field, rule),
    line: (field, rule) => text(field, rule, oneLine),
    choice,
    requiredChoice: (field, offered, message) => {
      const chosen = choice(field, offered, message);
      if (chosen === null && !errors.some((error) => error.field === field)) {
        fail(field, message);
      }
      return chosen ?? firstOf(offered, field);
    },
    choices: (field, offered, message) => {
      const posted = listOf(postedValue(form, field));
      typed[field] = posted.map(lastText);
      const chosen = offered.filter((id) => posted.includes(id));
      if (posted.some((item) => !offered.some((id) => id === item))) {
        fail(field, message);
      }
      return chosen;
    },
    revision: (field = 'revision', message = copyAndReload) => {
      const posted = postedValue(form, field);
      typed[field] = lastText(posted);
      if (typeof posted === 'string' && /^\d{1,9}$/.test(posted)) {
        return Number(posted);
      }
      fail(field, message);
      return 0;
    },
    outcome: (value) => (errors.length === 0 ? { kind: 'ok', value, typed } : { kind: 'errors', errors, typed }),
  };
}

/** A field of the form itself: what an object inherits was not posted by anyone. */
function postedValue(form: PostedForm, field: string): unknown {
  return Object.hasOwn(form, field) ? form[field] : undefined;
}

function listOf(posted: unknown): readonly unknown[] {
  const list = Array.isArray(posted) ? posted : [posted];
  return list.filter((item) => item !== undefined && item !== '');
}

function lastText(posted: unknown): string {
  const last: unknown = Array.isArray(posted) ? posted.findLast((item) => typeof item === 'string') : posted;
  return typeof last === 'string' ? cleanText(last) : '';
}

function firstOf<T>(offered: readonly T[], field: string): T {
  const first = offered[0];
  if (first === undefined) {
    throw new RangeError(`Nothing is offered for the field ${field}`);
  }
  return first;
}

/** How a text is read: what is kept of it, whether it is refused as it is, and what of it stands in the field again then. */
interface TextKind {
  readonly clean: (posted: string) => string;
  readonly isRefused: (posted: string) => boolean;
  readonly again: (typed: string) => string;
}

const anyText: TextKind = { clean: cleanText, isRefused: () => false, again: (typed) => typed };

const oneLine: TextKind = {
  clean: (posted) => cleanText(posted).replaceAll(/\s+/g, ' '),
  isRefused: hasHidden,
  again: withoutHidden,
};

function hiddenProblem({ label }: TextRule): string {
  return `${label} must not have characters that cannot be seen, such as marks of text direction or spaces of no width`;
}

function textProblem(value: string, rule: TextRule): string | null {
  if (value === '') {
    return rule.required ?? null;
  }
  return rule.problem?.(value) ?? lengthProblem(value, rule);
}

function lengthProblem(value: string, rule: TextRule): string | null {
  // Counting characters is slow on long text, and there are never more of them than code units.
  if (value.length <= rule.limit) {
    return null;
  }
  const length = [...value].length;
  if (length <= rule.limit) {
    return null;
  }
  if (rule.tooLong !== undefined) {
    return rule.tooLong(length);
  }
  const number = (count: number) => count.toLocaleString('en-GB');
  return `${rule.label} must be ${number(rule.limit)} characters or fewer; it has ${number(length)}`;
}
