import { formatPeriod } from '../../../../../views/format.ts';
import { type Flow, type FlowTerms, labelOf, unknownWay } from '../flow.ts';

/** One flow as it is read, with names for every id. */
export interface FlowView {
  readonly from: string;
  readonly to: string;
  /** How it goes now, with the standard. */
  readonly now: string;
  /** How it is to go, and by when; empty where nothing is planned. */
  readonly planned: string;
  readonly note: string;
}

export function flowView(
  { wayNow, standardId, planned, note }: Omit<Flow, 'to'>,
  ends: Pick<FlowView, 'from' | 'to'>,
  {
    ways,
    standards,
  }: { readonly [List in 'ways' | 'standards']: readonly Pick<FlowTerms[List][number], 'id' | 'label'>[] },
): FlowView {
  const standard = standardId === null ? '' : ` (${labelOf(standards, standardId)})`;
  const now = wayNow === null ? unknownWay : labelOf(ways, wayNow);
  return {
    ...ends,
    // The standard is that of what is planned, where something is.
    now: planned === null ? `${now}${standard}` : now,
    planned: planned === null ? '' : `${labelOf(ways, planned.wayId)}${standard} by ${formatPeriod(planned.by)}`,
    note,
  };
}
