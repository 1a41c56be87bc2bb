import { today } from '../../platform/days.ts';
import { inSentence } from '../../views/format.ts';
import { type Endorsement, outstandingCount } from '../agreement/index.ts';
import {
  answersForSeveral,
  careSettingName,
  findAssessmentPlace,
  listAssigned,
  readDeadlines,
} from '../assessment/index.ts';
import { listAddressed, listPlacements, listWorkingFootprints } from '../directory/index.ts';
import { listFormationWork, nameOfForm, subjectOfCase } from '../formation/index.ts';
import { listOpenActivations } from '../instruments/index.ts';
import { listNotePlaces } from '../private-notes/index.ts';
import { dueOnFor, findRound, instrumentOfRound, type Round, roundDeadlineInWords } from '../programme/index.ts';
import {
  endorsementBoard,
  findVersionOf,
  listEndorsements,
  listNamedMembers,
  type RoadmapMember,
  type RoadmapVersionRow,
} from '../roadmap/index.ts';
import { findThread, type PlacedThread } from '../threads/index.ts';
import { listQueryPlaces } from '../validation/index.ts';
import { type AssessmentPlace, assessmentNotices } from './assessment-notices.ts';
import { assignmentNotices } from './assignment-notices.ts';
import { formationNotices, type NoticedForm } from './formation-notices.ts';
import type { Happening } from './happening.ts';
import { instrumentNotices, type NoticedInstrument } from './instrument-notices.ts';
import { noteNotices } from './note-notices.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { DraftContext } from './notices-context.ts';
import { queryNotices } from './query-notices.ts';
import { readPollNotices } from './read-poll-notices.ts';
import { readLateOpenings, readRoundNotices } from './read-round-notices.ts';
import { type NoticedVersion, roadmapNotices } from './roadmap-notices.ts';
import { type NoticedSharing, sharingNotices } from './sharing-notices.ts';

/** What people are to be told of something that happened; nothing where its subject is not to be found any more. */
export async function readNoticeDrafts(context: DraftContext, happening: Happening): Promise<NoticeDraft[]> {
  switch (happening.subject) {
    case 'assessment': {
      const place = await findAssessment(context, happening.id);
      return place === null ? [] : assessmentNotices(happening, place);
    }
    case 'assignments':
      return readAssignmentDrafts(context, happening);
    case 'thread':
      return readNoteDrafts(context, happening);
    case 'query':
      return readQueryDrafts(context, happening);
    case 'poll':
      return readPollNotices(context, happening);
    case 'sharing': {
      const sharing = await findSharing(context, happening);
      return sharing === null ? [] : sharingNotices(happening, sharing);
    }
    case 'roadmap': {
      const place = await findRoadmap(context, happening);
      return place === null ? [] : roadmapNotices(happening, place);
    }
    case 'formation': {
      const place = await findFormation(context, happening.id);
      return place === null ? [] : formationNotices(happening, place);
    }
    case 'round':
      return readRoundNotices(context, happening);
    case 'instrument':
      return [
        ...instrumentNotices(happening, await findInstrument(context, happening)),
        ...(await readLateOpenings(context, happening)),
      ];
    default:
      return [];
  }
}

async function findAssessment(context: DraftContext, assessmentId: string): Promise<AssessmentPlace | null> {
  const { connection, pack } = context;
  const found = await findAssessmentPlace(connection, assessmentId);
  const round = findRound(pack, found?.roundId ?? '');
  if (found === null || round === undefined) {
    return null;
  }
  const { organisationId, roundId, careSetting } = found;
  const addressed = await listAddressed(connection, [organisationId], pack.positionOn);
  const { addressKey = organisationId, name = organisationId } = addressed.get(organisationId) ?? {};
  const placements = await listPlacements(connection, [organisationId], pack.positionOn);
  const deadlines = await readDeadlines(connection, pack, round, [organisationId]);
  const isOneOfSeveral = await answersForSeveral(connection, pack, round, organisationId);
  return {
    organisationId,
    regionIds: placements.get(organisationId)?.regionIds ?? [],
    addressKey,
    name: isOneOfSeveral ? `${name} (${inSentence(careSettingName(pack, careSetting))})` : name,
    setting: isOneOfSeveral ? careSetting : null,
    signing: instrumentOfRound(pack, roundId).signing.roles,
    roundId,
    roundLabel: round.label,
    deadline: deadlineOf(context, round, deadlines.get(organisationId) ?? round.dueOn),
  };
}

async function readAssignmentDrafts(
  { connection, pack, clock }: DraftContext,
  happening: Happening,
): Promise<NoticeDraft[]> {
  const { organisation = '', roundId = '' } = happening.detail;
  const round = findRound(pack, roundId);
  const places =
    round === undefined
      ? []
      : await listAssigned({ database: connection, pack }, [round], [organisation], today(clock));
  return places.flatMap((place) => assignmentNotices(happening, place));
}

