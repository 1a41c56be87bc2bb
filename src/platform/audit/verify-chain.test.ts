import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainHead, Discrepancy, StoredEvent } from './audit-discrepancy.ts';
import { auditHash } from './audit-trail.ts';
import { anyChain, anyDetail, anyEntry, chainOf, following, type WholeChain } from './testing/chains.ts';
import { checkChain } from './verify-chain.ts';

function check({ chain, events, head }: { chain: string; events: readonly StoredEvent[]; head: ChainHead | null }) {
  const { take, end } = checkChain(chain);
  events.forEach(take);
  return end(head);
}

/** As `kind first-last`, without the chain. */
function said(discrepancies: readonly Discrepancy[]): string[] {
  return discrepancies.map(({ kind, first, last }) => `${kind} ${first === last ? first : `${first}-${last}`}`);
}

/** A chain, and a place in it. */
const chainAndPlace = (minLength = 1) =>
  anyChain(minLength).chain((whole) => fc.tuple(fc.constant(whole), fc.integer({ min: 1, max: whole.events.length })));

function replaced(whole: WholeChain, place: number, change: (event: StoredEvent) => Partial<StoredEvent>) {
  return whole.events.map((event) => (event.sequence === place ? { ...event, ...change(event) } : event));
}

const numbered = (events: readonly StoredEvent[]) => events.map((event, index) => ({ ...event, sequence: index + 1 }));

const changes: readonly [string, (event: StoredEvent) => Partial<StoredEvent>][] = [
  ['action', ({ action }) => ({ action: `${action}!` })],
  ['person', ({ personId }) => ({ personId: personId === null ? 'p' : null })],
  ['for whom', ({ onBehalfOf }) => ({ onBehalfOf: `${onBehalfOf}!` })],
  ['moment', ({ at }) => ({ at: new Date(at.getTime() + 1) })],
  ['detail', ({ detail }) => ({ detail: { ...detail, more: 1 } })],
  ['hash', ({ hash }) => ({ hash: flipped(hash) })],
  ['hash before it', ({ previousHash }) => ({ previousHash: flipped(previousHash) })],
];

function flipped(hash: string): string {
  return (hash.startsWith('0') ? '1' : '0') + hash.slice(1);
}

