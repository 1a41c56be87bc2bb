import { median, requestsPerSecond, startServer } from '../load.ts';
import type { BenchRow } from '../row.ts';
import { runService } from '../running-service.ts';
import { publicPages } from './pages.ts';

const ROUNDS = 3;
const SECONDS = 2;
/** Until both are compiled as they will be ever after. */
const WARM_UP_SECONDS = 3;

/** As browsers ask. */
const headers = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Answers a second from memory, each kind of page beside Fastify sending a constant of as many bytes as go over the wire, in turns
 * and both with their log. The constant is sent as it comes, without choosing a packing, comparing a tag or counting towards a limit,
 * and with the five headers of Fastify's own where an answer of ours has twenty: what these cost is ours to make up for.
 */
export async function benchPublicPages(folder: string): Promise<BenchRow[]> {
  const service = await runService({ API_REQUESTS_PER_MINUTE: '100000000' });
  const constant = await startServer(`${folder}/constant-server.mjs`);
  try {
    const rows: BenchRow[] = [];
    for (const [name, address] of Object.entries(publicPages)) {
      rows.push(await benchPage(name, service.url + address, constant.url));
    }
    return rows;
  } finally {
    constant.child.kill();
    await service.stop();
  }
}

async function benchPage(name: string, url: string, constantUrl: string): Promise<BenchRow> {
  const bytes = await bytesOnTheWire(url);
  const peerUrl = `${constantUrl}/${bytes}`;
  const rates: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  await requestsPerSecond(url, WARM_UP_SECONDS, headers);
  await requestsPerSecond(peerUrl, WARM_UP_SECONDS, headers);
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.peer.push(await requestsPerSecond(peerUrl, SECONDS, headers));
    rates.ours.push(await requestsPerSecond(url, SECONDS, headers));
  }
  return {
    name: `From memory: ${name}`,
    ours: `${median(rates.ours).toFixed(0)} answers/s`,
    against: `${median(rates.peer).toFixed(0)} constants of ${bytes} bytes a second (Fastify)`,
    ratio: median(rates.ours) / median(rates.peer),
    toReach: 0.7,
  };
}

async function bytesOnTheWire(url: string): Promise<number> {
  const response = await fetch(url, { headers });
  await response.arrayBuffer();
  const length = response.headers.get('content-length');
  if (response.status !== 200 || length === null) {
    throw new Error(`${url} answered ${response.status}, ${length} bytes`);
  }
  return Number(length);
}
