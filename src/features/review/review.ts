/** What a reviewer says about one criterion. */
export interface CriterionRating {
  readonly criterionId: string;
  /** Null while the criterion is not rated. */
  readonly ratingId: string | null;
  /** What must change or what was done well; empty when nothing was said. */
  readonly comment: string;
}

export const reviewOutcomes = ['cleared', 'changes-requested'] as const;

export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeLabels: Readonly<Record<ReviewOutcome, string>> = {
  cleared: 'Cleared for publication',
  'changes-requested': 'Changes requested',
};

/** What a reviewer has written so far about one submitted version. */
export interface ReviewNotes {
  readonly ratings: readonly CriterionRating[];
  readonly summary: string;
}

/** One paragraph of a letter, or a list of points in it. */
export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly LetterPoint[] };

export interface LetterPoint {
  readonly title: string;
  readonly rating: string;
  readonly comment: string;
}

/** The letter that tells a footprint the outcome; kept as it was sent. */
export interface ReviewLetter {
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
}
