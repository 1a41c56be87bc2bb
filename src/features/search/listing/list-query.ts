import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { searchTerm } from '../../directory/index.ts';

/** How a list is sorted; in an address `name`, or `-name` from the last to the first. */
export interface SortOrder<Key extends string> {
  readonly by: Key;
  readonly descending: boolean;
}

export const pageSizes = [25, 50, 100] as const;
export const usualPageSize = 50;

/** What was asked for, and in a sentence each what was asked for and is not known; that is left out. */
export interface Asked<Query> {
  readonly query: Query;
  readonly refused: readonly string[];
}

/** Reads the parts of an address one by one, and keeps a sentence on each that makes no sense. */
export interface QueryReader {
  readonly words: (name: string) => string;
  /** A value out of those there are; what else is said when it is none, e.g. `all regions are shown`. */
  readonly choice: (name: string, known: readonly string[], called: string, instead: string) => string;
  readonly sort: <Key extends string>(known: readonly Key[], usual: SortOrder<Key>) => SortOrder<Key>;
  readonly size: () => number;
  readonly refused: () => readonly string[];
}

export function queryReader(form: PostedForm): QueryReader {
  const refused: string[] = [];
  const words = (name: string) => searchTerm(textOf(form, name));
  const choice = (name: string, known: readonly string[], called: string, instead: string) => {
    const asked = words(name);
    if (asked === '' || known.includes(asked)) {
      return asked;
    }
    refused.push(`“${shortened(asked)}” is no ${called}: ${instead}.`);
    return '';
  };
  return {
    words,
    choice,
    sort: (known, usual) => {
      const both = known.flatMap((key) => [key, `-${key}`]);
      const asked = choice('sort', both, 'order of this list', 'it is in its usual one');
      const by = known.find((key) => key === asked.replace('-', ''));
      return by === undefined ? usual : { by, descending: asked.startsWith('-') };
    },
    size: () => {
      const asked = choice('size', pageSizes.map(String), 'size of a page', `${usualPageSize} are shown`);
      return asked === '' ? usualPageSize : Number(asked);
    },
    refused: () => refused,
  };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export function sortText<Key extends string>({ by, descending }: SortOrder<Key>): string {
  return descending ? `-${by}` : by;
}

/**
 * The order a heading leads to: its own, with the column's first direction; reversed where the list is in it already.
 * `first`: numbers are wanted from the largest on, names from A.
 */
export function nextOrder<Key extends string>(
  current: SortOrder<Key>,
  by: Key,
  first: 'ascending' | 'descending',
): SortOrder<Key> {
  return { by, descending: current.by === by ? !current.descending : first === 'descending' };
}

/** A file asked for instead of the page; null for the page. */
export function askedFormat(form: PostedForm): 'csv' | 'json' | null {
  const asked = textOf(form, 'format');
  return asked === 'csv' || asked === 'json' ? asked : null;
}
