import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { listSubmissions } from '../assessment/index.ts';
import { listAllMembers, listMembers, type ReadDay } from '../directory/index.ts';
import { type ProgrammePack, planningRound, programmeRecordedBy, resultsRound } from '../programme/index.ts';
import { listPublications, listPublicationsOf, type PublicationRow } from '../publication/index.ts';
import { listReviewDates } from '../review/index.ts';
import { listVersionDates } from '../roadmap/index.ts';
import { deriveStages, type OnRecord, type StageMember, stageOf } from './derive-stages.ts';
import type { StageOnDay } from './footprint-stage.ts';

type StageContext = Pick<AppContext, 'database' | 'pack' | 'clock'>;

/** What is on record of every footprint, with the publications in full, for a page that shows some of it beside the stages. */
export interface FootprintRecord extends OnRecord {
  readonly publications: readonly PublicationRow[];
}

/** Five queries, however many footprints there are. Members are those of the day; of what was done here it is all. */
export async function readFootprintRecord(context: StageContext, day: ReadDay): Promise<FootprintRecord> {
  const { database } = context;
  const [members, versions, reviews, publications, submissions] = await Promise.all([
    listAllMembers(database, day.asAt),
    listVersionDates(database),
    listReviewDates(database),
    listPublications(database, day.asAt),
    readSubmissions(context, day, null),
  ]);
  return { members, versions, reviews, publications, submissions };
}

/** How far every footprint of which anything is recorded had come on a day, by area id, by a record of that day. */
export function stagesByRecord(
  context: Pick<StageContext, 'pack' | 'clock'>,
  record: OnRecord,
  asked: ReadDay,
): ReadonlyMap<string, StageOnDay> {
  return deriveStages(record, assessedTypes(context.pack), upToNow(asked, today(context.clock)));
}

/** The same for a page that shows nothing else of the record, and needs the submissions of no others than members. */
export async function listFootprintStages(
  context: StageContext,
  asked: ReadDay,
): Promise<ReadonlyMap<string, StageOnDay>> {
  const { database } = context;
  const [[members, submissions], versions, reviews, publications] = await Promise.all([
    withSubmissions(context, asked, listAllMembers(database, asked.asAt)),
    listVersionDates(database),
    listReviewDates(database),
    listPublications(database, asked.asAt),
  ]);
  return stagesByRecord(context, { members, versions, reviews, publications, submissions }, asked);
}

/** The same of one footprint, which reads nothing of the others. */
export async function getFootprintStage(
  context: StageContext,
  footprintId: string,
  asked: ReadDay,
): Promise<StageOnDay> {
  const { database } = context;
  const [[members, submissions], [versions, reviews], publications] = await Promise.all([
    withSubmissions(context, asked, readMembers(context, footprintId, asked.asAt)),
    readVersions(context, footprintId),
    listPublicationsOf(database, footprintId),
  ]);
  return stageOf(
    stagesByRecord(context, { members, versions, reviews, publications, submissions }, asked),
    footprintId,
  );
}

async function readMembers({ database }: StageContext, footprintId: string, asAt: string): Promise<StageMember[]> {
  const rows = await listMembers(database, footprintId, asAt);
  return [...Map.groupBy(rows, ({ organisationId }) => organisationId)].map(
    ([organisationId, own]): StageMember => ({
      footprintId,
      organisationId,
      typeId: own[0]?.typeId ?? '',
      isCentral: own.some(({ role }) => role === 'lead' || role === 'core'),
    }),
  );
}

/** Members, with the submissions of those that count. */
async function withSubmissions(context: StageContext, day: ReadDay, reading: Promise<readonly StageMember[]>) {
  const members = await reading;
  const asked = members.filter(({ isCentral }) => isCentral).map(({ organisationId }) => organisationId);
  return [members, await readSubmissions(context, day, [...new Set(asked)])] as const;
}

async function readVersions({ database }: StageContext, footprintId: string) {
  const versions = await listVersionDates(database, footprintId);
  const versionIds = versions.map(({ versionId }) => versionId);
  return [versions, await listReviewDates(database, versionIds)] as const;
}

/**
 * Those of the round that roadmaps of the day rest on, or of that whose results are shown while no roadmaps are planned; of all
 * organisations where no ids are given.
 */
async function readSubmissions(
  { database, pack }: StageContext,
  { asAt, recordedBy }: ReadDay,
  organisationIds: readonly string[] | null,
) {
  const programme = programmeRecordedBy(pack, recordedBy);
  const roundId = planningRound(programme, asAt)?.baselineRound ?? resultsRound(programme, asAt)?.id ?? null;
  return roundId === null ? [] : listSubmissions(database, pack, roundId, organisationIds);
}

function assessedTypes(pack: ProgrammePack): ReadonlySet<string> {
  return new Set(pack.organisationTypes.filter((type) => type.assessed).map(({ id }) => id));
}

/** A day that is not over holds all there is, the steps whose day is not kept included. */
function upToNow(day: ReadDay, present: string): ReadDay {
  return day.recordedBy !== null && day.recordedBy >= present ? { ...day, recordedBy: null } : day;
}
