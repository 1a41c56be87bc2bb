import { type ProgrammePack, planningRound, type Round, roundState } from '../programme/index.ts';
import type { PlanningWork } from '../rounds/index.ts';
import type { VersionStateRow } from './versions/version-repository.ts';
import type { VersionState } from './versions/version-state.ts';

type CurrentVersion = Pick<VersionStateRow, 'footprintId' | 'roundId' | 'isFirst' | 'state'>;

interface PlanningFacts {
  /** Of all that are asked to plan. */
  readonly footprintIds: readonly string[];
  /** The current one of each that has one, of whatever round. */
  readonly versions: readonly CurrentVersion[];
  readonly today: string;
}

/** Where the footprints stand in a round of planning. */
export function planningWorkOf(
  round: Round,
  pack: Pick<ProgrammePack, 'id' | 'rounds'>,
  { footprintIds, versions, today }: PlanningFacts,
): PlanningWork {
  // Where another round comes first though this one is open, roadmaps are begun there.
  const isBegunHere = begunIn(round, pack, { kind: 'open', today }).id === round.id;
  const next = begunIn(round, pack, { kind: 'close', today });
  const asked = new Set(isBegunHere ? footprintIds : []);
  const opensOn = new Map(pack.rounds.map((each) => [each.id, each.opensOn]));
  const isBefore = ({ roundId }: CurrentVersion) => (opensOn.get(roundId) ?? '') < round.opensOn;
  const own = versions.filter(({ roundId }) => roundId === round.id);
  const before = versions.filter((version) => asked.has(version.footprintId) && isBefore(version));
  const firstIn = (state: VersionState) => own.filter((version) => version.isFirst && version.state === state).length;
  const beforeIn = (state: VersionState) => before.filter((version) => version.state === state).length;
  const [beingWritten, beingEndorsed] = [firstIn('draft'), firstIn('endorsement')];
  return {
    kind: 'roadmap',
    notBegun: asked.size - versions.filter((version) => asked.has(version.footprintId) && !isBefore(version)).length,
    beingWritten,
    beingEndorsed,
    submitted: own.length - beingWritten - beingEndorsed,
    before: {
      beingWritten: beforeIn('draft'),
      toAnswer: beforeIn('changes-requested'),
      toPublish: beforeIn('cleared'),
    },
    next: roundState(next, today) === 'open' && next.id !== round.id ? next.label : null,
  };
}

/** The round in which roadmaps are begun on a day, were this one open or closed. */
function begunIn(
  round: Round,
  { id, rounds }: Pick<ProgrammePack, 'id' | 'rounds'>,
  { kind, today }: { readonly kind: 'open' | 'close'; readonly today: string },
): Round {
  const step = { kind, number: round.steps.length + 1, reason: '', at: new Date(0), by: '' };
  const stepped = { ...round, steps: [...round.steps, step] };
  return planningRound({ id, rounds: rounds.map((each) => (each.id === round.id ? stepped : each)) }, today);
}
