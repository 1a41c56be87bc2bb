import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from './audit-discrepancy.ts';
import { type Checkpoint, readCheckpoint, sumTrail, writeCheckpoint } from './checkpoint.ts';
import { anyChain, anyEntry, following, itemsOf, type WholeChain } from './testing/chains.ts';
import { verifyTrail } from './verify-trail.ts';

const at = new Date('2026-03-01T12:00:00Z');

const anyTrail = fc
  .uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 })
  .chain((names) => fc.tuple(...names.map((name) => anyChain(1, name))));

function checkpointOf(chains: readonly WholeChain[]): Checkpoint {
  return { at, heads: new Map(chains.map(({ chain, head }) => [chain, head])) };
}

function verify(chains: readonly WholeChain[], checkpoint: Checkpoint | null = null) {
  return verifyTrail(chains.flatMap(itemsOf), checkpoint);
}

/** The chain as somebody leaves it who may write everything: events cut off, and the head put back. */
function cutOff(whole: WholeChain, kept: number): WholeChain[] {
  const events = whole.events.slice(0, kept);
  const last = events.at(-1);
  return last === undefined ? [] : [{ ...whole, events, head: { sequence: last.sequence, hash: last.hash } }];
}

function grown(whole: WholeChain, event: StoredEvent): WholeChain {
  return { ...whole, events: [...whole.events, event], head: { sequence: event.sequence, hash: event.hash } };
}

const trailAndChain = anyTrail.chain((chains) => fc.tuple(fc.constant(chains), fc.nat(chains.length - 1)));

describe('a trail', () => {
  it('passes untouched, alone and against its own checkpoint, and counts what it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyTrail, async (chains) => {
        const events = chains.reduce((sum, whole) => sum + whole.events.length, 0);
        const { digest } = sumTrail(checkpointOf(chains).heads);
        const report = { discrepancies: [], discrepancyCount: 0, chains: chains.length, events, digest };
        expect(await verify(chains)).toMatchObject(report);
        expect(await verify(chains, checkpointOf(chains))).toMatchObject(report);
      }),
    );
  });

  it('passes against an older checkpoint when it only grew', async () => {
    await fc.assert(
      fc.asyncProperty(trailAndChain, anyChain(1, 'quite new'), async ([chains, index], added) => {
        fc.pre(!chains.some(({ chain }) => chain === added.chain));
        const whole = chains[index] as WholeChain;
        const [entry] = fc.sample(anyEntry(whole.chain), { numRuns: 1, seed: index });
        const longer = grown(whole, following(whole.events.at(-1), entry as StoredEvent));
        const now = [...chains.with(index, longer), added];
        expect((await verify(now, checkpointOf(chains))).discrepancies).toEqual([]);
      }),
    );
  });

  it('shows everything cut off since a checkpoint, be it a whole chain', async () => {
    await fc.assert(
      fc.asyncProperty(trailAndChain, fc.nat(), async ([chains, index], number) => {
        const whole = chains[index] as WholeChain;
        const kept = number % whole.events.length;
        const now = [...chains.slice(0, index), ...cutOff(whole, kept), ...chains.slice(index + 1)];
        expect((await verify(now)).discrepancies).toEqual([]);
        expect((await verify(now, checkpointOf(chains))).discrepancies).toEqual([
          { kind: 'cut-off', chain: whole.chain, first: kept + 1, last: whole.events.length },
        ]);
      }),
    );
  });

  it('shows a chain that was written anew since a checkpoint, longer than before', async () => {
    await fc.assert(
      fc.asyncProperty(trailAndChain, async ([chains, index]) => {
        const whole = chains[index] as WholeChain;
        const events: StoredEvent[] = [];
        for (const event of [...whole.events, ...whole.events]) {
          events.push(following(events.at(-1), { ...event, action: `${event.action}!` }));
        }
        const last = events.at(-1) as StoredEvent;
        const anew = { ...whole, events, head: { sequence: last.sequence, hash: last.hash } };
        const now = chains.with(index, anew);
        expect((await verify(now)).discrepancies).toEqual([]);
        expect((await verify(now, checkpointOf(chains))).discrepancies).toEqual([
          { kind: 'changed', chain: whole.chain, first: 1, last: whole.events.length },
        ]);
      }),
    );
  });

  it('shows a chain that comes twice', async () => {
    const [whole] = fc.sample(anyChain(2), 1) as [WholeChain];
    expect((await verify([whole, whole])).discrepancies).toEqual([
      { kind: 'inserted', chain: whole.chain, first: 1, last: whole.events.length },
    ]);
  });
});

describe('a checkpoint', () => {
  it('is read as it was written, whatever chains are called', () => {
    fc.assert(
      fc.property(anyTrail, (chains) => {
        const checkpoint = checkpointOf(chains);
        const read = readCheckpoint(writeCheckpoint(checkpoint));
        expect(read?.at).toEqual(at);
        expect(read === null ? null : sumTrail(read.heads)).toEqual(sumTrail(checkpoint.heads));
      }),
    );
  });

  it('is refused when a head in it was changed, or it is something else', () => {
    const [whole] = fc.sample(anyChain(2), 1) as [WholeChain];
    const text = writeCheckpoint(checkpointOf([whole]));
    expect(readCheckpoint(text)).not.toBeNull();
    expect(readCheckpoint(text.replace(`${whole.events.length},"`, '1,"'))).toBeNull();
    expect(readCheckpoint(text.slice(0, -20))).toBeNull();
    expect(readCheckpoint('{}')).toBeNull();
  });

  it('has the same digest in whatever order the chains were read', () => {
    fc.assert(
      fc.property(anyTrail, (chains) => {
        expect(sumTrail(checkpointOf(chains.toReversed()).heads)).toEqual(sumTrail(checkpointOf(chains).heads));
      }),
    );
  });
});
