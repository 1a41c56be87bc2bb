import type { Discrepancy } from './audit-discrepancy.ts';

/** A discrepancy as a sentence, without its chain: `Event 3 was changed.` */
export function describeDiscrepancy({ kind, first, last }: Discrepancy): string {
  const events = first === last ? `Event ${first}` : `Events ${first} to ${last}`;
  const were = first === last ? 'was' : 'were';
  switch (kind) {
    case 'changed':
      return first === last ? `${events} was changed.` : `One or more of the events ${first} to ${last} were changed.`;
    case 'removed':
      return `${events} ${were} removed.`;
    case 'inserted':
      return `${events} ${were} put in by another way than the service's.`;
    case 'reordered':
      return first === last ? `${events} is out of its place.` : `${events} are not in their order.`;
    case 'head':
      return `${events} and the record of where the chain ends do not agree: one of the two was changed or removed.`;
    case 'cut-off':
      return `${events}, which the checkpoint names, ${were} cut off.`;
  }
}
