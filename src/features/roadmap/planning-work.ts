import { type ProgrammePack, type Round, roundState } from '../programme/index.ts';
import type { PlanningWork } from '../rounds/index.ts';
import { type PlaceInRound, roadmapAtWork } from './round-of-roadmap.ts';
import type { VersionStateRow } from './versions/version-repository.ts';
import type { VersionState } from './versions/version-state.ts';

type CurrentVersion = Pick<VersionStateRow, 'footprintId' | 'roundId' | 'begunIn' | 'draftIn' | 'isFirst' | 'state'>;

/** A footprint, with whether it was ended by an event of succession. */
type PlaceAsked = PlaceInRound & { readonly isOver: boolean };

interface PlanningFacts {
  readonly places: readonly PlaceAsked[];
  /** The current one of each that has one, of whatever round. */
  readonly versions: readonly CurrentVersion[];
  readonly today: string;
}

/** Whether a footprint is asked in a round of planning: each that there is, and one that has ended where it began something in the round. */
export function isAskedToPlan({ isOver }: Pick<PlaceAsked, 'isOver'>, hasBegun: boolean): boolean {
  return !isOver || hasBegun;
}

/** Where the footprints stand in a round of planning; each that is asked is counted once. */
export function planningWorkOf(
  round: Round,
  pack: Pick<ProgrammePack, 'id' | 'rounds' | 'endedOn'>,
  facts: PlanningFacts,
): PlanningWork {
  const { versions, today } = facts;
  const opened = withStep(round, pack, 'open');
  const current = new Map(versions.map((version) => [version.footprintId, version]));
  const hasBegun = ({ areaId }: PlaceAsked) => current.get(areaId)?.begunIn.includes(round.id) ?? false;
  const asked = facts.places.filter((place) => isAskedToPlan(place, hasBegun(place)));
  const places = asked.filter(({ isOver }) => !isOver);
  // Where another round comes first though this one is open, roadmaps are begun there; and whoever is with others is not overtaken.
  const toBegin = places.filter((place) => {
    const work = roadmapAtWork(opened, place, current.get(place.areaId) ?? null, today);
    return work?.round.id === round.id && work.version === null;
  });
  const here = places.filter(({ areaId }) => current.get(areaId)?.roundId === round.id);
  const others = asked.filter((place) => !toBegin.includes(place) && !here.includes(place));
  const versionsOf = (each: readonly PlaceAsked[]) => each.flatMap(({ areaId }) => current.get(areaId) ?? []);
  const [own, before] = [versionsOf(here), versionsOf(toBegin)];
  const firstIn = (state: VersionState) => own.filter((version) => version.isFirst && version.state === state).length;
  const beforeIn = (state: VersionState) => before.filter((version) => version.state === state).length;
  const [beingWritten, beingEndorsed] = [firstIn('draft'), firstIn('endorsement')];
  return {
    kind: 'roadmap',
    notBegun: toBegin.length,
    elsewhere: others.filter((place) => !hasBegun(place)).length,
    goneOn: others.filter(hasBegun).length,
    beingWritten,
    beingEndorsed,
    submitted: own.length - beingWritten - beingEndorsed,
    before: {
      beingWritten: beforeIn('draft'),
      toAnswer: beforeIn('changes-requested'),
      toPublish: beforeIn('cleared'),
    },
    next: nextOf(round, pack, { places, today }, current),
  };
}

/** Where those who work in the round can begin a roadmap once it is closed: by the rule by which it is decided then. */
function nextOf(
  round: Round,
  pack: Pick<ProgrammePack, 'id' | 'rounds' | 'endedOn'>,
  { places, today }: Omit<PlanningFacts, 'versions'>,
  current: ReadonlyMap<string, CurrentVersion>,
): PlanningWork['next'] {
  const closed = withStep(round, pack, 'close');
  const rounds = places.flatMap((place) => {
    const version = current.get(place.areaId) ?? null;
    const then = roadmapAtWork(closed, place, version, today);
    const worksHere = roadmapAtWork(pack, place, version, today)?.round.id === round.id;
    const canBegin = then?.version === null && roundState(then.round, today) === 'open';
    return worksHere && canBegin ? [then.round] : [];
  });
  return [...Map.groupBy(rounds, ({ id }) => id).values()].flatMap((each) =>
    each.slice(0, 1).map(({ label }) => ({ label, count: each.length })),
  );
}

/** The rounds, were this one opened or closed. */
function withStep(
  round: Round,
  { id, rounds, endedOn }: Pick<ProgrammePack, 'id' | 'rounds' | 'endedOn'>,
  kind: 'open' | 'close',
): Pick<ProgrammePack, 'id' | 'rounds' | 'endedOn'> {
  const step = { kind, number: round.steps.length + 1, reason: '', at: new Date(0), by: '' };
  const stepped = { ...round, steps: [...round.steps, step] };
  return { id, endedOn, rounds: rounds.map((each) => (each.id === round.id ? stepped : each)) };
}
