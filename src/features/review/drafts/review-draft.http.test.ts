import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { type Wolverhampton, wolverhampton } from '../../roadmap/testing/wolverhampton.ts';
import { findReview } from '../review-repository.ts';
import { formOf, notesOf, settle, startedReview } from '../testing/reviewed.ts';

const region = 'region:Y55';
const slug = 'wolverhampton';

let service: TestService;
let place: Wolverhampton;
let reviewer: Visitor;

beforeEach(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: region }], { name: 'Rae Reviewer' });
});
afterEach(() => service.close());

const form = (changes: Parameters<typeof notesOf>[1] = {}, revision = 0) =>
  formOf(notesOf(service.context.pack, changes, revision));

describe('what a reviewer types before they save it', () => {
  const words = 'Not for anybody else yet';
  const typed = (draftRevision: number, comment = words) => ({
    ...form({ funding: { comment } }),
    'draft-revision': `${draftRevision}`,
  });
  const draftsKept = async () =>
    (await service.database.selectFrom('private_draft').select('fields').where('fields', 'is not', null).execute())
      .length;

  it('is theirs alone, whatever door is tried, until they save it', async () => {
    const { versionId } = await startedReview(place);
    const kept = await reviewer.type(paths.review(slug), typed(0));
    expect(kept.json()).toMatchObject({ fields: { 'draft-revision': '1' } });
    expect(kept.json().words).toContain('Nobody else sees it until you save it');
    const longer = await reviewer.type(paths.review(slug), typed(1, `${words}, nor soon`));
    expect(longer.json()).toMatchObject({ fields: { 'draft-revision': '2' } });
    expect((await reviewer.type(paths.review(slug), typed(2))).json()).toMatchObject({
      fields: { 'draft-revision': '3' },
    });
    const lead = { role: 'lead', scopeId: place.footprint.areaId } as const;
    const others = await Promise.all([
      signInAs(service, [{ role: 'reviewer', scopeId: region }]),
      signInAs(service, [{ role: 'analyst' }, { role: 'administrator' }]),
      signInAs(service, [lead]),
    ]);
    const doors = [
      ...[paths.workspace(), paths.reviews(), paths.review(slug), paths.reviewDecision(slug), paths.audit()],
      ...[paths.roadmap(slug), paths.readVersion(slug, 1), paths.footprint(slug), paths.publishedRoadmap(slug)],
      ...[paths.roadmapDownload(slug, 1), '/api/v1/roadmaps', '/api/v1/changes', '/insights'],
    ];
    for (const other of [...others, new Visitor(service.app)]) {
      for (const door of doors) {
        const { body } = await other.get(door);
        expect(body.replaceAll(/value="[^"]*"/g, ''), door).not.toContain(words);
      }
    }
    expect((await findReview(service.database, versionId))?.revision).toBe(0);
    const page = await reviewer.read(paths.review(slug));
    expect(page.text).toContain('Nobody else sees it until you save it');
    expect(page.field('Comment on “Funding”').value).toBe(words);
    expect((await reviewer.get(paths.reviewDecision(slug))).statusCode).toBe(409);

    expect((await reviewer.submit(paths.review(slug), typed(3))).statusCode).toBe(303);
    expect(await draftsKept()).toBe(0);
    expect((await reviewer.get(paths.reviewDecision(slug))).statusCode).toBe(200);
    expect((await others[0].read(paths.review(slug))).field('Comment on “Funding”').value).toBe(words);
  });

  it('stands beside what another reviewer has saved since', async () => {
    await startedReview(place);
    await reviewer.type(paths.review(slug), typed(0));
    const other = await signInAs(service, [{ role: 'reviewer', scopeId: region }], { name: 'Oli Other' });
    await other.submit(paths.review(slug), form({ funding: { comment: 'Theirs' } }));
    const page = await reviewer.read(paths.review(slug));
    expect(page.errors[0]?.message).toContain('Oli Other saved this review');
    expect(page.field('Comment on “Funding”').value).toBe(words);
    expect(page.text).toContain('Theirs');
  });

  it('can be read whole, and is no problem, once somebody else has settled the review', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.type(paths.review(slug), { ...typed(0), summary: 'An opening of mine' });
    await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment: 'Say who pays' } });
    const page = await reviewer.read(paths.review(slug));
    expect(page.errors).toEqual([]);
    expect(page.text).toContain(words);
    expect(page.text).toContain('An opening of mine');
  });

  it('stands on the page that refuses it where the review was settled while it was typed', async () => {
    const { versionId } = await startedReview(place);
    await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment: 'Say who pays' } });
    const token = await reviewer.tokenOf(paths.contact());
    const late = await reviewer.post(paths.review(slug), { _csrf: token, ...typed(1), summary: 'An opening of mine' });
    const page = readPage(late, 409);
    expect(page.text).toContain('What you typed is below');
    expect(page.section('What you typed').text).toContain(`Comment funding ${words}`);
    expect(page.section('What you typed').text).toContain('Summary An opening of mine');
    expect(page.text).not.toContain('Draft revision');
  });

  it('is not replaced from a second window, which shows both texts before it saves', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.type(paths.review(slug), typed(0));
    const refused = await reviewer.type(paths.review(slug), typed(0, 'In a second window'));
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'other-window' });
    const first = await reviewer.submit(paths.review(slug), typed(0, 'In a second window'));
    const both = readPage(first, 409);
    expect(both.errors[0]?.message).toContain('You typed something else into this review in another window');
    expect(both.field('Comment on “Funding”').value).toBe('In a second window');
    expect(both.text).toContain(`Typed in your other window: Met ${words}`);
    expect((await findReview(service.database, versionId))?.revision).toBe(0);
    expect((await reviewer.read(paths.review(slug))).field('Comment on “Funding”').value).toBe(words);

    const discard = (at: string) => reviewer.submit(paths.review(slug), { 'draft-revision': at, next: 'discard' });
    expect((await discard('0')).statusCode).toBe(409);
    expect(readPage(first, first.statusCode).hidden('draft-revision')).toBe('1');
    expect((await reviewer.submit(paths.review(slug), typed(1, 'In a second window'))).statusCode).toBe(303);
    expect((await reviewer.read(paths.review(slug))).field('Comment on “Funding”').value).toBe('In a second window');
    expect(await draftsKept()).toBe(0);
  });

  it('is not taken for one that was discarded, by a window that knows only that one', async () => {
    await startedReview(place);
    await reviewer.type(paths.review(slug), typed(0));
    await reviewer.submit(paths.review(slug), { 'draft-revision': '1', next: 'discard' });
    expect(await draftsKept()).toBe(0);
    await reviewer.type(paths.review(slug), typed(0, 'Begun again in a second window'));
    const first = typed(1, `${words}, nor soon`);
    expect((await reviewer.type(paths.review(slug), first)).statusCode).toBe(409);
    expect((await reviewer.submit(paths.review(slug), { 'draft-revision': '1', next: 'discard' })).statusCode).toBe(
      409,
    );
    const both = readPage(await reviewer.submit(paths.review(slug), first), 409);
    expect(both.text).toContain('Typed in your other window: Met Begun again in a second window');
    expect((await reviewer.read(paths.review(slug))).field('Comment on “Funding”').value).toBe(
      'Begun again in a second window',
    );
  });

  it('asks nothing where the other window says the same, or only what is saved', async () => {
    await startedReview(place);
    await reviewer.type(paths.review(slug), typed(0));
    expect((await reviewer.submit(paths.review(slug), typed(0))).statusCode).toBe(303);
    expect(await draftsKept()).toBe(0);
    const again = { ...typed(0), revision: '1' };
    await reviewer.type(paths.review(slug), again);
    expect((await reviewer.submit(paths.review(slug), { ...typed(0, 'More'), revision: '1' })).statusCode).toBe(303);
    expect(await draftsKept()).toBe(0);
  });
});
