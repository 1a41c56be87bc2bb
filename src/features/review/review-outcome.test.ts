import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDigest, pack } from '../roadmap/testing/northvale.ts';
import type { ReviewNotes } from './review.ts';
import { decideReview } from './review-outcome.ts';

const facts = { footprintName: 'Northvale', versionNumber: 2, digest: aDigest(), illustrative: false };

function notes(alignment: string | null, sharing: string | null, comment = '', summary = ''): ReviewNotes {
  return {
    ratings: [
      { criterionId: 'alignment', ratingId: alignment, comment },
      { criterionId: 'sharing', ratingId: sharing, comment: '' },
    ],
    summary,
  };
}

const decide = (written: ReviewNotes, outcome: 'cleared' | 'changes-requested') =>
  decideReview(pack, written, outcome, facts);

describe('clearing', () => {
  it('waits for every criterion, and says which', () => {
    expect(decide(notes('met', null), 'cleared')).toEqual({
      kind: 'refused',
      outcome: 'cleared',
      blockers: [
        { code: 'criterion-unrated', subject: 'sharing', message: 'Rate “Information sharing” before clearing' },
      ],
    });
  });

  it('is stopped by a rating that blocks, and by one the programme does not have', () => {
    expect(decide(notes('met', 'not-met'), 'cleared')).toMatchObject({
      blockers: [{ code: 'rating-blocks', subject: 'sharing' }],
    });
    expect(decide(notes('met', 'gone'), 'cleared')).toMatchObject({
      blockers: [{ code: 'criterion-unrated', subject: 'sharing' }],
    });
  });

  it('is granted with a letter that carries the comments', () => {
    const decision = decide(notes('partly', 'met', 'Date the second wave', 'Well done.\n\nKeep on.'), 'cleared');
    expect(decision.kind === 'ok' && decision.letter).toEqual({
      subject: 'Northvale: roadmap version 2 is cleared for publication',
      blocks: [
        {
          kind: 'paragraph',
          text: 'We have reviewed version 2 of the roadmap of Northvale against every criterion of the programme and clear it for publication.',
        },
        { kind: 'paragraph', text: 'Well done.' },
        { kind: 'paragraph', text: 'Keep on.' },
        { kind: 'heading', text: 'Comments to carry forward' },
        {
          kind: 'points',
          points: [{ title: 'STP alignment', rating: 'Partly met', comment: 'Date the second wave' }],
        },
        { kind: 'heading', text: 'What happens next' },
        {
          kind: 'paragraph',
          text: 'The footprint can publish it now. The text that was reviewed is published as it stands.',
        },
        { kind: 'paragraph', text: `This letter is about the document with the digest ${aDigest()}.` },
      ],
    });
  });
});

describe('asking for changes', () => {
  it('needs at least one comment on a criterion', () => {
    expect(decide(notes('not-met', null, ' ', 'A summary is not enough'), 'changes-requested')).toMatchObject({
      kind: 'refused',
      blockers: [{ code: 'no-comment', subject: null }],
    });
  });

  it('puts what must change before everything else', () => {
    const ratings = [
      { criterionId: 'alignment', ratingId: null, comment: 'Nice pictures' },
      { criterionId: 'sharing', ratingId: 'not-met', comment: 'Name the owner' },
    ];
    const decision = decide({ ratings, summary: '' }, 'changes-requested');
    const headings = decision.kind === 'ok' ? decision.letter.blocks.filter(({ kind }) => kind !== 'paragraph') : [];
    expect(headings).toEqual([
      { kind: 'heading', text: 'What must change before clearance' },
      { kind: 'points', points: [{ title: 'Information sharing', rating: 'Not met', comment: 'Name the owner' }] },
      { kind: 'heading', text: 'Further comments' },
      { kind: 'points', points: [{ title: 'STP alignment', rating: 'Not rated', comment: 'Nice pictures' }] },
      { kind: 'heading', text: 'What happens next' },
    ]);
  });

  it('says first that a letter is illustrative', () => {
    const decision = decideReview(pack, notes(null, null, 'Why?'), 'changes-requested', {
      ...facts,
      illustrative: true,
    });
    expect(decision.kind === 'ok' && decision.letter.blocks[0]).toEqual({
      kind: 'paragraph',
      text: 'Illustrative data: no such letter was sent.',
    });
  });
});

describe('any notes', () => {
  const rating = fc.constantFrom(null, 'met', 'partly', 'not-met', 'gone');
  const written = fc.record({
    ratings: fc.tuple(
      ...['alignment', 'sharing'].map((criterionId) =>
        fc.record({
          criterionId: fc.constant(criterionId),
          ratingId: rating,
          comment: fc.constantFrom('', ' ', 'Words'),
        }),
      ),
    ),
    summary: fc.string(),
  });

  it('clear only when every criterion is rated and none blocks', () => {
    fc.assert(
      fc.property(written, (given) => {
        const fine = given.ratings.every(({ ratingId }) => ratingId === 'met' || ratingId === 'partly');
        expect(decide(given, 'cleared').kind).toBe(fine ? 'ok' : 'refused');
      }),
    );
  });

  it('lose no comment on the way into the letter', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('cleared' as const, 'changes-requested' as const), (given, outcome) => {
        const decision = decide(given, outcome);
        if (decision.kind === 'refused') {
          return;
        }
        const points = decision.letter.blocks.flatMap((block) => (block.kind === 'points' ? block.points : []));
        expect(points).toHaveLength(given.ratings.filter(({ comment }) => comment === 'Words').length);
      }),
    );
  });
});
