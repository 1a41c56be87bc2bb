import { dayAfter } from '../../../platform/days.ts';
import { searchWords } from '../../directory/index.ts';
import { handoverEntry, handovers, membershipEntries } from './handovers.ts';
import type { LineageLink, OrganisationPast, PastMeasure, PastPlace, PastRecord, PastRelation } from './past.ts';
import { successionEntries } from './succession-entries.ts';
import {
  byStart,
  type Certainty,
  certaintyOf,
  endsOf,
  inOrder,
  stated,
  type TimelineEntry,
  type TimelineFact,
} from './timeline.ts';

/**
 * What happened to an organisation, oldest first: opened, renamed, became another type, moved, joined and left footprints,
 * was placed, commissioned, counted, succeeded and closed. `code` is its own, to tell its side of each event.
 *
 * Sources mostly give a state of affairs, so the day of a change between two records is that of the first source that
 * shows it, and the line says so; a succession event of that day states it, and so does the day on which its new type came
 * into being (`introducedOn`, null where that is not known).
 */
export function organisationTimeline(
  past: OrganisationPast,
  links: readonly LineageLink[],
  code: string,
  introducedOn: (typeId: string) => string | null = () => null,
): TimelineEntry[] {
  const ends = endsOf(past.records);
  const own = links.filter(({ predecessor, successor }) => predecessor.id === code || successor?.id === code);
  const eventDays = new Set(own.map(({ effectiveOn }) => effectiveOn));
  return inOrder([
    ...recordEntries(past.records, { eventDays, introducedOn }),
    ...membershipEntries(past.memberships, ({ areaId }) => areaId, ends),
    ...relationEntries(past.relations, ends),
    ...placeEntries(past.places, ends),
    ...past.measures.map(measureEntry),
    ...successionEntries(links, code),
  ]);
}

interface KnownDays {
  readonly eventDays: ReadonlySet<string>;
  readonly introducedOn: (typeId: string) => string | null;
}

function recordEntries(records: readonly PastRecord[], known: KnownDays): TimelineEntry[] {
  const sorted = records.toSorted(byStart);
  return sorted.flatMap((record, index) => {
    const before = sorted[index - 1] ?? null;
    const next = sorted[index + 1] ?? null;
    const isContinued = next !== null && next.from === record.to;
    const ended = record.to === null || isContinued ? [] : [endedEntry(record, record.to)];
    if (before !== null && before.to === record.from) {
      return [...changeEntries(before, record, known), ...ended];
    }
    const fact: TimelineFact = { kind: 'began', name: record.name, isAgain: before !== null };
    const { sourceId, standing } = record;
    return [{ day: record.from, certainty: certaintyOf(record), fact, sourceId, standing }, ...ended];
  });
}

function endedEntry({ name, sourceId, standing }: PastRecord, day: string): TimelineEntry {
  return { day, certainty: stated, fact: { kind: 'ended', name }, sourceId, standing };
}

function changeEntries(before: PastRecord, record: PastRecord, known: KnownDays): TimelineEntry[] {
  const seen = changeCertainty(before, record);
  const { from: day, sourceId, standing } = record;
  return changesOf(before, record).map((fact) => {
    const isIntroduced = fact.kind === 'retyped' && known.introducedOn(record.typeId) === day;
    const certainty = isIntroduced || known.eventDays.has(day ?? '') ? stated : seen;
    return { day, certainty, fact, sourceId, standing };
  });
}

/** What was first seen after the end is recorded for the last day only: it changed by then, not on it. */
function changeCertainty(before: PastRecord, { from, to, seenFrom, isBy }: PastRecord): Certainty {
  const isSeenLater = from !== null && to === dayAfter(from) && seenFrom !== null && seenFrom > from;
  return isBy || isSeenLater ? { kind: 'by', notBefore: before.seenTo } : stated;
}

function changesOf(before: PastRecord, record: PastRecord): TimelineFact[] {
  const facts: TimelineFact[] = [
    { kind: 'renamed', from: before.name, to: record.name },
    { kind: 'retyped', from: before.typeId, to: record.typeId },
    { kind: 'status-changed', from: before.status, to: record.status },
  ];
  const changed = facts.filter((fact) => 'from' in fact && isChange(String(fact.from), String(fact.to)));
  const hasMoved = (['address', 'town', 'postcode'] as const).some((part) => isChange(before[part], record[part]));
  return hasMoved ? [...changed, { kind: 'moved', from: placeWords(before), to: placeWords(record) }] : changed;
}

/** Capitals and punctuation are no change, and neither is what one of the two does not say. */
function isChange(from: string, to: string): boolean {
  return from !== '' && to !== '' && from !== to && searchWords(from).join(' ') !== searchWords(to).join(' ');
}

function placeWords({ address, town, postcode }: PastRecord): string {
  return [address, town, postcode].filter((part) => part !== '').join(', ');
}

function relationEntries(relations: readonly PastRelation[], ends: ReadonlySet<string>): TimelineEntry[] {
  return [...Map.groupBy(relations, ({ kind }) => kind)].flatMap(([relation, ofKind]) =>
    handovers(ofKind, ({ related }) => related.id)
      .filter(({ day, beginning }) => beginning !== null || !ends.has(day ?? ''))
      .flatMap((handover) =>
        handoverEntry(handover, {
          kind: 'related',
          relation,
          from: handover.ending?.related ?? null,
          to: handover.beginning?.related ?? null,
        }),
      ),
  );
}

function placeEntries(places: readonly PastPlace[], ends: ReadonlySet<string>): TimelineEntry[] {
  return [...Map.groupBy(places, ({ area }) => area.kind).values()].flatMap((ofKind) =>
    handovers(ofKind, ({ area }) => area.areaId)
      .filter(({ day, beginning }) => beginning !== null || !ends.has(day ?? ''))
      .flatMap((handover) =>
        handoverEntry(handover, {
          kind: 'placed',
          from: handover.ending?.area ?? null,
          to: handover.beginning?.area ?? null,
        }),
      ),
  );
}

function measureEntry({ measure, value, measuredOn, sourceId, standing }: PastMeasure): TimelineEntry {
  return { day: measuredOn, certainty: stated, fact: { kind: 'counted', measure, value }, sourceId, standing };
}
