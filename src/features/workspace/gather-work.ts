import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { countUnanswered } from '../contact/index.ts';
import { listWorkingFootprints, type WorkingFootprint } from '../directory/index.ts';
import { countUndecidedContradictions } from '../directory-import/index.ts';
import { listFormationWork, nameOfForm, subjectOfCase } from '../formation/index.ts';
import { type Actor, can, mayAnywhere } from '../identity/index.ts';
import { listActiveVersions, listOpenActivations } from '../instruments/index.ts';
import { listOpenModerations, listPeerWork } from '../moderation/index.ts';
import { getRound, isLongOver, type ProgrammePack, roundState } from '../programme/index.ts';
import {
  dueOnOf,
  isSubmittingOpen,
  listVersionStates,
  listVersionsOf,
  type RoadmapAtWork,
  type RoadmapVersionRow,
  roadmapAtWork,
  type VersionState,
  type VersionStateRow,
} from '../roadmap/index.ts';
import { readSetUp } from '../set-up/index.ts';
import { gatherAssessments } from './gather-assessments.ts';
import { gatherAssigned } from './gather-assigned.ts';
import { type Everywhere, gatherEndorsements, gatherMemberRoadmaps, readBoards } from './gather-of-members.ts';
import { gatherSharings } from './gather-sharings.ts';
import { roundOfWork, scopesOf } from './places-of-work.ts';
import type { RoadmapFact } from './roadmap-items.ts';
import { gatherChallenges } from './threads/gather-challenges.ts';
import { gatherThreads } from './threads/gather-threads.ts';
import type { ActivationFact, FormationFact } from './work-item.ts';
import type { EndorsementFact, ReviewFact, WorkFacts } from './work-items.ts';

export interface WorkContext extends AppContext {
  readonly settings: Settings;
}

/**
 * Looks up where everything stands that the person has a part in, and nothing of what they have none in.
 *
 * @param personIds whose work it is, where it is gathered for several at once
 */
export async function gatherWork(
  context: WorkContext,
  actor: Actor,
  personIds: readonly string[] = [actor.personId],
): Promise<WorkFacts> {
  const [
    assessments,
    assigned,
    threads,
    sharings,
    challenges,
    peerWork,
    openModerations,
    [everywhere, endorsements],
    memberRoadmaps,
    formations,
    unansweredMessages,
    undecidedContradictions,
    missingOfSetUp,
    activations,
  ] = await Promise.all([
    gatherAssessments(context, actor),
    gatherAssigned(context, actor),
    gatherThreads(context, actor),
    gatherSharings(context, actor),
    gatherChallenges(context, actor),
    mayAnywhere(actor, 'assessment.answer-invitation') ? listPeerWork(context, personIds) : [],
    mayAnywhere(actor, 'assessment.moderate') ? listOpenModerations(context, actor.personId) : [],
    gatherPlans(context, actor),
    gatherMemberRoadmaps(context, actor),
    formationActions.some((action) => mayAnywhere(actor, action)) ? gatherFormations(context) : [],
    can(actor, 'contact.read') ? countUnanswered(context.database) : 0,
    can(actor, 'directory.import') ? countUndecidedContradictions(context.database) : 0,
    // The demonstration shows a programme that runs, though nobody is invited to it.
    can(actor, 'set-up.read') && !context.config.isDemonstration ? countMissing(context) : 0,
    can(actor, 'instrument.confirm') ? gatherActivations(context) : [],
  ]);
  const roadmaps = await gatherRoadmaps(context, actor, everywhere);
  return {
    assessments,
    assigned,
    ...threads,
    sharings,
    challenges,
    peerWork,
    openModerations,
    endorsements,
    memberRoadmaps,
    formations,
    activations,
    unansweredMessages,
    undecidedContradictions,
    missingOfSetUp,
    roadmaps,
    reviews: gatherReviews(everywhere),
  };
}

/** The versions of the pack that are not active, with the rounds that wait for one. */
async function gatherActivations({ database, pack }: AppContext): Promise<ActivationFact[]> {
  const [active, open] = await Promise.all([listActiveVersions(database), listOpenActivations(database)]);
  const isOf =
    ({ id, version }: { readonly id: string; readonly version: string }) =>
    (other: { readonly id: string; readonly version: string }) =>
      other.id === id && other.version === version;
  return pack.instruments
    .filter((instrument) => !active.some(isOf(instrument)))
    .map((instrument) => ({
      id: instrument.id,
      version: instrument.version,
      title: instrument.title,
      proposedById: open.find(isOf(instrument))?.proposedById ?? null,
      rounds: pack.rounds
        .filter((round) => round.waitsForActivation && round.instrument === instrument.id)
        .map(({ label }) => label),
    }));
}

async function countMissing(context: WorkContext): Promise<number> {
  return (await readSetUp(context)).filter(({ isDone }) => !isDone).length;
}

const formationActions = ['formation.edit', 'formation.endorse', 'formation.decide'] as const;

const planActions = ['roadmap.edit', 'roadmap.endorse', 'review.read'] as const;

