import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { listNotSubmitted, readDeadlines } from '../../assessment/index.ts';
import { listAddressed, listOrganisationsOfTypes, listWorkingFootprints } from '../../directory/index.ts';
import { askedOn, dueOnFor, instrumentOfRound, type Round, roundState } from '../../programme/index.ts';
import { listVersionStates, roadmapAtWork, type VersionStateRow } from '../../roadmap/index.ts';
import { writersOf } from '../notice-draft.ts';
import type { DraftContext } from '../notices-context.ts';
import { type AskedPlace, isJustOpen, reminderOn, type Unsubmitted } from './reminder.ts';

/** What is not submitted in the open rounds of which something is to be said today: that they have opened, or when it is due. */
export async function listUnsubmitted(context: DraftContext): Promise<Unsubmitted[]> {
  const day = today(context.clock);
  const rounds = context.pack.rounds.filter(
    (round) =>
      roundState(round, day) === 'open' &&
      (isJustOpen(openedOn(round), day) || deadlinesOf(round).some((dueOn) => reminderOn(dueOn, day) !== null)),
  );
  const lists = [];
  for (const round of rounds) {
    lists.push(await listUnsubmittedIn(context, round));
  }
  return lists.flat();
}

export function listUnsubmittedIn(context: DraftContext, round: Round): Promise<Unsubmitted[]> {
  return round.kind === 'assessment' ? listAssessments(context, round, false) : listRoadmaps(context, round);
}

/** Those who have submitted all of their assessment in a round. */
export function listSubmittedIn(context: DraftContext, round: Round): Promise<AskedPlace[]> {
  return listAssessments(context, round, true);
}

/** The day on which a round opens without anybody's doing; null where somebody opened it. */
function openedOn({ opensOn, steps }: Round): string | null {
  return steps.some(({ kind }) => kind === 'open') ? null : opensOn;
}

/** Of everybody, and of any place for which it was extended. */
function deadlinesOf({ dueOn, steps }: Round): string[] {
  return [dueOn, ...steps.flatMap((step) => (step.kind === 'extend' ? [step.dueOn] : []))];
}

async function listAssessments(
  { connection, pack }: DraftContext,
  round: Round,
  isSubmitted: boolean,
): Promise<Unsubmitted[]> {
  const types = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  const asked = await listOrganisationsOfTypes(connection, types, askedOn(round, pack.positionOn));
  const unsubmitted = await listNotSubmitted(
    connection,
    pack,
    round,
    asked.map(({ organisationId }) => organisationId),
  );
  const providers = asked.filter(({ organisationId }) => unsubmitted.has(organisationId) !== isSubmitted);
  const ids = providers.map(({ organisationId }) => organisationId);
  const addressed = await listAddressed(connection, ids, pack.positionOn);
  const deadlines = await readDeadlines(connection, pack, round, ids);
  const { signing } = instrumentOfRound(pack, round.id);
  return providers.map(({ organisationId, name }) => ({
    roundId: round.id,
    roundLabel: round.label,
    placeId: organisationId,
    name,
    dueOn: deadlines.get(organisationId) ?? round.dueOn,
    openedOn: openedOn(round),
    href: paths.assessment(addressed.get(organisationId)?.addressKey ?? organisationId, round.id),
    to: [{ roles: ['coordinator', ...signing.roles], scopeKind: 'organisation', scopeIds: [organisationId] }],
  }));
}

/** Those who work in this round, whether they have begun or not; nobody is reminded of one that they have left behind. */
async function listRoadmaps({ connection, pack, clock }: DraftContext, round: Round): Promise<Unsubmitted[]> {
  const versions = new Map((await listVersionStates(connection)).map((version) => [version.footprintId, version]));
  const footprints = await listWorkingFootprints(connection, pack.positionOn);
  return footprints
    .filter((place) => {
      const work = roadmapAtWork(pack, place, versions.get(place.areaId) ?? null, today(clock));
      return !place.isOver && work?.round.id === round.id && isUnsubmitted(work.version);
    })
    .map(({ areaId, slug, name, regions }) => ({
      roundId: round.id,
      roundLabel: round.label,
      placeId: areaId,
      name,
      dueOn: dueOnFor(round, new Set([areaId, ...regions.map((region) => region.areaId)])),
      openedOn: openedOn(round),
      href: paths.roadmap(slug),
      to: [writersOf(areaId)],
    }));
}

function isUnsubmitted(version: VersionStateRow | null): boolean {
  return version === null || (version.isFirst && (version.state === 'draft' || version.state === 'endorsement'));
}
