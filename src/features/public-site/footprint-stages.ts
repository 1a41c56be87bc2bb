import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { listSubmissions } from '../assessment/index.ts';
import { isRecordedBy, listAllMembers, type ReadDay } from '../directory/index.ts';
import { assessmentRounds, type ProgrammePack } from '../programme/index.ts';
import { listPublications, type PublicationRow } from '../publication/index.ts';
import { listReviewDates } from '../review/index.ts';
import {
  type FootprintStage,
  footprintStage,
  listVersionDates,
  type StageFacts,
  type VersionDates,
  type VersionDatesRow,
  versionStateOn,
} from '../roadmap/index.ts';
import type { FootprintStage as PublicStage } from './public-site-reads.ts';

/** The stages of the working pages in the fewer words of the public ones. */
const publicStage: Readonly<Record<FootprintStage, PublicStage['stage']>> = {
  'not-recorded': 'not-recorded',
  forming: 'not-recorded',
  assessing: 'not-recorded',
  drafting: 'in-preparation',
  endorsement: 'being-agreed',
  submitted: 'under-review',
  'under-review': 'under-review',
  'changes-requested': 'under-review',
  cleared: 'under-review',
  published: 'published',
};

/**
 * How far the roadmap of every footprint of which anything is recorded has come on a day, by area id: the one reading that all
 * public pages show. Members and what was done here are those of the day.
 */
export async function readFootprintStages(
  context: AppContext,
  asked: ReadDay,
): Promise<ReadonlyMap<string, PublicStage>> {
  const { database, pack } = context;
  const day = upToNow(asked, today(context.clock));
  const [members, versions, reviews, publications, submissions] = await Promise.all([
    listAllMembers(database, day.asAt),
    listVersionDates(database),
    listReviewDates(database),
    listPublications(database),
    readSubmissions(context),
  ]);
  const counts = assessmentCounts(
    pack,
    members,
    submissions.filter(({ submittedAt }) => isRecordedBy(submittedAt, day)),
  );
  const reviewOf = new Map(reviews.map((review) => [review.versionId, review]));
  const reviewed = versions.map((version) => ({ ...version, review: reviewOf.get(version.versionId) ?? null }));
  const versionsOf = Map.groupBy(reviewed, ({ footprintId }) => footprintId);
  const publicationsOf = Map.groupBy(publications, ({ footprintId }) => footprintId);
  const areaIds = new Set([...counts.keys(), ...versionsOf.keys()]);
  return new Map(
    [...areaIds].map((areaId) => {
      const facts = { ...noAssessments, ...counts.get(areaId) };
      return [areaId, stageOn(day, facts, versionsOf.get(areaId) ?? [], publicationsOf.get(areaId) ?? [])];
    }),
  );
}

/** A day that is not over holds all there is, the steps whose day is not kept included. */
function upToNow(day: ReadDay, present: string): ReadDay {
  return day.recordedBy !== null && day.recordedBy >= present ? { ...day, recordedBy: null } : day;
}

async function readSubmissions({ database, pack }: AppContext) {
  const round = assessmentRounds(pack).at(-1);
  return round === undefined ? [] : listSubmissions(database, round.id);
}

type DatedVersion = VersionDatesRow & VersionDates;

interface AssessmentCounts extends Pick<StageFacts, 'assessedMemberCount' | 'startedCount' | 'submittedCount'> {
  readonly illustrative: boolean;
}

const noAssessments: AssessmentCounts = {
  assessedMemberCount: 0,
  startedCount: 0,
  submittedCount: 0,
  illustrative: false,
};

type FootprintMember = Awaited<ReturnType<typeof listAllMembers>>[number];

/** By footprint, its lead and core members that complete the self-assessment. That one has begun is not for everybody to know. */
function assessmentCounts(
  pack: ProgrammePack,
  members: readonly FootprintMember[],
  submissions: Awaited<ReturnType<typeof listSubmissions>>,
): ReadonlyMap<string, AssessmentCounts> {
  const assessed = new Set(pack.organisationTypes.filter((type) => type.assessed).map(({ id }) => id));
  const submittedBy = new Map(submissions.map((submission) => [submission.organisationId, submission]));
  const asked = members.filter(({ typeId, isCentral }) => isCentral && assessed.has(typeId));
  const byFootprint = Map.groupBy(asked, ({ footprintId }) => footprintId);
  return new Map(
    [...byFootprint].map(([footprintId, own]) => {
      const submitted = own.flatMap(({ organisationId }) => submittedBy.get(organisationId) ?? []);
      return [
        footprintId,
        {
          assessedMemberCount: own.length,
          startedCount: submitted.length,
          submittedCount: submitted.length,
          illustrative: submitted.some(({ illustrative }) => illustrative),
        },
      ];
    }),
  );
}

function stageOn(
  day: ReadDay,
  { illustrative, ...counts }: AssessmentCounts,
  versions: readonly DatedVersion[],
  publications: readonly PublicationRow[],
): PublicStage {
  const begun = versions.flatMap((version) => {
    const state = versionStateOn(version, day.recordedBy);
    return state === null ? [] : { number: version.number, state, illustrative: version.illustrative };
  });
  const [latestVersion = null] = begun;
  const published = publications
    .filter(({ publishedAt }) => isRecordedBy(publishedAt, day))
    .toSorted((a, b) => b.releaseNumber - a.releaseNumber);
  const { stage, reason } = footprintStage({
    ...counts,
    isForming: false,
    latestVersion,
    publishedVersion: published[0]?.versionNumber ?? null,
  });
  return { stage: publicStage[stage], reason, illustrative: latestVersion?.illustrative ?? illustrative };
}
