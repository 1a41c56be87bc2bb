import { by } from '../../../platform/compare.ts';
import type { LineageLink, LineageParty } from './past.ts';
import { stated, type TimelineEntry, type TimelineFact } from './timeline.ts';

/** The events of a succession, told from one side: what `id` came from, took over, or became. One line an event and side. */
export function successionEntries(links: readonly LineageLink[], id: string): TimelineEntry[] {
  return [...Map.groupBy(links, ({ eventId }) => eventId).values()].flatMap((ofEvent) => [
    ...side(
      ofEvent,
      'came-from',
      others(
        ofEvent.filter(isFrom(id)).map(({ predecessor }) => predecessor),
        id,
      ),
    ),
    ...side(
      ofEvent,
      'became',
      others(
        ofEvent.filter(({ predecessor }) => predecessor.id === id).flatMap(({ successor }) => successor ?? []),
        id,
      ),
    ),
  ]);
}

const isFrom =
  (id: string) =>
  ({ successor }: LineageLink): boolean =>
    successor?.id === id;

/** A renamed area goes on under its own id: it neither came from itself nor became itself. */
function others(parties: readonly LineageParty[], id: string): LineageParty[] {
  const byId = new Map(parties.filter((party) => party.id !== id).map((party) => [party.id, party]));
  return [...byId.values()].toSorted(by((party) => party.id));
}

function side(
  links: readonly LineageLink[],
  kind: 'came-from' | 'became',
  parties: readonly LineageParty[],
): TimelineEntry[] {
  const [event] = links;
  if (event === undefined || parties.length === 0) {
    return [];
  }
  const { effectiveOn: day, sourceId, standing, reason } = event;
  const fact: TimelineFact = { kind, event: event.kind, others: parties, reason };
  return [{ day, certainty: stated, fact, sourceId, standing }];
}
