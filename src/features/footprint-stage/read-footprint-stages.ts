import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { listSubmissions } from '../assessment/index.ts';
import { listAllMembers, listMembers, type ReadDay } from '../directory/index.ts';
import { assessmentRounds, type ProgrammePack } from '../programme/index.ts';
import { listPublications, listPublicationsOf } from '../publication/index.ts';
import { listReviewDates } from '../review/index.ts';
import { listVersionDates } from '../roadmap/index.ts';
import { deriveStages, type OnRecord, type StageMember, stageOf } from './derive-stages.ts';
import type { StageOnDay } from './footprint-stage.ts';

type StageContext = Pick<AppContext, 'database' | 'pack' | 'clock'>;

/**
 * How far every footprint of which anything is recorded has come on a day, by area id: five queries, however many there are.
 * Members and what was done here are those of the day.
 */
export async function listFootprintStages(
  context: StageContext,
  asked: ReadDay,
): Promise<ReadonlyMap<string, StageOnDay>> {
  const { database } = context;
  const [members, versions, reviews, publications, submissions] = await Promise.all([
    listAllMembers(database, asked.asAt),
    listVersionDates(database),
    listReviewDates(database),
    listPublications(database),
    readSubmissions(context, null),
  ]);
  return derived(context, asked, { members, versions, reviews, publications, submissions });
}

/** The same of one footprint, which reads nothing of the others. */
export async function getFootprintStage(
  context: StageContext,
  footprintId: string,
  asked: ReadDay,
): Promise<StageOnDay> {
  const { database } = context;
  const [[members, submissions], [versions, reviews], publications] = await Promise.all([
    readMembers(context, footprintId, asked.asAt),
    readVersions(context, footprintId),
    listPublicationsOf(database, footprintId),
  ]);
  return stageOf(derived(context, asked, { members, versions, reviews, publications, submissions }), footprintId);
}

function derived({ pack, clock }: StageContext, asked: ReadDay, record: OnRecord): ReadonlyMap<string, StageOnDay> {
  return deriveStages(record, assessedTypes(pack), upToNow(asked, today(clock)));
}

async function readMembers(context: StageContext, footprintId: string, asAt: string) {
  const rows = await listMembers(context.database, footprintId, asAt);
  const members = [...Map.groupBy(rows, ({ organisationId }) => organisationId)].map(
    ([organisationId, own]): StageMember => ({
      footprintId,
      organisationId,
      typeId: own[0]?.typeId ?? '',
      isCentral: own.some(({ role }) => role === 'lead' || role === 'core'),
    }),
  );
  const asked = members.filter(({ isCentral }) => isCentral).map(({ organisationId }) => organisationId);
  return [members, await readSubmissions(context, asked)] as const;
}

async function readVersions({ database }: StageContext, footprintId: string) {
  const versions = await listVersionDates(database, footprintId);
  const versionIds = versions.map(({ versionId }) => versionId);
  return [versions, await listReviewDates(database, versionIds)] as const;
}

/** Those of the newest round; of all organisations where no ids are given. */
async function readSubmissions({ database, pack }: StageContext, organisationIds: readonly string[] | null) {
  const round = assessmentRounds(pack).at(-1);
  return round === undefined ? [] : listSubmissions(database, round.id, organisationIds);
}

function assessedTypes(pack: ProgrammePack): ReadonlySet<string> {
  return new Set(pack.organisationTypes.filter((type) => type.assessed).map(({ id }) => id));
}

/** A day that is not over holds all there is, the steps whose day is not kept included. */
function upToNow(day: ReadDay, present: string): ReadDay {
  return day.recordedBy !== null && day.recordedBy >= present ? { ...day, recordedBy: null } : day;
}
