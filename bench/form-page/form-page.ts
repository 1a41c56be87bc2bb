import { median, requestsPerSecond, startServer } from '../load.ts';
import type { BenchRow } from '../row.ts';

const ROUNDS = 3;
const SECONDS = 3;

/** Pages a second of our form page beside the usual way of building it, in turns within one run. */
export async function benchFormPage(folder: string): Promise<BenchRow> {
  const ours = await startServer(`${folder}/our-server.mjs`);
  const peer = await startServer(`${folder}/peer-server.mjs`);
  const rates: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  try {
    await requestsPerSecond(ours.url, 1);
    await requestsPerSecond(peer.url, 1);
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.peer.push(await requestsPerSecond(peer.url, SECONDS));
      rates.ours.push(await requestsPerSecond(ours.url, SECONDS));
    }
  } finally {
    ours.child.kill();
    peer.child.kill();
  }
  return {
    name: 'Form page of 12 five-point questions',
    ours: `${median(rates.ours).toFixed(0)} pages/s`,
    against: `${median(rates.peer).toFixed(1)} pages/s (Express + Nunjucks macros)`,
    ratio: median(rates.ours) / median(rates.peer),
    toReach: 40,
  };
}
