import { sql } from 'kysely';
import { buildApp } from '../../src/compose.ts';
import { publicChangeChannel } from '../../src/database/public-tables.ts';
import { paths } from '../../src/paths.ts';
import { ChangeListener } from '../../src/platform/database/change-listener.ts';
import { median } from '../load.ts';
import { publicPages } from '../public-pages/pages.ts';
import { throwAwayDatabase } from '../throw-away-database.ts';
import type { Fill } from './fill.ts';

const WARMING = 6;
const READINGS = 9;

/** A page of each kind, and lists that grow with what is measured. */
const pages: Readonly<Record<string, string>> = {
  ...publicPages,
  'organisation list': paths.organisations(),
  search: paths.search('hospital'),
  'API organisations': paths.apiItem('organisations'),
};

/** One kind of page at one size. */
export interface Point {
  readonly size: number;
  readonly firstMilliseconds: number;
  readonly keptMilliseconds: number;
  readonly kilobytes: number;
}

/** By page, a point for each size. */
export type Curves = ReadonlyMap<string, readonly Point[]>;

/** Medians of a few readings of each page as the database grows: the first after a change, and from memory. */
export async function measureGrowth(fill: Fill, sizes: readonly number[]): Promise<Curves> {
  const store = await throwAwayDatabase({ DEMO: '1' });
  const changes = new ChangeListener({ url: store.url, channel: publicChangeChannel, log: store.context.log });
  await changes.start();
  const app = await buildApp(store.context, 'a-secret-for-measuring-0123456789', changes);
  const read = async (url: string) => {
    const begun = performance.now();
    const { statusCode, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': 'identity' } });
    if (statusCode !== 200) {
      throw new Error(`${url} answered ${statusCode}`);
    }
    return { taken: performance.now() - begun, bytes: rawPayload.length };
  };
  const curves = new Map<string, Point[]>(Object.keys(pages).map((name) => [name, []]));
  try {
    for (const size of sizes) {
      await fill(store.owner, size);
      for (const [name, url] of Object.entries(pages)) {
        const first: number[] = [];
        const kept: number[] = [];
        let bytes = 0;
        for (let reading = -WARMING; reading < READINGS; reading += 1) {
          await sql`update source set note = note where source_id = 'formation'`.execute(store.context.database);
          await changes.settled();
          const made = await read(url);
          const again = await read(url);
          bytes = made.bytes;
          first.push(...(reading < 0 ? [] : [made.taken]));
          kept.push(...(reading < 0 ? [] : [again.taken]));
        }
        const point = {
          size,
          firstMilliseconds: median(first),
          keptMilliseconds: median(kept),
          kilobytes: bytes / 1000,
        };
        curves.get(name)?.push(point);
      }
    }
    return curves;
  } finally {
    await app.close();
    await changes.stop();
    await store.remove();
  }
}
