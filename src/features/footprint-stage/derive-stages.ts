import { isRecordedBy, type ReadDay } from '../directory/index.ts';
import type { PublicationRow } from '../publication/index.ts';
import { type ReviewDates, type VersionDatesRow, versionStateOn } from '../roadmap/index.ts';
import { footprintStage, publicStageOf, type StageFacts, type StageOnDay } from './footprint-stage.ts';

/** A member of a footprint, as far as its stage goes. */
export interface StageMember {
  readonly footprintId: string;
  readonly organisationId: string;
  readonly typeId: string;
  /** Whether it leads the footprint or is a core member. */
  readonly isCentral: boolean;
}

/** What is on record of footprints, of any day. */
export interface OnRecord {
  readonly members: readonly StageMember[];
  /** Of each footprint the newest first. */
  readonly versions: readonly VersionDatesRow[];
  readonly reviews: readonly (ReviewDates & { readonly versionId: string })[];
  readonly publications: readonly Pick<
    PublicationRow,
    'footprintId' | 'publishedAt' | 'releaseNumber' | 'versionNumber'
  >[];
  readonly submissions: readonly Submitted[];
}

interface Submitted {
  readonly organisationId: string;
  readonly submittedAt: Date;
  readonly illustrative: boolean;
}

interface AssessmentCounts extends Pick<StageFacts, 'assessedMemberCount' | 'startedCount' | 'submittedCount'> {
  readonly illustrative: boolean;
}

const noAssessments: AssessmentCounts = {
  assessedMemberCount: 0,
  startedCount: 0,
  submittedCount: 0,
  illustrative: false,
};

/** Of a footprint of which nothing is on record. */
const nothingRecorded = stageOn({ asAt: '', recordedBy: null }, noAssessments, [], []);

/** The stage of a footprint; where nothing is known of it, that nothing is recorded. */
export function stageOf(stages: ReadonlyMap<string, StageOnDay>, footprintId: string): StageOnDay {
  return stages.get(footprintId) ?? nothingRecorded;
}

/**
 * The stage of every footprint of which anything is on record, by area id. What was done here counts up to the end of the day.
 *
 * @param assessedTypeIds types of organisations that complete the self-assessment
 */
export function deriveStages(
  { members, versions, reviews, publications, submissions }: OnRecord,
  assessedTypeIds: ReadonlySet<string>,
  day: ReadDay,
): ReadonlyMap<string, StageOnDay> {
  const submitted = submissions.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
  const counts = assessmentCounts(
    members.filter(({ typeId, isCentral }) => isCentral && assessedTypeIds.has(typeId)),
    submitted,
  );
  const reviewOf = new Map(reviews.map((review) => [review.versionId, review]));
  const reviewed = versions.map((version) => ({ ...version, review: reviewOf.get(version.versionId) ?? null }));
  const versionsOf = Map.groupBy(reviewed, ({ footprintId }) => footprintId);
  const publicationsOf = Map.groupBy(publications, ({ footprintId }) => footprintId);
  return new Map(
    [...new Set([...counts.keys(), ...versionsOf.keys()])].map((footprintId) => [
      footprintId,
      stageOn(
        day,
        counts.get(footprintId) ?? noAssessments,
        versionsOf.get(footprintId) ?? [],
        publicationsOf.get(footprintId) ?? [],
      ),
    ]),
  );
}

/** By footprint, its members that are asked and have submitted. That one has only begun is not for everybody to know. */
function assessmentCounts(
  asked: readonly StageMember[],
  submitted: readonly Submitted[],
): ReadonlyMap<string, AssessmentCounts> {
  const submittedBy = new Map(submitted.map((submission) => [submission.organisationId, submission]));
  return new Map(
    [...Map.groupBy(asked, ({ footprintId }) => footprintId)].map(([footprintId, own]) => {
      const done = own.flatMap(({ organisationId }) => submittedBy.get(organisationId) ?? []);
      const counts = { assessedMemberCount: own.length, startedCount: done.length, submittedCount: done.length };
      return [footprintId, { ...counts, illustrative: done.some(({ illustrative }) => illustrative) }];
    }),
  );
}

type DatedVersion = VersionDatesRow & { readonly review: ReviewDates | null };

function stageOn(
  day: ReadDay,
  { illustrative, ...counts }: AssessmentCounts,
  versions: readonly DatedVersion[],
  publications: OnRecord['publications'],
): StageOnDay {
  const begun = versions.flatMap((version) => {
    const state = versionStateOn(version, day.recordedBy);
    return state === null ? [] : { number: version.number, state, illustrative: version.illustrative };
  });
  const [latestVersion = null] = begun;
  const [published] = publications
    .filter(({ publishedAt }) => isRecordedBy(publishedAt, day))
    .toSorted((a, b) => b.releaseNumber - a.releaseNumber);
  const found = footprintStage({
    ...counts,
    // A footprint in the directory is no longer being formed.
    isForming: false,
    latestVersion,
    publishedVersion: published?.versionNumber ?? null,
  });
  return {
    ...found,
    publicStage: publicStageOf(found.stage),
    illustrative: latestVersion?.illustrative ?? illustrative,
  };
}
