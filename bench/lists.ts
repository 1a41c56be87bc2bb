import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/compose.ts';
import { paths } from '../src/paths.ts';
import { generateOrganisations } from './generated-directory.ts';
import type { BenchRow } from './row.ts';
import { type ThrowAwayDatabase, throwAwayDatabase } from './throw-away-database.ts';

const FEW = 1000;
const MANY = 50_000;
const WARMING_ROUNDS = 10;
const ROUNDS = 100;

/** The first page, a page further on, the orders and filters that hold many organisations, and words that many have. */
const lists: readonly Readonly<Record<string, string>>[] = [
  {},
  { sort: '-name' },
  { sort: 'code', after: 'G00501' },
  { sort: 'type' },
  { type: 'gp-practice' },
  { region: 'Y55' },
  { footprint: 'none', size: '25' },
  { status: 'closed' },
  { q: 'castle hill' },
  { q: 'G00123' },
];

/**
 * Pages of the list of organisations, whole and as a reader gets them, of few organisations and of many. The two take turns,
 * page by page, so that whatever else goes on in the program or on the machine falls on both.
 */
export async function benchLists(): Promise<BenchRow> {
  const sides = [await startSide(FEW), await startSide(MANY)] as const;
  try {
    const [few, many] = await takeTurns(sides);
    return {
      name: 'A page of the list of organisations, 95 in 100 answered within',
      ours: `${inWords(many)}, of ${MANY} organisations`,
      against: `${inWords(few)}, of ${FEW}`,
      ratio: few.most / many.most,
      toReach: 0.75,
    };
  } finally {
    for (const { app, store } of sides) {
      await app.close();
      await store.remove();
    }
  }
}

interface Side {
  readonly app: FastifyInstance;
  readonly store: ThrowAwayDatabase;
}

async function startSide(size: number): Promise<Side> {
  const store = await throwAwayDatabase();
  await generateOrganisations(store.owner, size);
  return { app: await buildApp(store.context, 'a-secret-for-measuring-0123456789'), store };
}

interface Times {
  readonly middle: number;
  /** Within which 95 in 100 are answered. */
  readonly most: number;
}

function inWords({ middle, most }: Times): string {
  return `${most.toFixed(1)} ms (half within ${middle.toFixed(1)} ms)`;
}

/** In milliseconds; the first rounds, before everything is prepared and counted, are left out. */
async function takeTurns([few, many]: readonly [Side, Side]): Promise<[Times, Times]> {
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = -WARMING_ROUNDS; round < ROUNDS; round += 1) {
    for (const list of lists) {
      const taken = { few: await timePage(few, list), many: await timePage(many, list) };
      if (round >= 0) {
        times.few.push(taken.few);
        times.many.push(taken.many);
      }
    }
  }
  return [summaryOf(times.few), summaryOf(times.many)];
}

async function timePage({ app }: Side, list: Readonly<Record<string, string>>): Promise<number> {
  const url = paths.organisations(list);
  const begun = performance.now();
  const { statusCode } = await app.inject({ method: 'GET', url });
  if (statusCode !== 200) {
    throw new Error(`${url} answered ${statusCode}`);
  }
  return performance.now() - begun;
}

function summaryOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { middle: at(0.5), most: at(0.95) };
}
