import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { formatDate, listInWords } from '../../../views/format.ts';
import { VersionTag, versionStateLabels } from '../../roadmap/index.ts';
import { durationInWords } from '../duration-in-words.ts';
import { reviewOutcomeLabels } from '../review.ts';
import type { QueueEntry, ReviewQueue } from '../review-queue.ts';

interface QueuePageProps {
  readonly queue: ReviewQueue;
  readonly criteriaCount: number;
  readonly now: Date;
}

/** Which roadmaps wait for the regional team, the longest waiting first, and which are settled. */
export function QueuePage({ queue, criteriaCount, now }: QueuePageProps) {
  return (
    <>
      <h1>Reviews</h1>
      <DataTable
        caption="To review"
        columns={openColumns(criteriaCount, now)}
        rows={queue.open}
        rowKey={({ slug }) => slug}
        empty="No roadmap waits for review. One appears here as soon as a footprint of your region submits it."
      />
      <DataTable
        caption="Reviewed"
        columns={settledColumns}
        rows={queue.settled}
        rowKey={({ slug }) => slug}
        empty="No roadmap has been reviewed yet."
      />
    </>
  );
}

const footprintColumn: Column<QueueEntry> = {
  heading: 'Footprint',
  isRowHeading: true,
  cell: ({ slug, footprintName, isOver }) => (
    <>
      <a href={paths.review(slug)}>{footprintName}</a>
      {isOver && <span className="ldr-baseline-note">The footprint has ended</span>}
    </>
  ),
};

const regionColumn: Column<QueueEntry> = {
  heading: 'Region',
  cell: ({ regionNames }) => (regionNames.length === 0 ? 'None recorded' : listInWords(regionNames)),
};

const versionColumn: Column<QueueEntry> = {
  heading: 'Version',
  cell: ({ version }) => version.number,
};

function openColumns(criteriaCount: number, now: Date): Column<QueueEntry>[] {
  return [
    footprintColumn,
    regionColumn,
    versionColumn,
    {
      heading: 'State',
      cell: ({ version: { state } }) => <VersionTag state={state} />,
    },
    {
      heading: 'Submitted',
      cell: ({ version: { submittedAt } }) => (submittedAt === null ? 'Not recorded' : formatDate(submittedAt)),
    },
    {
      heading: 'Waiting',
      cell: ({ version: { submittedAt } }) => (submittedAt === null ? '–' : durationInWords(submittedAt, now)),
    },
    { heading: 'Criteria rated', numeric: true, cell: (entry) => `${ratedCount(entry)} of ${criteriaCount}` },
  ];
}

function ratedCount({ review }: QueueEntry): number {
  return review?.notes.ratings.filter(({ ratingId }) => ratingId !== null).length ?? 0;
}

const settledColumns: readonly Column<QueueEntry>[] = [
  footprintColumn,
  regionColumn,
  versionColumn,
  {
    heading: 'Outcome',
    cell: ({ review }) =>
      review === null || review.decision === null ? 'No review here' : reviewOutcomeLabels[review.decision.outcome],
  },
  {
    heading: 'Decided',
    cell: ({ review }) => (review === null || review.decision === null ? '–' : formatDate(review.decision.decidedAt)),
  },
  { heading: 'Since then', cell: sinceThen },
];

function sinceThen({ version, newer }: QueueEntry): string {
  if (newer !== null) {
    return newer.state === 'draft'
      ? `Version ${newer.number} is being written`
      : `Version ${newer.number} is with the members, to endorse`;
  }
  switch (version.state) {
    case 'changes-requested':
      return 'No new version begun';
    case 'cleared':
      return 'Not published yet';
    default:
      return versionStateLabels[version.state];
  }
}
