import type { FoundResult } from '../found-result.ts';

/** The care settings that the newest official results of one organisation are for. */
export interface PublishedSettings {
  /** Whose they are, as published; null where they are the organisation's own, and not of one that it took over from. */
  readonly predecessor: string | null;
  readonly year: number;
  /** As published. */
  readonly careSettings: readonly string[];
  readonly publisher: string;
  readonly publishedOn: string;
}

/** The newest of each, its own first. */
export function publishedSettings(
  results: readonly Pick<
    FoundResult,
    'isOwn' | 'code' | 'name' | 'careSetting' | 'year' | 'publisher' | 'publishedOn'
  >[],
): PublishedSettings[] {
  const named = Map.groupBy(results, ({ isOwn, code, name }) => (isOwn ? '' : `${code} ${name}`));
  const inOrder = [...named.values()].toSorted((one, other) => Number(other[0]?.isOwn) - Number(one[0]?.isOwn));
  return inOrder.flatMap((own) => {
    const year = Math.max(...own.map((result) => result.year));
    const newest = own.filter((result) => result.year === year);
    return newest.slice(0, 1).map(({ isOwn, name, publisher, publishedOn }) => ({
      predecessor: isOwn ? null : name,
      year,
      careSettings: [...new Set(newest.map(({ careSetting }) => careSetting))],
      publisher,
      publishedOn,
    }));
  });
}
