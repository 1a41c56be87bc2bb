import { formatTime } from '../../../views/format.ts';
import type { ReviewNotes } from '../review.ts';
import type { Review } from '../review-repository.ts';
import type { ReviewDraft } from './review-draft.ts';

/** Another text of the review, to be compared with the one in the form before that is saved. */
export interface WordsBeside {
  readonly notes: ReviewNotes;
  /** Whose it is, before each part of it. */
  readonly whose: string;
  /** Why it is there, and what to do. */
  readonly message: string;
}

/** What a reviewer has saved after the form was made. */
export function savedBeside({ notes, savedBy, savedAt }: Review): WordsBeside {
  const who = savedBy ?? 'Somebody';
  return {
    notes,
    whose: `Saved by ${savedBy ?? 'somebody else'}`,
    message: `${who} saved this review on ${formatTime(savedAt)}, after you opened it. ${compare}`,
  };
}

/** What the reviewer has typed in another window of their own after the form was made. */
export function typedBeside({ notes, keptAt }: ReviewDraft): WordsBeside {
  return {
    notes,
    whose: 'Typed in your other window',
    message: `You typed something else into this review in another window, last on ${formatTime(keptAt)}. ${compare}`,
  };
}

const compare = 'Nothing of yours is lost: compare below, then save again';
