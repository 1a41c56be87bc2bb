import type { TimelineEntry } from './timeline.ts';

/** Lines that say the same of several others are shown as one: twenty members that joined on a day. */
const gathered: ReadonlySet<TimelineEntry['fact']['kind']> = new Set(['joined', 'left', 'placed', 'took-in', 'let-go']);

/** Lines one after another that differ only in whom they are about. */
export function groupEntries(entries: readonly TimelineEntry[]): TimelineEntry[][] {
  const groups: TimelineEntry[][] = [];
  let lastKey = '';
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null && key === lastKey) {
      groups.at(-1)?.push(entry);
    } else {
      groups.push([entry]);
    }
    lastKey = key ?? '';
  }
  return groups;
}

function keyOf({ day, certainty, fact, sourceId, standing }: TimelineEntry): string | null {
  if (!gathered.has(fact.kind)) {
    return null;
  }
  const role = 'role' in fact ? fact.role : '';
  const isChange = fact.kind === 'placed' && fact.from !== null && fact.to !== null;
  const isEnd = fact.kind === 'placed' && fact.to === null;
  return isChange ? null : JSON.stringify([day, certainty, fact.kind, isEnd, role, sourceId, standing]);
}
