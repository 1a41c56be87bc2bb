import { expect, it } from 'vitest';
import type { RoadmapVersionRow, VersionState } from '../roadmap/index.ts';
import { arrangeQueue, type QueueEntry } from './review-queue.ts';

function entry(slug: string, state: VersionState, submittedOn: string, decidedOn: string | null = null): QueueEntry {
  const version = { state, submittedAt: new Date(submittedOn) } as Partial<RoadmapVersionRow> as RoadmapVersionRow;
  const decision = decidedOn === null ? null : settledOn(decidedOn);
  const review = {
    reviewId: slug,
    versionId: slug,
    startedAt: new Date(submittedOn),
    startedBy: null,
    notes: { ratings: [], summary: '' },
    revision: 0,
    savedAt: new Date(submittedOn),
    savedBy: null,
    decision,
  };
  return { slug, footprintName: slug, isOver: false, regionNames: [], version, review, newer: null };
}

function settledOn(day: string) {
  const letter = { subject: '', blocks: [] };
  return { outcome: 'cleared' as const, letter, decidedAt: new Date(day), decidedBy: null };
}

it('puts the longest waiting first, and what was settled last first of the rest', () => {
  const { open, settled } = arrangeQueue([
    entry('published', 'published', '2016-06-01', '2016-07-01'),
    entry('late', 'submitted', '2016-06-30'),
    entry('sent-back', 'changes-requested', '2016-06-20', '2016-08-01'),
    entry('early', 'under-review', '2016-06-10'),
  ]);
  expect(open.map(({ slug }) => slug)).toEqual(['early', 'late']);
  expect(settled.map(({ slug }) => slug)).toEqual(['sent-back', 'published']);
});