async function readNoteDrafts(context: DraftContext, happening: Happening): Promise<NoticeDraft[]> {
  const { connection: database, pack } = context;
  const places = await listNotePlaces({ database, pack }, await findThreads(context, happening));
  return places.flatMap((place) => noteNotices(happening, place));
}

async function readQueryDrafts(context: DraftContext, happening: Happening): Promise<NoticeDraft[]> {
  const { connection: database, pack } = context;
  const places = await listQueryPlaces({ database, pack }, await findThreads(context, happening));
  return places.flatMap((place) => queryNotices(happening, place));
}

/** The thread that something happened in, if it is there. */
async function findThreads({ connection }: DraftContext, { id, detail }: Happening): Promise<PlacedThread[]> {
  const scope = { scopeKind: 'organisation', scopeId: detail.organisation ?? '' } as const;
  const thread = await findThread(connection, scope, id);
  return thread === null ? [] : [thread];
}

async function findSharing(
  { connection, pack }: DraftContext,
  { detail: { taker = '', giver = '', roundId = '', proposedFor } }: Happening,
): Promise<NoticedSharing | null> {
  const round = findRound(pack, roundId);
  const addressed = await listAddressed(connection, [taker, giver], pack.positionOn);
  const sideOf = (organisationId: string) => {
    const { addressKey = organisationId, name = organisationId } = addressed.get(organisationId) ?? {};
    return { organisationId, addressKey, name };
  };
  const [proposer, asked] = proposedFor === taker ? [taker, giver] : [giver, taker];
  return round === undefined
    ? null
    : { proposer: sideOf(proposer), asked: sideOf(asked), roundId, roundLabel: round.label };
}

async function findRoadmap(
  context: DraftContext,
  { id, detail, action, at }: Happening,
): Promise<NoticedVersion | null> {
  const { connection, pack } = context;
  const version = await findVersionOf(connection, id, detail.version ?? 0);
  const round = findRound(pack, version?.roundId ?? '');
  const footprints = await listWorkingFootprints(connection, pack.positionOn);
  const footprint = footprints.find(({ areaId }) => areaId === version?.footprintId);
  if (version === null || round === undefined || footprint === undefined) {
    return null;
  }
  const regionIds = footprint.regions.map(({ areaId }) => areaId);
  const members = (await listNamedMembers(connection, version.versionId)) ?? [];
  const completing = action === 'roadmap.endorse' ? await findCompleting(context, version, members) : null;
  return {
    footprintId: footprint.areaId,
    slug: footprint.slug,
    name: footprint.name,
    regionIds,
    number: version.number,
    deadline: deadlineOf(context, round, dueOnFor(round, new Set([footprint.areaId, ...regionIds]))),
    members,
    completedBy: completing?.at.getTime() === at.getTime() ? completing.organisationId : null,
  };
}

/**
 * The endorsement since which a version has all that it needs; null while one is missing, and once the version has gone on. Whoever
 * endorses again, in other words, completes nothing.
 */
async function findCompleting(
  { connection, pack }: DraftContext,
  { versionId, state, digest }: RoadmapVersionRow,
  members: readonly RoadmapMember[],
): Promise<Pick<Endorsement, 'organisationId' | 'at'> | null> {
  if (state !== 'endorsement') {
    return null;
  }
  const given = await listEndorsements(connection, versionId);
  const isMissing = (count: number) =>
    outstandingCount(endorsementBoard(members, given.slice(0, count), digest, pack.submissionRule)) > 0;
  const lastMissing = [...given.keys(), given.length].findLast(isMissing);
  return lastMissing === undefined ? null : (given[lastMissing] ?? null);
}

async function findInstrument(
  { connection, pack }: DraftContext,
  { id, detail }: Happening,
): Promise<NoticedInstrument> {
  const open = await listOpenActivations(connection);
  return {
    id,
    title: pack.instruments.find((instrument) => instrument.id === id)?.title ?? id,
    isWaiting: open.some(({ activationId }) => activationId === detail.activation),
  };
}

async function findFormation({ connection, pack }: DraftContext, formationId: string): Promise<NoticedForm | null> {
  const found = (await listFormationWork(connection, pack.positionOn)).find(
    ({ formation }) => formation?.formationId === formationId,
  );
  if (found === undefined) {
    return null;
  }
  const { footprintIds = [], organisationIds: leadIds = [] } = subjectOfCase(found, 'formation.edit');
  const { regionIds = [] } = subjectOfCase(found, 'formation.decide');
  const organisations = found.written?.content.organisations ?? [];
  return {
    slug: found.slug,
    name: nameOfForm(found),
    footprintIds,
    leadIds,
    regionIds,
    waitingFor: found.waitingFor,
    ccgIds: organisations
      .filter(({ capacity }) => capacity === 'lead' || capacity === 'partner')
      .map(({ organisationId }) => organisationId),
  };
}

function deadlineOf({ clock }: DraftContext, round: Round, dueOn: string): string {
  return roundDeadlineInWords(round, today(clock), dueOn);
}
