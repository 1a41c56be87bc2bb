import { median } from './load.ts';
import { practicesFile } from './made-up-practices.ts';
import { importPractices, removePractices, timed } from './practice-imports.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const SIZES = [12_500, 25_000, 50_000] as const;
/** Minutes rather than seconds: `npm run bench -- import-growth --full`. */
const FULL_SIZES = [...SIZES, 100_000, 200_000] as const;
const ROUNDS = 3;
const MICROSECONDS = 1000;

/** First imports of files of several sizes, in turns: what a row costs must not depend on how many there are. */
export async function benchImportGrowth(isFull: boolean): Promise<BenchRow> {
  const store = await throwAwayDatabase();
  try {
    const sizes: readonly number[] = isFull ? FULL_SIZES : SIZES;
    const perRow = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const size of sizes) {
        const file = practicesFile(size);
        await removePractices(store.owner);
        perRow.get(size)?.push((await timed(() => importPractices(store, file, round))) / size);
      }
    }
    const costs = sizes.map((size) => ({ size, cost: median(perRow.get(size) ?? []) * MICROSECONDS }));
    const [smallest, largest] = [costs[0]?.cost ?? Number.NaN, costs.at(-1)?.cost ?? Number.NaN];
    const listed = costs.map(({ size, cost }) => `${size.toLocaleString('en-GB')}: ${cost.toFixed(0)}`).join(', ');
    return {
      name: 'Import of practices, cost of a row by the size of the file',
      ours: `microseconds a row, median of ${ROUNDS} turns: ${listed}`,
      against: `a row of the smallest file; one of the largest costs ${(largest / smallest).toFixed(2)} times as much`,
      ratio: smallest / largest,
      toReach: 0.8,
    };
  } finally {
    await store.remove();
  }
}
