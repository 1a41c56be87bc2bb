import { DataTable } from '../../../views/data-table.tsx';
import type { ProgrammePack, ReviewCriterion } from '../../programme/index.ts';
import { ratingOf } from '../notes-difference.ts';
import type { ReviewNotes } from '../review.ts';

interface ReviewNotesViewProps {
  readonly notes: ReviewNotes;
  readonly pack: Pick<ProgrammePack, 'reviewCriteria' | 'reviewRatings'>;
}

/** Ratings and comments to read, for those who may not change them and once they are settled. */
export function ReviewNotesView({ notes, pack }: ReviewNotesViewProps) {
  const labelOf = (ratingId: string | null) => pack.reviewRatings.find(({ id }) => id === ratingId)?.label;
  const given = (criterion: ReviewCriterion) => ratingOf(notes, criterion.id);
  return (
    <DataTable
      caption="Ratings"
      columns={[
        { heading: 'Criterion', isRowHeading: true, cell: ({ title }) => title },
        { heading: 'Rating', cell: (criterion) => labelOf(given(criterion).ratingId) ?? 'Not rated' },
        {
          heading: 'Comment',
          cell: (criterion) => <span className="ldr-as-written">{given(criterion).comment || 'None'}</span>,
        },
      ]}
      rows={pack.reviewCriteria}
      rowKey={({ id }) => id}
    />
  );
}
