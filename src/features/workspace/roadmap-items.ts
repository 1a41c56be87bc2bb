import { paths } from '../../paths.ts';
import { listInWords } from '../../views/format.ts';
import { type Actor, can } from '../identity/index.ts';
import type { VersionState } from '../roadmap/index.ts';
import type { Step } from './story.ts';
import type { RoundOfWork, WorkItem } from './work-item.ts';

/** A roadmap version that a footprint the person acts for has in hand; state null before the first of a round is begun. */
export interface RoadmapFact {
  readonly footprintId: string;
  readonly slug: string;
  readonly name: string;
  readonly round: RoundOfWork;
  readonly dueOn: string;
  /** Whether its round takes it: one that is closed takes no new roadmap and no first version. */
  readonly isTaken: boolean;
  readonly number: number | null;
  readonly state: VersionState | null;
  /** False where a newer version has been begun beside it. */
  readonly isNewest: boolean;
  /** A draft of another round, which is written on until the roadmap of this one is begun. */
  readonly draftBefore: { readonly number: number; readonly roundLabel: string } | null;
  /** Whether the roadmap of this round was left behind as a draft, which can be taken up again. */
  readonly isLeft: boolean;
  /** True where the footprint was ended by an event of succession: its roadmap can be read, and waits for nobody. */
  readonly isOver: boolean;
  /** True where enough members have endorsed the frozen version, and no other is waited for. */
  readonly isAgreed: boolean;
  /** Names of members that declined the frozen version. */
  readonly declinedBy: readonly string[];
}

export const roadmapHints: Readonly<Record<VersionState, string>> = {
  draft: 'Being written',
  endorsement: 'With the members, to endorse',
  submitted: 'Submitted: waiting for the regional review',
  'under-review': 'Under regional review',
  'changes-requested': 'Changes requested',
  cleared: 'Cleared: ready to publish',
  published: 'Published',
  superseded: 'Superseded by a later version',
};

/** What the roadmaps of footprints ask of a person who acts for those. Where a footprint has two in different rounds, each names its own. */
export function roadmapItems(actor: Actor, facts: readonly RoadmapFact[]): WorkItem[] {
  const roundsOf = Map.groupBy(facts, ({ footprintId }) => footprintId);
  return facts.map((fact) => {
    const rounds = new Set(roundsOf.get(fact.footprintId)?.map(({ round }) => round.id));
    return roadmapItem(actor, fact, rounds.size > 1 ? `${fact.name}, for “${fact.round.label}”` : fact.name);
  });
}

function roadmapItem(actor: Actor, fact: RoadmapFact, what: string): WorkItem {
  const toDo = fact.isOver ? null : roadmapToDo(actor, fact);
  return {
    // Of one footprint there may be two: one to write, to publish or to answer, and the next, which nobody has begun.
    id: `roadmap-${fact.slug}-${fact.number ?? 'next'}`,
    text: toDo === null ? `Roadmap: ${what}` : `${toDo} ${what}`,
    href: fact.isNewest ? paths.roadmap(fact.slug) : paths.publishRoadmap(fact.slug),
    hint: roadmapHint(fact),
    dueOn: fact.isTaken && isForItsRound(fact) ? fact.dueOn : null,
    waits: toDo !== null,
    part: { place: fact.slug, step: roadmapStep(actor, fact) },
    heldBy: fact.isTaken || fact.isOver || !isForItsRound(fact) ? null : fact.round,
  };
}

/** Whether the next step is one that a round takes only while it is open. */
function isForItsRound({ state }: RoadmapFact): boolean {
  return state === null || state === 'draft' || state === 'endorsement';
}

/** What is asked of the person, to go before the name of the footprint; null where nothing waits for them. */
function roadmapToDo(actor: Actor, fact: RoadmapFact): string | null {
  const { footprintId, isTaken, state, isAgreed } = fact;
  const subject = { footprintIds: [footprintId] };
  const isLead = can(actor, 'roadmap.submit', subject);
  if (!can(actor, 'roadmap.edit', subject)) {
    return null;
  }
  switch (state) {
    case null:
      return isTaken ? toBegin(fact) : null;
    case 'draft':
      if (!isTaken) {
        return null;
      }
      return isLead ? 'Complete and freeze the roadmap of' : 'Write the roadmap of';
    case 'endorsement':
      if (!isLead || !isTaken) {
        return null;
      }
      return isAgreed ? 'Submit the roadmap of' : 'Gather the endorsements and submit the roadmap of';
    case 'changes-requested':
      return 'Begin a new version of the roadmap of';
    case 'cleared':
      return isLead ? 'Publish the roadmap of' : null;
    default:
      return null;
  }
}

function toBegin({ isLeft }: RoadmapFact): string {
  return isLeft ? 'Take up the draft of the roadmap of' : 'Start the roadmap of';
}

function roadmapStep(actor: Actor, { footprintId, state }: RoadmapFact): Step {
  switch (state) {
    case 'endorsement':
      return 'gather';
    case 'submitted':
    case 'under-review':
      return 'review';
    case 'cleared':
    case 'published':
    case 'superseded':
      return 'publish';
    default:
      return can(actor, 'roadmap.submit', { footprintIds: [footprintId] }) ? 'freeze' : 'write';
  }
}

function roadmapHint(fact: RoadmapFact): string {
  return `For “${fact.round.label}”. ${standing(fact)}`;
}

function standing({ isTaken, number, state, draftBefore, isLeft, declinedBy }: RoadmapFact): string {
  if (state === null) {
    const draft =
      draftBefore &&
      `. Version ${draftBefore.number}, for “${draftBefore.roundLabel}”, is being drafted, and can only be read once this one is begun`;
    return `${isLeft ? 'Left behind as a draft' : 'Not begun'}${isTaken ? '' : ', and this round is not open'}${draft ?? ''}`;
  }
  const declined = declinedBy.length === 0 ? '' : `. Declined by ${listInWords(declinedBy)}`;
  const refusal = isTaken ? '' : (notTakenHints[state] ?? '');
  return `Version ${number}. ${roadmapHints[state]}${declined}${refusal}`;
}

/** What can be done with a first version in a round that is closed, and what not. */
const notTakenHints: Readonly<Partial<Record<VersionState, string>>> = {
  draft: '. It can be written on, but not frozen: its round is closed',
  endorsement: '. It cannot be submitted: its round is closed',
};
