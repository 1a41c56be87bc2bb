import { describe, expect, it, test } from 'vitest';
import { countTurns } from '../../../worker/testing/count-turns.ts';
import { hostileWorkbooks, smallLimits } from '../testing/hostile-workbooks.ts';
import { savedBy } from '../testing/saved-workbooks.ts';
import { readWorkbook } from './read-workbook.ts';
import { readWorkbookApart } from './read-workbook-apart.ts';

const reading = { heapMegabytes: 160, stepMilliseconds: 30_000 };
const large = { ...smallLimits, rows: 100_000, cells: 500_000, characters: 5_000_000 };
const rowsOf = (count: number) =>
  savedBy('excel', [
    { name: 'One', rows: Array.from({ length: count }, (_, index) => [`a${index}`, 'Mostly agree', 'note']) },
    { name: 'Empty', rows: [] },
  ]);

describe('a workbook read apart', () => {
  it('is what is read here, but for empty sheets, and the service answers meanwhile', async () => {
    const bytes = rowsOf(20_000);
    const { turns, stop } = countTurns();
    const outcome = await readWorkbookApart(bytes, large, reading);
    await stop();
    expect(outcome).toEqual({ kind: 'read', sheets: [...readWorkbook(bytes, large)].slice(0, 1) });
    // A turn at least for each hundred rows: nothing is taken over in one go.
    expect(turns.count).toBeGreaterThanOrEqual(200);
  });

  test.each(hostileWorkbooks().filter(({ name }) => /thousand times|millions|without end|long text/.test(name)))(
    'with $name is refused while the service answers',
    async ({ bytes, words }) => {
      const { turns, stop } = countTurns();
      const outcome = await readWorkbookApart(bytes, smallLimits, reading);
      await stop();
      expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining(words) });
      expect(turns.count).toBeGreaterThan(0);
    },
  );

  test.each([
    ['memory', { heapMegabytes: 8, stepMilliseconds: 60_000 }],
    ['time', { heapMegabytes: 160, stepMilliseconds: 1 }],
  ])('is refused where it takes more %s than it may', async (limit, limits) => {
    const outcome = await readWorkbookApart(rowsOf(60_000), large, limits);
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining(`takes more ${limit} than`) });
  });
});
