import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore } from '../../platform/days.ts';
import { planSuccession } from './planning/plan-succession.ts';
import { asPublished, restated } from './planning/restate.ts';
import type { ProposedEvent } from './proposed-event.ts';
import {
  applyPlan,
  firstDay,
  footprintSlugs,
  historyOf,
  isOn,
  placesOn,
  type SmallWorld,
  situationOf,
  smallWorld,
} from './testing/small-world.ts';

interface Seed {
  readonly kind: 'merge' | 'split' | 'boundary-change' | 'rename' | 'closure' | 'organisation-merge' | 'undo';
  readonly pick: number;
  readonly second: number;
  readonly days: number;
}

const seeds = fc.array(
  fc.record<Seed>({
    kind: fc.constantFrom('merge', 'split', 'boundary-change', 'rename', 'closure', 'organisation-merge', 'undo'),
    pick: fc.nat(99),
    second: fc.nat(99),
    days: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 9 },
);

const worlds = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 6, maxLength: 14 }),
    fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
  )
  .map(
    ([footprints, ccgs, trusts]) =>
      () =>
        smallWorld(footprints, ccgs, trusts),
  );

/** The new footprint of an event: its number tells it from every other. */
function fresh(place: number, part: number) {
  return { name: `New ${place}.${part}`, code: `n${place}-${part}`, slug: `new-${place}-${part}` };
}

/** An event of the kind wanted that means something in the world as it is; null where there is none. */
function eventFrom(world: SmallWorld, seed: Seed, day: string, place: number): ProposedEvent | null {
  const { kind, pick, second } = seed;
  const common = { effectiveOn: day, reason: 'To see what happens' };
  if (kind === 'undo') {
    const last = world.applied.at(-1);
    return last === undefined || last.plan.kind === 'undo' ? null : { ...common, kind, eventId: last.eventId };
  }
  const slugs = footprintSlugs(world, day);
  const one = slugs[pick % Math.max(1, slugs.length)];
  if (one === undefined) {
    return null;
  }
  const rest = slugs.filter((slug) => slug !== one);
  const other = rest[second % Math.max(1, rest.length)];
  return other !== undefined && (kind === 'merge' || kind === 'boundary-change')
    ? eventOfTwo(world, kind, [one, other], { day, place })
    : eventOfOne(world, seed, one, { day, place });
}

interface When {
  readonly day: string;
  readonly place: number;
}

function eventOfTwo(
  world: SmallWorld,
  kind: 'merge' | 'boundary-change',
  [one, other]: readonly [string, string],
  { day, place }: When,
): ProposedEvent {
  const common = { effectiveOn: day, reason: 'To see what happens' };
  return kind === 'merge'
    ? { ...common, kind, predecessors: [one, other], successor: fresh(place, 0) }
    : { ...common, kind, from: one, to: other, organisations: membersOf(world, one, day).slice(0, 1) };
}

function eventOfOne(
  world: SmallWorld,
  { kind, second }: Seed,
  one: string,
  { day, place }: When,
): ProposedEvent | null {
  const common = { effectiveOn: day, reason: 'To see what happens' };
  const codes = membersOf(world, one, day);
  const { name, slug } = fresh(place, 0);
  switch (kind) {
    case 'split': {
      const cut = 1 + (second % Math.max(1, codes.length - 1));
      const parts = [codes.slice(0, cut), codes.slice(cut)];
      const successors = parts.map((organisations, part) => ({ ...fresh(place, part), organisations }));
      return codes.length < 2 ? null : { ...common, kind, predecessor: one, successors };
    }
    case 'rename':
      return { ...common, kind, footprint: one, name, slug };
    case 'closure':
      return { ...common, kind, footprint: one };
    case 'organisation-merge': {
      const ccgs = codes.filter((code) => !code.startsWith('T')).slice(0, 2);
      return ccgs.length < 2 ? null : { ...common, kind, predecessors: ccgs, successor: { code: `X${place}`, name } };
    }
    default:
      return null;
  }
}

function membersOf(world: SmallWorld, slug: string, day: string): string[] {
  const area = world.areas.find((one) => one.slug === slug && isOn(one, day));
  const ids = new Set(
    world.places
      .filter((place) => isOn(place, day) && place.areaId === area?.areaId)
      .map((place) => place.organisationId),
  );
  const members = world.organisations.filter(({ organisation }) => ids.has(organisation.organisationId));
  return [...new Set(members.map(({ organisation }) => organisation.code))].toSorted();
}

interface Step {
  readonly event: ProposedEvent;
  readonly day: string;
  readonly before: readonly string[];
}

/** Runs the events one after the other, and hands each that could be applied to the check. */
function replay(world: SmallWorld, wanted: readonly Seed[], check: (step: Step, history: string[]) => void): number {
  let day = firstDay;
  let applied = 0;
  const days = [firstDay];
  for (const [place, seed] of wanted.entries()) {
    for (let count = 0; count < seed.days; count += 1) {
      day = dayAfter(day);
    }
    const event = eventFrom(world, seed, day, place);
    const planned = event === null ? null : planSuccession(event, situationOf(world, event));
    if (event === null || planned === null || planned.check.blockers.length > 0) {
      continue;
    }
    const read = () =>
      days.map((earlier) => JSON.stringify([placesOn(world, earlier), asPublished(historyOf(world), earlier)]));
    const before = read();
    const held = placesOn(world, day);
    applyPlan(world, `event-${place}`, planned.plan);
    // Reading as at any earlier day gives what it gave before.
    expect(read()).toEqual(before);
    check({ event, day, before: held }, days);
    days.push(day);
    applied += 1;
  }
  return applied;
}

const people = ({ nation }: { nation: { patients: number; practices: number } }) => [nation.patients, nation.practices];

describe('events one after the other', () => {
  it('change no national total and no earlier day, as published and restated', () => {
    let applied = 0;
    fc.assert(
      fc.property(worlds, seeds, (build, wanted) => {
        const world = build();
        const start = asPublished(historyOf(world), firstDay);
        applied += replay(world, wanted, ({ day }, days) => {
          const history = historyOf(world);
          expect(people(asPublished(history, day))).toEqual(people(start));
          expect(people(asPublished(history, dayBefore(day)))).toEqual(people(start));
          for (const earlier of days) {
            expect(restated(history, earlier, day).nation).toEqual(asPublished(history, earlier).nation);
          }
        });
      }),
      { numRuns: 150 },
    );
    expect(applied).toBeGreaterThan(150);
  });

  it('restate each organisation to one place: the rows add up to the nation where nobody is in two footprints', () => {
    fc.assert(
      fc.property(worlds, seeds, (build, wanted) => {
        const world = build();
        replay(world, wanted, ({ day }, days) => {
          for (const earlier of days) {
            const { footprints, nation } = restated(historyOf(world), earlier, day);
            const sum = footprints.reduce((total, { totals }) => total + totals.patients, 0);
            // Only CCGs have patients, and each is in one footprint or in none.
            expect(sum).toBe(nation.patients);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('lead back by an undo to the members and totals there were before', () => {
    let undone = 0;
    fc.assert(
      fc.property(worlds, seeds, (build, wanted) => {
        const world = build();
        let before: readonly string[] = [];
        replay(
          world,
          wanted.flatMap((seed) => [seed, { ...seed, kind: 'undo' as const }]),
          (step) => {
            if (step.event.kind === 'undo') {
              expect(placesOn(world, step.day)).toEqual(before);
              undone += 1;
            } else {
              before = step.before;
            }
          },
        );
      }),
      { numRuns: 100 },
    );
    expect(undone).toBeGreaterThan(100);
  });
});
