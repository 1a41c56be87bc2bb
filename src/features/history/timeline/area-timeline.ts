import { handoverEntry, handovers, membershipEntries } from './handovers.ts';
import type { AreaPast, LineageLink, PastAreaRecord, PastLink } from './past.ts';
import { successionEntries } from './succession-entries.ts';
import { byStart, certaintyOf, endsOf, inOrder, stated, type TimelineEntry, type TimelineFact } from './timeline.ts';

/**
 * What happened to an area, oldest first: formed, renamed, given another code, members that joined, changed role and left,
 * areas it lies in and that lie in it, what it came from and became. `areaId` is its own, to tell its side of each event.
 */
export function areaTimeline(past: AreaPast, links: readonly LineageLink[], areaId: string): TimelineEntry[] {
  const ends = endsOf(past.records);
  return inOrder([
    ...recordEntries(past.records),
    ...membershipEntries(past.members, ({ organisationId }) => organisationId, ends),
    ...linkEntries(past.links, ends),
    ...successionEntries(links, areaId),
  ]);
}

function recordEntries(records: readonly PastAreaRecord[]): TimelineEntry[] {
  const sorted = records.toSorted(byStart);
  return sorted.flatMap((record, index) => {
    const before = sorted[index - 1] ?? null;
    const isFollowing = before !== null && before.to === record.from;
    const isContinued = record.to !== null && sorted[index + 1]?.from === record.to;
    const { name, from, to, sourceId, standing } = record;
    const begun = isFollowing ? changesOf(before, record) : [beginning(name, before !== null)];
    const certainty = isFollowing ? stated : certaintyOf(record);
    const entries: TimelineEntry[] = begun.map((fact) => ({ day: from, certainty, fact, sourceId, standing }));
    return to === null || isContinued
      ? entries
      : [...entries, { day: to, certainty: stated, fact: { kind: 'ended', name }, sourceId, standing }];
  });
}

function beginning(name: string, isAgain: boolean): TimelineFact {
  return { kind: 'began', name, isAgain };
}

function changesOf(before: PastAreaRecord, { name, code }: PastAreaRecord): TimelineFact[] {
  return [
    ...(before.name === name ? [] : [{ kind: 'renamed' as const, from: before.name, to: name }]),
    ...(before.code === code ? [] : [{ kind: 'recoded' as const, from: before.code, to: code }]),
  ];
}

function linkEntries(links: readonly PastLink[], ends: ReadonlySet<string>): TimelineEntry[] {
  const ofSort = Map.groupBy(links, ({ isParent, area }) => `${isParent} ${area.kind}`);
  return [...ofSort.values()].flatMap((alike) =>
    handovers(alike, ({ area }) => area.areaId)
      .filter(({ day, beginning: begun }) => begun !== null || !ends.has(day ?? ''))
      .flatMap((handover) =>
        linkFacts(handover.ending, handover.beginning).flatMap((fact) => handoverEntry(handover, fact)),
      ),
  );
}

/** Of the areas it lies in one may give way to another; those that lie in it come and go on their own. */
function linkFacts(ending: PastLink | null, begun: PastLink | null): TimelineFact[] {
  if ((begun ?? ending)?.isParent === true) {
    return [{ kind: 'placed', from: ending?.area ?? null, to: begun?.area ?? null }];
  }
  return [
    ...(ending === null ? [] : [{ kind: 'let-go' as const, area: ending.area }]),
    ...(begun === null ? [] : [{ kind: 'took-in' as const, area: begun.area }]),
  ];
}
