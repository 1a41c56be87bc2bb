import type { ReferenceRows } from './reference-rows.ts';

/** An event as the shipped facts tell it. */
export type ShippedSuccession = Readonly<ReferenceRows['successions'][number]>;

/** An event on record, whoever says so. */
export interface RecordedSuccession extends Omit<ShippedSuccession, 'kind'> {
  readonly eventId: string;
  readonly kind: string;
  readonly isShipped: boolean;
  /** Who took it back: a new load of the shipped facts, or someone on this service; null while it holds. */
  readonly undoneBy: 'load' | 'service' | null;
}

export interface ShippedSuccessionPlan {
  readonly added: readonly ShippedSuccession[];
  /** Told before and not now, or now told otherwise. */
  readonly vanished: readonly RecordedSuccession[];
}

/**
 * What brings the events on record to those that are shipped now. An event that is told as before is left alone; one that is
 * not told any more is to be taken back by a further event, because events are never changed or deleted. What was imported or
 * entered on this service stays, and so does an undoing entered here: the shipped facts do not tell it a second time.
 */
export function planShippedSuccessions(
  shipped: readonly ShippedSuccession[],
  recorded: readonly RecordedSuccession[],
): ShippedSuccessionPlan {
  const others = new Set(recorded.filter(({ isShipped }) => !isShipped).flatMap(stepsOf));
  const wanted = shipped
    .map((event) => ({ ...event, links: event.links.filter((link) => !others.has(stepOf(event, link))) }))
    .filter(({ links }) => links.length > 0);
  const ours = recorded.filter(({ isShipped, undoneBy }) => isShipped && undoneBy !== 'load');
  const known = new Set(ours.map(keyOf));
  const told = new Set(wanted.map(keyOf));
  return {
    added: wanted.filter((event) => !known.has(keyOf(event))),
    vanished: ours.filter((event) => event.undoneBy === null && !told.has(keyOf(event))),
  };
}

type Event = Pick<ShippedSuccession, 'subject' | 'effectiveOn' | 'links'>;

function stepsOf(event: Event): string[] {
  return event.links.map((link) => stepOf(event, link));
}

function stepOf({ subject, effectiveOn }: Event, link: ShippedSuccession['links'][number]): string {
  return JSON.stringify([subject, effectiveOn, ...link]);
}

function keyOf(event: ShippedSuccession | RecordedSuccession): string {
  const { kind, reason, sourceId, standing } = event;
  return JSON.stringify([kind, reason, sourceId, standing, ...stepsOf(event).toSorted()]);
}