describe('a chain', () => {
  it('passes when nobody touched it', () => {
    fc.assert(
      fc.property(fc.array(anyEntry('thing:1', anyDetail), { minLength: 1, maxLength: 9 }), (entries) => {
        expect(check(chainOf(entries))).toEqual([]);
      }),
    );
  });

  it.each(changes)('shows at which place the %s was changed', (_what, change) => {
    fc.assert(
      fc.property(chainAndPlace(), ([whole, place]) => {
        const events = replaced(whole, place, change);
        expect(said(check({ ...whole, events }))).toEqual([`changed ${place}`]);
      }),
    );
  });

  it('shows at which place an event was changed together with its hash', () => {
    fc.assert(
      fc.property(chainAndPlace(), ([whole, place]) => {
        const events = replaced(whole, place, (event) => {
          const changed = { ...event, onBehalfOf: `${event.onBehalfOf}!` };
          return { ...changed, hash: auditHash(changed, place, event.previousHash) };
        });
        const isLast = place === whole.events.length;
        expect(said(check({ ...whole, events }))).toEqual([isLast ? `head ${place}` : `changed ${place}`]);
      }),
    );
  });

  it('shows an event put in the place of another, that follows from nothing', () => {
    fc.assert(
      fc.property(chainAndPlace(), ([whole, place]) => {
        const events = replaced(whole, place, (event) => {
          const previousHash = flipped(event.previousHash);
          return { previousHash, hash: auditHash(event, place, previousHash) };
        });
        expect(said(check({ ...whole, events }))).toEqual([`changed ${place}`]);
      }),
    );
  });

  it('shows which events were removed', () => {
    fc.assert(
      fc.property(chainAndPlace(), fc.nat(8), ([whole, first], more) => {
        const last = Math.min(first + more, whole.events.length);
        const events = whole.events.filter(({ sequence }) => sequence < first || sequence > last);
        expect(said(check({ ...whole, events }))).toEqual([`removed ${first === last ? first : `${first}-${last}`}`]);
      }),
    );
  });

  it('shows a removed event when the rest was numbered anew', () => {
    fc.assert(
      fc.property(chainAndPlace(2), ([whole, place]) => {
        const events = numbered(whole.events.filter(({ sequence }) => sequence !== place));
        const last = events.at(-1) as StoredEvent;
        const found = said(check({ ...whole, events, head: { sequence: last.sequence, hash: last.hash } }));
        // Without its last event and with its head put back, a chain is only shorter; a checkpoint shows that.
        expect(found).toEqual(place === whole.events.length ? [] : [`removed ${place}`]);
      }),
    );
  });

  it('shows an event put in with the rest numbered anew', () => {
    fc.assert(
      fc.property(chainAndPlace(), anyEntry('thing:1'), fc.boolean(), ([whole, place], entry, isWellMade) => {
        const forged = { ...following(whole.events[place - 2], entry), ...(isWellMade ? {} : { action: 'forged' }) };
        const events = numbered([...whole.events.slice(0, place - 1), forged, ...whole.events.slice(place - 1)]);
        const head = { sequence: events.length, hash: whole.head.hash };
        expect(said(check({ ...whole, events, head }))).toEqual([`inserted ${place}`]);
      }),
    );
  });

  it('shows a second event at a place, and events after the end', () => {
    fc.assert(
      fc.property(chainAndPlace(), anyEntry('thing:1'), ([whole, place], entry) => {
        const twice = whole.events.flatMap((event) => (event.sequence === place ? [event, event] : [event]));
        expect(said(check({ ...whole, events: twice }))).toEqual([`inserted ${place}`]);
        const longer = [...whole.events, following(whole.events.at(-1), entry)];
        expect(said(check({ ...whole, events: longer }))).toEqual([`inserted ${longer.length}`]);
      }),
    );
  });

  it('shows two events that changed places', () => {
    fc.assert(
      fc.property(chainAndPlace(2), fc.nat(8), ([whole, one], step) => {
        const other = ((one - 1 + 1 + (step % (whole.events.length - 1))) % whole.events.length) + 1;
        const at = (place: number) => whole.events[place - 1] as StoredEvent;
        const events = numbered(
          whole.events.map((event) =>
            event.sequence === one ? at(other) : event.sequence === other ? at(one) : event,
          ),
        );
        expect(said(check({ ...whole, events }))).toEqual([
          `reordered ${Math.min(one, other)}-${Math.max(one, other)}`,
        ]);
      }),
    );
  });

  it('shows events that do not come in the order of their places', () => {
    fc.assert(
      fc.property(anyChain(2), (whole) => {
        const [first, second, ...rest] = whole.events;
        const events = [second, first, ...rest] as StoredEvent[];
        expect(said(check({ ...whole, events }))).toContain('reordered 1');
      }),
    );
  });

  it('shows a head that is missing, or that names something else', () => {
    fc.assert(
      fc.property(anyChain(), (whole) => {
        const end = whole.events.length;
        expect(said(check({ ...whole, head: null }))).toEqual([`head ${end}`]);
        const head = { sequence: end, hash: flipped(whole.head.hash) };
        expect(said(check({ ...whole, head }))).toEqual([`head ${end}`]);
      }),
    );
  });

  it('is never found sound after several of these at once', () => {
    const tampering = fc.constantFrom('change', 'remove', 'swap', 'double');
    fc.assert(
      fc.property(
        anyChain(3),
        fc.array(fc.tuple(tampering, fc.nat()), { minLength: 1, maxLength: 4 }),
        (whole, steps) => {
          const events = steps.reduce<readonly StoredEvent[]>(tamper, whole.events);
          const isAsItWas = JSON.stringify(events) === JSON.stringify(whole.events);
          expect(check({ ...whole, events }).length > 0).toBe(!isAsItWas);
        },
      ),
    );
  });
});

/** One more step of a vandal, who numbers what is left anew every second time. */
function tamper(events: readonly StoredEvent[], [what, number]: readonly [string, number]): readonly StoredEvent[] {
  if (events.length < 2) {
    return events;
  }
  const place = number % (events.length - 1);
  const [event, next] = [events[place], events[place + 1]] as [StoredEvent, StoredEvent];
  const put: Readonly<Record<string, StoredEvent[]>> = {
    change: [{ ...event, detail: { ...event.detail, changed: number } }, next],
    remove: [next],
    swap: [next, event],
    double: [event, event, next],
  };
  const result = [...events.slice(0, place), ...(put[what] ?? []), ...events.slice(place + 2)];
  return number % 2 === 0 ? numbered(result) : result;
}
