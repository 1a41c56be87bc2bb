import { compareText } from '../../../platform/compare.ts';
import type { AreaRef, OrganisationRef } from '../../directory/index.ts';
import type { PastFact, PastMembership } from './past.ts';
import { byStart, certaintyOf, stated, type TimelineEntry, type TimelineFact } from './timeline.ts';

/** A beginning, an end, or both on one day: one fact handing over to another. */
export interface Handover<Fact extends PastFact> {
  readonly day: string | null;
  readonly ending: Fact | null;
  readonly beginning: Fact | null;
}

/**
 * The days on which facts of one sort begin and end, paired where one ends on the day on which another begins. Facts that
 * follow each other with the same `sameness` are one: only their source changed.
 */
export function handovers<Fact extends PastFact>(
  facts: readonly Fact[],
  sameness: (fact: Fact) => string,
): Handover<Fact>[] {
  const joined = [...Map.groupBy(facts, sameness).values()].flatMap(joinFollowing);
  const sorted = joined.toSorted((one, other) => byStart(one, other) || compareText(sameness(one), sameness(other)));
  const unpaired = new Set(sorted.filter(({ to }) => to !== null));
  const beginnings = sorted.map((beginning): Handover<Fact> => {
    const ending = [...unpaired].find(({ to }) => to === beginning.from) ?? null;
    if (ending !== null) {
      unpaired.delete(ending);
    }
    return { day: beginning.from, ending, beginning };
  });
  return [...beginnings, ...[...unpaired].map((ending) => ({ day: ending.to, ending, beginning: null }))];
}

function joinFollowing<Fact extends PastFact>(facts: readonly Fact[]): Fact[] {
  const joined: Fact[] = [];
  for (const fact of facts.toSorted(byStart)) {
    const last = joined.at(-1);
    if (last !== undefined && (last.to === null || (fact.from ?? '') <= last.to)) {
      joined[joined.length - 1] = { ...last, to: laterEnd(last.to, fact.to) };
    } else {
      joined.push(fact);
    }
  }
  return joined;
}

function laterEnd(one: string | null, other: string | null): string | null {
  return one === null || other === null ? null : ([one, other].sort().at(-1) ?? null);
}

/** A handover as a line, citing whoever says that the new began, or else that the old ended. */
export function handoverEntry<Fact extends PastFact>(
  { day, ending, beginning }: Handover<Fact>,
  fact: TimelineFact,
): TimelineEntry[] {
  const cited = beginning ?? ending;
  return cited === null
    ? []
    : [
        {
          day,
          certainty: beginning === null ? stated : certaintyOf(beginning),
          fact,
          sourceId: cited.sourceId,
          standing: cited.standing,
        },
      ];
}

/** Who came, changed role and went, seen from either end; nobody leaves what itself came to an end. */
export function membershipEntries<Other extends AreaRef | OrganisationRef>(
  memberships: readonly PastMembership<Other>[],
  idOf: (other: Other) => string,
  ends: ReadonlySet<string>,
): TimelineEntry[] {
  return [...Map.groupBy(memberships, ({ other }) => idOf(other)).values()]
    .flatMap((ofOne) => handovers(ofOne, ({ role }) => role))
    .flatMap((handover) => {
      const fact = membershipFact(handover);
      const isOverAnyway = fact?.kind === 'left' && ends.has(handover.day ?? '');
      return fact === null || isOverAnyway ? [] : handoverEntry(handover, fact);
    });
}

function membershipFact<Other extends AreaRef | OrganisationRef>({
  ending,
  beginning,
}: Handover<PastMembership<Other>>): TimelineFact | null {
  if (beginning !== null) {
    const { other, role } = beginning;
    return ending === null
      ? { kind: 'joined', other, role }
      : { kind: 'role-changed', other, from: ending.role, to: role };
  }
  return ending === null ? null : { kind: 'left', other: ending.other, role: ending.role };
}
