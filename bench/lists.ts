import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/compose.ts';
import { paths } from '../src/paths.ts';
import { generateOrganisations } from './generated-directory.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const FEW = 1000;
const MANY = 50_000;
const ROUNDS = 40;

/** The first page, the pages after it, and the orders and filters that hold many organisations at both sizes. */
const lists: readonly Readonly<Record<string, string>>[] = [
  {},
  { sort: '-name' },
  { sort: 'code', after: 'G00501' },
  { sort: 'type' },
  { type: 'gp-practice' },
  { region: 'Y55' },
  { footprint: 'none', size: '25' },
  { status: 'closed' },
];

/** Pages of the list of organisations, whole and as a reader gets them, of few organisations and of many. */
export async function benchLists(): Promise<BenchRow> {
  const store = await throwAwayDatabase();
  const app = await buildApp(store.context, 'a-secret-for-measuring-0123456789');
  try {
    await generateOrganisations(store.pool, FEW);
    const few = await slowestOfTwenty(app);
    await generateOrganisations(store.pool, MANY);
    const many = await slowestOfTwenty(app);
    return {
      name: `A page of the list of organisations, 95 in 100 answered within`,
      ours: `${many.toFixed(1)} ms of ${MANY} organisations`,
      against: `${few.toFixed(1)} ms of ${FEW}`,
      ratio: few / many,
      toReach: 0.75,
    };
  } finally {
    await app.close();
    await store.remove();
  }
}

/** Milliseconds within which 95 in 100 pages are answered; the first of each, when nothing is prepared, is not counted. */
async function slowestOfTwenty(app: FastifyInstance): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const list of lists) {
      const begun = performance.now();
      const { statusCode } = await app.inject({ method: 'GET', url: paths.organisations(list) });
      if (statusCode !== 200) {
        throw new Error(`${paths.organisations(list)} answered ${statusCode}`);
      }
      if (round > 0) {
        times.push(performance.now() - begun);
      }
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