/** Where the roadmaps stand, and what organisations that the person decides for have still to decide on them. */
async function gatherPlans(context: AppContext, actor: Actor): Promise<[Everywhere, EndorsementFact[]]> {
  if (!planActions.some((action) => mayAnywhere(actor, action))) {
    return [{ footprints: [], versions: new Map() }, []];
  }
  const [footprints, versions] = await Promise.all([
    listWorkingFootprints(context.database, context.pack.positionOn),
    listVersionStates(context.database),
  ]);
  const everywhere = { footprints, versions: new Map(versions.map((version) => [version.footprintId, version])) };
  return [everywhere, await gatherEndorsements(context, actor, everywhere)];
}

async function gatherRoadmaps(
  { database, pack, clock }: AppContext,
  actor: Actor,
  { footprints, versions }: Everywhere,
): Promise<RoadmapFact[]> {
  const mine = scopesOf(actor, 'footprint');
  const own = [...mine.keys()].flatMap((areaId) => versions.get(areaId) ?? []);
  const [boards, cleared] = await Promise.all([readBoards({ database, pack }, own), readClearedBeside(database, own)]);
  const day = today(clock);
  return footprints
    .filter(({ areaId }) => mine.has(areaId))
    .flatMap((footprint) => {
      const { areaId, slug, name, isOver } = footprint;
      const current = versions.get(areaId) ?? null;
      const beside = (cleared.get(areaId) ?? []).map((version) => ({
        round: getRound(pack, version.roundId),
        version,
      }));
      return [...beside, ...roadmapsInHand(pack, footprint, current, day)].map(({ round, version }) => ({
        footprintId: areaId,
        slug,
        name,
        round: roundOfWork(round, day),
        dueOn: dueOnOf(round, footprint),
        isTaken:
          version === null
            ? roundState(round, day) === 'open' && !isLongOver(pack, round, day)
            : isSubmittingOpen(pack, version, day),
        number: version?.number ?? null,
        state: version?.state ?? null,
        isNewest: version === null || version.versionId === current?.versionId,
        draftBefore: version === null ? draftBefore(pack, current) : null,
        isLeft: version === null && (current?.draftIn.includes(round.id) ?? false),
        isOver,
        isAgreed: boards.get(areaId)?.isAgreed ?? false,
        declinedBy: boards.get(areaId)?.declinedBy ?? [],
      }));
    });
}

function draftBefore(pack: ProgrammePack, current: VersionStateRow | null): RoadmapFact['draftBefore'] {
  return current?.state === 'draft'
    ? { number: current.number, roundLabel: getRound(pack, current.roundId).label }
    : null;
}

/** By footprint, the cleared version beside which a newer one has been begun: it can be published until that is submitted. */
async function readClearedBeside(
  database: AppContext['database'],
  current: readonly VersionStateRow[],
): Promise<ReadonlyMap<string, RoadmapVersionRow[]>> {
  const followed = current.filter(({ state }) => state === 'draft' || state === 'endorsement');
  const versions = await listVersionsOf(
    database,
    followed.map(({ footprintId }) => footprintId),
  );
  return new Map([...versions].map(([areaId, own]) => [areaId, own.filter(({ state }) => state === 'cleared')]));
}

/** Settled by a review, and waiting for the footprint: a newer round takes nothing of that away. */
const waitsForFootprint: readonly VersionState[] = ['changes-requested', 'cleared'];

/** The roadmap of the round that a footprint works in, and before it what waits for the footprint, or is written, in another round. */
function roadmapsInHand(
  pack: ProgrammePack,
  footprint: WorkingFootprint,
  current: VersionStateRow | null,
  day: string,
): readonly RoadmapAtWork<VersionStateRow>[] {
  const work = roadmapAtWork(pack, footprint, current, day);
  if (work === null) {
    return [];
  }
  if (current === null || work.version !== null) {
    return [work];
  }
  const isInHand =
    waitsForFootprint.includes(current.state) || (current.state === 'draft' && isSubmittingOpen(pack, current, day));
  return isInHand ? [{ round: getRound(pack, current.roundId), version: current }, work] : [work];
}

function gatherReviews({ footprints, versions }: Everywhere): ReviewFact[] {
  return footprints.flatMap(({ areaId, slug, name, regions }) => {
    const version = versions.get(areaId);
    if (version === undefined || (version.state !== 'submitted' && version.state !== 'under-review')) {
      return [];
    }
    const regionIds = regions.map((region) => region.areaId);
    return [{ regionIds, slug, footprintName: name, number: version.number, state: version.state }];
  });
}

async function gatherFormations({ database, pack }: AppContext): Promise<FormationFact[]> {
  const cases = await listFormationWork(database, pack.positionOn);
  return cases.map((one) => ({
    slug: one.slug,
    name: nameOfForm(one),
    state: one.form?.state ?? null,
    isFirst: one.form?.isFirst ?? true,
    editors: subjectOfCase(one, 'formation.edit'),
    deciders: subjectOfCase(one, 'formation.decide'),
    waitingFor: one.waitingFor,
  }));
}
