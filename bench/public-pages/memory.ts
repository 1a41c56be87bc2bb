import autocannon from 'autocannon';
import { paths } from '../../src/paths.ts';
import type { BenchRow } from '../row.ts';
import { residentMegabytes, runService } from '../running-service.ts';
import { publicPages } from './pages.ts';

const REQUESTS = 20_000;
const MOST_MEGABYTES = 250;

/** Resident memory of the service after many requests for many pages: from memory, made anew, and for what nobody keeps. */
export async function benchMemory(): Promise<BenchRow> {
  const service = await runService({ API_REQUESTS_PER_MINUTE: '100000000' });
  try {
    const atStart = await residentMegabytes(service.child);
    const { items } = await readJson<{ items: { code: string }[] }>(`${service.url}${paths.apiItem('organisations')}`);
    const organisations = items.map(({ code }) => paths.organisation(code));
    // Every tenth is made anew, as its parameter is not known.
    const made = Object.values(publicPages).filter((address) => !address.startsWith(paths.api()));
    const requests = Array.from({ length: 200 }, (_, index) => {
      const known = index % 2 === 0 ? Object.values(publicPages) : organisations;
      const page = known[Math.floor(index / 2) % known.length] ?? '/';
      const path = index % 10 === 0 ? `${made[(index / 10) % made.length]}?anew=1` : page;
      return { path, headers: { 'accept-encoding': index % 3 === 0 ? 'identity' : 'gzip, br' } };
    });
    const { non2xx, errors } = await autocannon({ url: service.url, connections: 8, amount: REQUESTS, requests });
    if (non2xx > 0 || errors > 0) {
      throw new Error(`${non2xx} requests were answered with another status than 200, and ${errors} not at all`);
    }
    const megabytes = await residentMegabytes(service.child);
    return {
      name: `Resident memory after ${REQUESTS} mixed requests`,
      ours: `${megabytes.toFixed(0)} MB (${atStart.toFixed(0)} MB before them)`,
      against: `${MOST_MEGABYTES} MB at most`,
      ratio: MOST_MEGABYTES / megabytes,
      toReach: 1,
    };
  } finally {
    await service.stop();
  }
}

async function readJson<Value>(url: string): Promise<Value> {
  return (await (await fetch(url)).json()) as Value;
}
