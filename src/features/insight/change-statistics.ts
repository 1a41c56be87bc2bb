import { rounded } from '../../platform/rounding.ts';
import { smallestGroup, summarise } from '../scoring/index.ts';
import type { Group } from './national-statistics.ts';

/** What one provider scored on common questions in two rounds, by the id of the part; null where it has none there. */
export interface ProviderChange {
  readonly earlier: Readonly<Record<string, number | null>>;
  readonly later: Readonly<Record<string, number | null>>;
}

/** How the providers that answered twice moved in one part of the questionnaire. */
export interface PartChange extends Group {
  /** Providers with a score on common questions in both rounds. */
  readonly n: number;
  /** Medians; null where fewer than `smallestGroup` stand behind them. */
  readonly earlier: number | null;
  readonly later: number | null;
  /**
   * By scores as they are printed; null where fewer than `smallestGroup` stand behind them: of one provider that has a part in both
   * rounds it would tell how it moved in that part, which is its own to know.
   */
  readonly moves: { readonly up: number; readonly down: number } | null;
}

/** The change in each part, in the order given. `decimals`: places after the point with which scores are printed. */
export function changesByPart(
  parts: readonly Group[],
  providers: readonly ProviderChange[],
  decimals: number,
): PartChange[] {
  return parts.map((part) => changeOf(part, providers, decimals));
}

function changeOf(part: Group, providers: readonly ProviderChange[], decimals: number): PartChange {
  const pairs = providers.flatMap(({ earlier, later }) => {
    const [before, after] = [earlier[part.id] ?? null, later[part.id] ?? null];
    return before === null || after === null ? [] : [{ before, after }];
  });
  const median = (values: readonly number[]) =>
    values.length < smallestGroup ? null : (summarise(values)?.median ?? null);
  const moves = pairs.map(({ before, after }) => Math.sign(rounded(after, decimals) - rounded(before, decimals)));
  return {
    ...part,
    n: pairs.length,
    earlier: median(pairs.map(({ before }) => before)),
    later: median(pairs.map(({ after }) => after)),
    moves:
      pairs.length < smallestGroup
        ? null
        : { up: moves.filter((move) => move > 0).length, down: moves.filter((move) => move < 0).length },
  };
}
