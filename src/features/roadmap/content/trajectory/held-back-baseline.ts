import { type Finding, finding } from '../../../../platform/check-result.ts';
import { formatDate } from '../../../../views/format.ts';
import { type ProgrammePack, resultsDay, roundsHeldBack } from '../../../programme/index.ts';
import type { BaselineSource } from '../../documents/frozen-document.ts';
import type { GroupBaseline } from '../group-baseline.ts';

interface Baseline {
  readonly groups: readonly GroupBaseline[];
  readonly source: BaselineSource;
}

type Pack = Pick<ProgrammePack, 'resultsPublic' | 'rounds'>;

/**
 * The baseline as a document of a day may have it. While the results of its round are held back it is without a figure, and says so: of one
 * member the mean is that member's own score, and what is published would show it before its day.
 */
export function baselineOnDay(pack: Pack, { groups, source }: Baseline, day: string): Baseline {
  const heldBack = heldBackOn(pack, source.round.id, day);
  return heldBack === null
    ? { groups, source }
    : { groups: groups.map(withoutFigures), source: { ...source, heldBack } };
}

/** Said to those who are about to freeze: what their document will be without. */
export function heldBackFindings(pack: Pack, { groups, source }: Baseline, day: string): Finding[] {
  const heldBack = heldBackOn(pack, source.round.id, day);
  if (heldBack === null || groups.every(({ mean }) => mean === null)) {
    return [];
  }
  const { label } = source.round;
  const message =
    heldBack.until === null
      ? `The results of ${label} are not public, and no day is set for them: what is frozen before they are holds no baseline`
      : `The results of ${label} are public from ${formatDate(heldBack.until)}: what is frozen before that day holds no baseline`;
  return [finding('baseline-held-back', null, message)];
}

function heldBackOn(pack: Pack, roundId: string, day: string): { readonly until: string | null } | null {
  const round = pack.rounds.find(({ id }) => id === roundId);
  const isHeldBack = round !== undefined && roundsHeldBack(pack, day).includes(roundId);
  return isHeldBack ? { until: resultsDay(pack, round, day).on } : null;
}

function withoutFigures(group: GroupBaseline): GroupBaseline {
  return { ...group, mean: null, n: 0, included: [], missing: [] };
}
