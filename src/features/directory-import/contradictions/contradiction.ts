import { createHash } from 'node:crypto';
import type { Closing, Difference, OrganisationObservation, SuccessionPair } from '../../register/index.ts';

/** In which way a file can speak against the directory, with what that is called. */
export const contradictionKinds = {
  reopened: 'Open again, though others are on record in its place',
  succession: 'Another succession of the same end',
  'closed-earlier': 'Closed, though a newer source found it open',
  'closed-without-day': 'Closed on a day that is not said, though known as open',
} as const;

export type ContradictionKind = keyof typeof contradictionKinds;

/** What a file says against what is known. Days of files stand in neither statement: the same is said by each of them. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly code: string;
  readonly name: string;
  readonly known: string;
  /** Who says what is known; null where no source is on record. */
  readonly knownSourceId: string | null;
  readonly said: string;
  /** What the file says, so that it can be taken in later; null for a succession, of which `said` says all. */
  readonly observation: OrganisationObservation | null;
  /** As it is told among the differences that the file makes. */
  readonly difference: Difference;
}

/**
 * By which it is known again: whatever file says so, and in whichever row. `takenBefore`: how often it was taken; what a newer file
 * speaks against once more after that waits for a decision of its own.
 */
export function digestOfContradiction(
  { kind, code, known, said }: Pick<Contradiction, 'kind' | 'code' | 'known' | 'said'>,
  takenBefore: number,
): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, code, known, said, takenBefore]))
    .digest('hex');
}

/** A pair of a file that says something else of an end than the record does. */
export function contradictingSuccession(
  { predecessorCode, successorCode, effectiveOn, row }: SuccessionPair,
  { on, successors, sourceId }: Closing,
): Contradiction {
  const known = `${successors.join(', ') || 'nobody'} from ${on}`;
  const said = `${successorCode} from ${effectiveOn}`;
  return {
    kind: 'succession',
    code: predecessorCode,
    name: '',
    known,
    knownSourceId: sourceId,
    said,
    observation: null,
    difference: {
      kind: 'contradicted',
      code: predecessorCode,
      name: '',
      before: known,
      after: said,
      isPast: false,
      row,
    },
  };
}

const contradictionDecisions = ['keep', 'take'] as const;

export type ContradictionDecision = (typeof contradictionDecisions)[number];

/**
 * What can be decided of it on this service. What a file says is only taken where it can hold at once: a succession from a file
 * cannot be taken back, an older file never closes what a newer one found open, and an end has a day.
 *
 * After a decision, the other one can be made; but what was taken is part of the directory, and stays so.
 */
export function decisionsFor(
  kind: ContradictionKind,
  last: ContradictionDecision | null = null,
): readonly ContradictionDecision[] {
  if (last === 'take') {
    return [];
  }
  const all = kind === 'reopened' ? contradictionDecisions : (['keep'] as const);
  return all.filter((decision) => decision !== last);
}

/** The difference of a contradiction that somebody has decided to leave: a later file that says the same is told so. */
export function differenceOnceKept(difference: Difference, day: string): Difference {
  return { ...difference, after: `${difference.after} (decided on ${day} to keep what is known)` };
}

/** Whether the differences that a file makes once it may open an organisation again do so; a newer source may have closed it since. */
export function opensAgain(differences: readonly Difference[]): boolean {
  return differences.some(
    ({ kind, isPast }) => !isPast && (kind === 'end-changed' || kind === 'reopened' || kind === 'reissued'),
  );
}
