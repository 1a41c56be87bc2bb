import { sql } from 'kysely';
import { buildApp } from '../../src/compose.ts';
import { publicChangeChannel } from '../../src/database/public-tables.ts';
import { ChangeListener } from '../../src/platform/database/change-listener.ts';
import type { BenchRow } from '../row.ts';
import { throwAwayDatabase } from '../throw-away-database.ts';
import { publicPages } from './pages.ts';

const READINGS = 60;
const MOST_MILLISECONDS = 100;

/** How long whoever reads first after a public change waits for each kind of page, packed as for a browser. */
export async function benchFirstReading(): Promise<BenchRow[]> {
  const store = await throwAwayDatabase({ DEMO: '1' });
  const { context, url } = store;
  const changes = new ChangeListener({ url, channel: publicChangeChannel, log: context.log });
  await changes.start();
  const app = await buildApp(context, 'a-secret-for-measuring-0123456789', changes);
  const readAfterChange = async (address: string) => {
    await sql`update source set note = note where source_id = 'formation'`.execute(context.database);
    await changes.settled();
    const begun = performance.now();
    const { statusCode } = await app.inject({ url: address, headers: { 'accept-encoding': 'br' } });
    if (statusCode !== 200) {
      throw new Error(`${address} answered ${statusCode}`);
    }
    return performance.now() - begun;
  };
  try {
    const rows: BenchRow[] = [];
    for (const [name, address] of Object.entries(publicPages)) {
      const times: number[] = [];
      for (let reading = -10; reading < READINGS; reading += 1) {
        const taken = await readAfterChange(address);
        times.push(...(reading < 0 ? [] : [taken]));
      }
      rows.push(rowOf(name, times));
    }
    return rows;
  } finally {
    await app.close();
    await changes.stop();
    await store.remove();
  }
}

function rowOf(name: string, times: readonly number[]): BenchRow {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    name: `First reading after a change: ${name}, 95 in 100 within`,
    ours: `${at(0.95).toFixed(0)} ms (half within ${at(0.5).toFixed(0)} ms)`,
    against: `${MOST_MILLISECONDS} ms at most`,
    ratio: MOST_MILLISECONDS / at(0.95),
    toReach: 1,
  };
}
