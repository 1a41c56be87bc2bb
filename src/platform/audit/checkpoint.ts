import { z } from 'zod';
import { digestOf } from '../canonical-json.ts';
import { by } from '../compare.ts';
import type { ChainHead } from './audit-discrepancy.ts';

/** Where every chain of a trail ended at one moment. Kept elsewhere it shows what is cut off later, which the trail itself cannot. */
export interface Checkpoint {
  readonly at: Date;
  readonly heads: ReadonlyMap<string, ChainHead>;
}

/** How many events and chains there are, and one digest that stands for all of them. */
export interface TrailSum {
  readonly chains: number;
  readonly events: number;
  readonly digest: string;
}

const FORMAT = 'ldr-audit-checkpoint-1';

/** SHA-256 over the canonical JSON (RFC 8785) of all heads as `[chain, events, hash]`, in the order of the names' code units. */
export function sumTrail(heads: ReadonlyMap<string, ChainHead>): TrailSum {
  const list = listHeads(heads);
  return {
    chains: list.length,
    events: list.reduce((sum, [, sequence]) => sum + sequence, 0),
    digest: digestOf(list),
  };
}

function listHeads(heads: ReadonlyMap<string, ChainHead>): (readonly [string, number, string])[] {
  return [...heads]
    .map(([chain, { sequence, hash }]) => [chain, sequence, hash] as const)
    .toSorted(by(([chain]) => chain));
}

/** One chain a line, so that two checkpoints can be compared by eye and by `diff`. */
export function writeCheckpoint({ at, heads }: Checkpoint): string {
  const { digest, chains, events } = sumTrail(heads);
  const facts = { format: FORMAT, at: at.toISOString(), digest, chains, events };
  const lines = listHeads(heads).map((head) => `    ${JSON.stringify(head)}`);
  return `${JSON.stringify(facts, null, 2).slice(0, -2)},\n  "heads": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const schema = z.object({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  digest: hash,
  heads: z.array(z.tuple([z.string(), z.number().int().positive(), hash])),
});

/** Reads a checkpoint; null when the text is none, or is not as it was written: its digest is that of its heads. */
export function readCheckpoint(text: string): Checkpoint | null {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) {
    return null;
  }
  const { at, digest, heads: list } = parsed.data;
  const heads = new Map(list.map(([chain, sequence, head]) => [chain, { sequence, hash: head }]));
  return heads.size === list.length && sumTrail(heads).digest === digest ? { at: new Date(at), heads } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
