import { type ProgrammePack, planningRound, type Round } from '../programme/index.ts';
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
  { id, rounds }: Pick<ProgrammePack, 'id' | 'rounds'>,
  { footprintIds, versions, today }: PlanningFacts,
): PlanningWork {
  const asked = new Set(isBegunIn(round, { id, rounds }, today) ? footprintIds : []);
  const opensOn = new Map(rounds.map((each) => [each.id, each.opensOn]));
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
  };
}

/** Whether roadmaps are begun in a round while it is open: where a newer one is open and has time left, they are begun there. */
function isBegunIn(round: Round, pack: Pick<ProgrammePack, 'id' | 'rounds'>, today: string): boolean {
  const step = { kind: 'open', number: round.steps.length + 1, reason: '', at: new Date(0), by: '' } as const;
  const opened = { ...round, steps: [...round.steps, step] };
  const rounds = pack.rounds.map((each) => (each.id === round.id ? opened : each));
  return planningRound({ id: pack.id, rounds }, today).id === round.id;
}
