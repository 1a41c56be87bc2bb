import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../roadmap/testing/arbitraries.ts';
import { pack } from '../roadmap/testing/northvale.ts';
import { parseReviewDecisionForm, parseReviewForm } from './parse-review-form.ts';

describe('parseReviewForm', () => {
  it('reads a rating and a comment for each criterion, half done or not', () => {
    const form = {
      'rating-alignment': 'met',
      'comment-sharing': 'Name the owner',
      summary: 'A good start',
      revision: '2',
    };
    expect(parseReviewForm(form, pack)).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: {
        ratings: [
          { criterionId: 'alignment', ratingId: 'met', comment: '' },
          { criterionId: 'sharing', ratingId: null, comment: 'Name the owner' },
        ],
        summary: 'A good start',
        revision: 2,
        draftRevision: 0,
      },
    });
  });

  it('refuses an unknown rating and text that is too long, and keeps both', () => {
    const form = { 'rating-alignment': 'superb', 'comment-sharing': 'x'.repeat(5_001), revision: '2' };
    expect(parseReviewForm(form, pack)).toMatchObject({
      kind: 'errors',
      errors: [
        { field: 'rating-alignment', message: 'Select a rating for STP alignment' },
        { field: 'comment-sharing' },
      ],
      typed: form,
    });
  });

  it('never throws', () => {
    const fields = ['rating-alignment', 'comment-alignment', 'summary', 'revision', 'outcome'];
    fc.assert(
      fc.property(hostileForm(fields), (form) => {
        parseReviewForm(form, pack);
        parseReviewDecisionForm(form);
      }),
    );
  });
});

describe('parseReviewDecisionForm', () => {
  it.each(['cleared', 'changes-requested'])('reads %s', (outcome) => {
    const value = { outcome, revision: 1 };
    expect(parseReviewDecisionForm({ outcome, revision: '1' })).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value,
    });
  });

  it('needs an outcome', () => {
    expect(parseReviewDecisionForm({ revision: '1' })).toMatchObject({
      errors: [{ field: 'outcome', message: 'Select whether to clear the roadmap or ask for changes' }],
    });
  });
});
