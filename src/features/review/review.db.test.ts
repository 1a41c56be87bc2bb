import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { later, submittedVersion, type Wolverhampton, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { getVersion } from '../roadmap/versions/version-repository.ts';
import { findReview } from './review-repository.ts';
import { saveReview } from './save-review.ts';
import { settleReview } from './settle-review.ts';
import { startReview } from './start-review.ts';
import { notesOf, settle, startedReview } from './testing/reviewed.ts';

let service: TestService;
let place: Wolverhampton;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
});
afterEach(() => service.close());

const stateOf = async (versionId: string) => (await getVersion(service.database, versionId)).state;

const actionsOf = async (versionId: string) => {
  const { roadmapId } = await getVersion(service.database, versionId);
  const rows = await service.database
    .selectFrom('audit_event')
    .select('action')
    .where('chain', '=', `roadmap:${roadmapId}`)
    .where('action', 'like', 'review.%')
    .orderBy('sequence')
    .execute();
  return rows.map(({ action }) => action);
};

describe('starting a review', () => {
  it('takes the version into review, once', async () => {
    const { versionId } = await submittedVersion(place);
    const start = () => startReview(place.context, versionId, later(place.by, 4));
    const outcomes = await Promise.all([start(), start()]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['ok', 'there-already']);
    expect(await stateOf(versionId)).toBe('under-review');
    expect(await findReview(service.database, versionId)).toMatchObject({
      startedBy: 'Lee Lead',
      revision: 0,
      notes: { ratings: [], summary: '' },
      decision: null,
    });
    expect(await actionsOf(versionId)).toEqual(['review.start']);
  });
});

describe('saving a review', () => {
  it('keeps it half done and counts the saves', async () => {
    const { versionId } = await startedReview(place);
    const half = notesOf(service.context.pack, { funding: { ratingId: null, comment: 'Who pays?' } });
    expect(await saveReview(place.context, versionId, half, later(place.by, 5))).toEqual({
      kind: 'saved',
      revision: 1,
    });
    const review = await findReview(service.database, versionId);
    expect(review?.revision).toBe(1);
    expect(review?.notes.summary).toBe('A sound roadmap.');
    expect(review?.notes.ratings).toContainEqual({ criterionId: 'funding', ratingId: null, comment: 'Who pays?' });
  });

  it('gives a second reviewer what the first one saved, and writes nothing', async () => {
    const { versionId } = await startedReview(place);
    const { pack } = service.context;
    const first = notesOf(pack, { funding: { comment: 'Who pays?' } });
    const second = notesOf(pack, { funding: { comment: 'Say what happens if the bid fails' } });
    await saveReview(place.context, versionId, first, later(place.by, 5));
    const outcome = await saveReview(place.context, versionId, second, later(place.by, 6));
    expect(outcome).toMatchObject({ kind: 'conflict', saved: { revision: 1, savedBy: 'Lee Lead' } });
    expect((await findReview(service.database, versionId))?.notes.ratings).toContainEqual({
      criterionId: 'funding',
      ratingId: 'met',
      comment: 'Who pays?',
    });
    expect(await saveReview(place.context, versionId, first, later(place.by, 7))).toMatchObject({ kind: 'unchanged' });
  });

  it('is refused before the start and after the outcome', async () => {
    const { versionId } = await submittedVersion(place);
    const save = (revision = 0) =>
      saveReview(place.context, versionId, notesOf(service.context.pack, {}, revision), later(place.by, 8));
    expect(await save()).toMatchObject({ kind: 'closed' });
    await startReview(place.context, versionId, later(place.by, 4));
    await settle(place, versionId, 'cleared');
    expect(await save(1)).toMatchObject({ kind: 'closed' });
  });
});

describe('settling a review', () => {
  it('is refused while a rating stands in the way of clearing, and changes nothing', async () => {
    const { versionId } = await startedReview(place);
    const outcome = await settle(place, versionId, 'cleared', { funding: { ratingId: 'not-met' } });
    expect(outcome).toMatchObject({ kind: 'blocked', blockers: [{ code: 'rating-blocks', subject: 'funding' }] });
    expect(await stateOf(versionId)).toBe('under-review');
    expect((await findReview(service.database, versionId))?.decision).toBeNull();
  });

  it('clears the version and keeps the letter as it was sent', async () => {
    const { versionId, digest } = await startedReview(place);
    const outcome = await settle(place, versionId, 'cleared');
    if (outcome.kind !== 'ok') {
      throw new Error(`It was ${outcome.kind}`);
    }
    expect(await stateOf(versionId)).toBe('cleared');
    const decision = (await findReview(service.database, versionId))?.decision;
    expect(decision).toMatchObject({ outcome: 'cleared', letter: outcome.letter, decidedBy: 'Lee Lead' });
    expect(JSON.stringify(decision?.letter)).toContain(digest);
    expect(await actionsOf(versionId)).toEqual(['review.start', 'review.save', 'review.decide']);
  });

  it('asks for changes with what must change', async () => {
    const { versionId } = await startedReview(place);
    const comment = 'Say who pays after 2018';
    const outcome = await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment } });
    expect(outcome).toMatchObject({ kind: 'ok', outcome: 'changes-requested' });
    expect(await stateOf(versionId)).toBe('changes-requested');
    expect(JSON.stringify((await findReview(service.database, versionId))?.decision?.letter)).toContain(comment);
  });

  it('sends no letter but the one that was read, and none twice', async () => {
    const { versionId } = await startedReview(place);
    const { pack } = service.context;
    await saveReview(place.context, versionId, notesOf(pack), later(place.by, 5));
    await saveReview(place.context, versionId, notesOf(pack, { funding: { comment: 'More' } }, 1), later(place.by, 6));
    const send = (revision: number) =>
      settleReview(
        place.context,
        { versionId, footprintName: place.footprint.name, outcome: 'cleared', revision },
        later(place.by, 7),
      );
    expect(await send(1)).toEqual({ kind: 'conflict' });
    const outcomes = await Promise.all([send(2), send(2)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['ok', 'refused']);
  });
});
