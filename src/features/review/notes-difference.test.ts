import { expect, it } from 'vitest';
import { notesDifference, sameNotes } from './notes-difference.ts';
import type { ReviewNotes } from './review.ts';

const notes: ReviewNotes = {
  ratings: [
    { criterionId: 'sharing', ratingId: 'met', comment: '' },
    { criterionId: 'funding', ratingId: null, comment: '' },
  ],
  summary: 'Good',
};

it('takes a criterion without rating and comment for one that is not there', () => {
  expect(sameNotes(notes, { ...notes, ratings: notes.ratings.slice(0, 1) })).toBe(true);
});

it('finds a changed rating, a changed comment and a changed summary', () => {
  const rated = { ...notes, ratings: [{ criterionId: 'sharing', ratingId: 'not-met', comment: '' }] };
  const commented = { ...notes, ratings: [...notes.ratings.slice(0, 1), said('funding', 'Say who pays')] };
  expect(notesDifference(notes, rated)).toEqual({ criterionIds: ['sharing'], summary: false });
  expect(notesDifference(notes, commented)).toEqual({ criterionIds: ['funding'], summary: false });
  expect(notesDifference(notes, { ...notes, summary: 'Poor' })).toEqual({ criterionIds: [], summary: true });
});

function said(criterionId: string, comment: string) {
  return { criterionId, ratingId: null, comment };
}
