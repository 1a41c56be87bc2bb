import { formatNumber } from '../format.ts';

export type PageItem =
  | { readonly kind: 'page'; readonly number: number; readonly isCurrent: boolean }
  | { readonly kind: 'gap'; readonly after: number };

/** How many pages the list has; an empty list has one, empty, page. */
export function pageCount(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** One page of a list that is in memory anyway. */
export interface NumberedPage<Row> {
  readonly rows: readonly Row[];
  readonly current: number;
  /** How many pages there are. */
  readonly last: number;
}

/** The page of a number, from 1; the last one for a number past the end. */
export function numberedPage<Row>(list: readonly Row[], asked: number, size: number): NumberedPage<Row> {
  const last = pageCount(list.length, size);
  const current = Math.min(asked, last);
  return { rows: list.slice((current - 1) * size, current * size), current, last };
}

/**
 * The numbers to show: first, last, the current page and its neighbours, with a gap where more than one number is left out.
 */
export function pageItems(current: number, last: number): PageItem[] {
  const shown = Array.from({ length: last }, (_, index) => index + 1).filter((number) =>
    isShown(number, current, last),
  );
  return shown.flatMap((number, index): PageItem[] => {
    const page: PageItem = { kind: 'page', number, isCurrent: number === current };
    const previous = shown[index - 1];
    return previous !== undefined && number - previous > 1 ? [{ kind: 'gap', after: previous }, page] : [page];
  });
}

function isShown(number: number, current: number, last: number): boolean {
  if (number === 1 || number === last || Math.abs(number - current) <= 1) {
    return true;
  }
  // A single number costs no more room than the mark that would stand for it.
  return (number === 2 && current === 4) || (number === last - 1 && current === last - 3);
}

/** The page asked for by a query; anything that is not a whole number from 1 on is the first. */
export function pageNumber(asked: string): number {
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** `Page 3 of 13`; nothing for a list of one page, or a number past its end. */
export function positionWords(page: number, last: number): string {
  return last === 1 || page > last ? '' : `Page ${formatNumber(page)} of ${formatNumber(last)}`;
}
