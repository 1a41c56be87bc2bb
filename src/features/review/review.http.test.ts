import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { freezeVersion, submitVersion } from '../roadmap/index.ts';
import {
  decide,
  frozenVersion,
  later,
  submittedVersion,
  type Wolverhampton,
  wolverhampton,
} from '../roadmap/testing/wolverhampton.ts';
import { beginVersion } from '../roadmap/versions/begin-version.ts';
import { getVersion } from '../roadmap/versions/version-repository.ts';
import { ratingField } from './parse-review-form.ts';
import { findReview } from './review-repository.ts';
import { formOf, notesOf, settle, startedReview } from './testing/reviewed.ts';

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

const stateOf = async (versionId: string) => (await getVersion(service.database, versionId)).state;
const form = (changes: Parameters<typeof notesOf>[1] = {}, revision = 0) =>
  formOf(notesOf(service.context.pack, changes, revision));

describe('who may see and settle a review', () => {
  it('asks a stranger to sign in', async () => {
    await submittedVersion(place);
    const stranger = new Visitor(service.app);
    for (const page of [paths.reviews(), paths.review(slug), paths.reviewDecision(slug)]) {
      const response = await stranger.get(page);
      expect(response.statusCode).toBe(303);
      expect(response.headers.location).toContain('/sign-in');
    }
  });

  it('refuses the reviewer of another region', async () => {
    await startedReview(place);
    const london = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y56' }]);
    expect((await london.get(paths.review(slug))).statusCode).toBe(403);
    expect((await london.get(paths.reviewDecision(slug))).statusCode).toBe(403);
    expect((await london.get(paths.reviews())).body).toContain('No roadmap waits for review');
  });

  it('gives the footprint its letter and nothing else', async () => {
    const { versionId } = await startedReview(place);
    const lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
    const member = await signInAs(service, [{ role: 'contributor', scopeId: place.trustId }]);
    const elsewhere = await signInAs(service, [{ role: 'lead', scopeId: 'footprint:glos' }]);
    expect((await lead.get(paths.review(slug))).body).toContain('has not written yet');
    await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment: 'Say who pays' } });
    for (const visitor of [lead, member]) {
      const page = await visitor.get(paths.review(slug));
      expect(page.body).toContain('Say who pays');
      expect(page.body).not.toContain('What the service noticed');
      expect((await visitor.get(paths.reviewDecision(slug))).statusCode).toBe(403);
    }
    expect((await elsewhere.get(paths.review(slug))).statusCode).toBe(403);
  });

  it('lets the national team read but not decide', async () => {
    await startedReview(place);
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    const page = await analyst.get(paths.review(slug));
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('name="summary"');
    const token = /name="_csrf" value="([^"]*)"/.exec((await analyst.get(paths.signOut())).body)?.[1] ?? '';
    expect((await analyst.post(paths.review(slug), { _csrf: token, ...form() })).statusCode).toBe(403);
    expect((await analyst.get(paths.reviewDecision(slug))).statusCode).toBe(403);
  });

  it('has nothing to show before a roadmap is submitted', async () => {
    await frozenVersion(place);
    expect((await reviewer.get(paths.review(slug))).statusCode).toBe(404);
    expect((await reviewer.get(paths.review('nowhere'))).statusCode).toBe(404);
    expect((await reviewer.get(paths.reviews())).body).not.toContain('Wolverhampton</a>');
  });
});

describe('a review from the queue to the letter', () => {
  it('is started, saved half done, and settled', async () => {
    const { versionId } = await submittedVersion(place);
    const queue = await reviewer.get(paths.reviews());
    expect(queue.body).toContain('Wolverhampton</a>');
    expect(queue.body).toContain('0 of 11');

    const start = await reviewer.submit(paths.review(slug), {}, paths.startReview(slug));
    expect(start.statusCode).toBe(303);
    const half = form({ funding: { ratingId: null, comment: 'Say who pays' } });
    expect((await reviewer.submit(paths.review(slug), half)).statusCode).toBe(303);
    const page = await reviewer.get(paths.review(slug));
    expect(page.body).toContain('10 of 11 rated');
    expect(page.body).toContain('Say who pays');

    const choice = await reviewer.get(paths.reviewDecision(slug));
    expect(choice.body).toContain('Rate “Funding” before clearing');
    const letter = await reviewer.get(paths.reviewDecision(slug, 'changes-requested'));
    expect(letter.body).toContain('needs changes');
    expect(letter.body).toContain('Say who pays');
    const sent = await reviewer.submit(
      paths.reviewDecision(slug, 'changes-requested'),
      { outcome: 'changes-requested', revision: '1' },
      paths.reviewDecision(slug),
    );
    expect(sent.statusCode).toBe(303);
    expect(await stateOf(versionId)).toBe('changes-requested');
    const settled = await reviewer.get(paths.review(slug));
    expect(settled.body).toContain('Changes are requested');
    expect(settled.body).toContain('needs changes');
    expect((await reviewer.get(paths.reviewDecision(slug))).statusCode).toBe(409);
  });

  it('saves and goes on to the outcome in one step', async () => {
    await startedReview(place);
    const response = await reviewer.submit(paths.review(slug), { ...form(), next: 'decision' });
    expect(response.headers.location).toBe(paths.reviewDecision(slug));
  });

  it('keeps what was typed and says beside the field what is wrong with it', async () => {
    await startedReview(place);
    const fields = { ...form({ funding: { comment: 'x'.repeat(5001) } }), [ratingField('sign-up')]: 'superb' };
    const response = await reviewer.submit(paths.review(slug), fields);
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain('href="#comment-funding"');
    expect(response.body).toContain('The comment on Funding must be 5,000 characters or fewer; it has 5,001');
    expect(response.body).toContain('Select a rating for Sign-up');
    expect(response.body).toContain('x'.repeat(5001));
  });

  it('shows both words when another reviewer saved first', async () => {
    const { versionId } = await startedReview(place);
    const other = await signInAs(service, [{ role: 'reviewer', scopeId: region }], { name: 'Oli Other' });
    await other.submit(paths.review(slug), form({ funding: { comment: 'Theirs' } }));
    const response = await reviewer.submit(paths.review(slug), form({ funding: { comment: 'Mine' } }));
    expect(response.statusCode).toBe(409);
    expect(response.body).toContain('Oli Other saved this review');
    expect(response.body).toContain('Theirs');
    expect(response.body).toContain('Mine');
    expect(response.body).toContain('name="revision" value="1"');
    expect((await reviewer.submit(paths.review(slug), form({ funding: { comment: 'Both' } }, 1))).statusCode).toBe(303);
    expect((await findReview(service.database, versionId))?.revision).toBe(2);
  });

  it('does not clear while a criterion stands in the way, and says which', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.submit(paths.review(slug), form({ funding: { ratingId: 'not-met', comment: 'No money' } }));
    const preview = paths.reviewDecision(slug, 'changes-requested');
    const fields = { outcome: 'cleared', revision: '1' };
    const response = await reviewer.submit(preview, fields, paths.reviewDecision(slug));
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain('which does not allow clearance');
    expect(await stateOf(versionId)).toBe('under-review');
  });

  it('does not send a letter that changed after it was read, nor one of no outcome', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.submit(paths.review(slug), form());
    const preview = paths.reviewDecision(slug, 'cleared');
    const send = (fields: Record<string, string>) => reviewer.submit(preview, fields, paths.reviewDecision(slug));
    const old = await send({ outcome: 'cleared', revision: '0' });
    expect(old.statusCode).toBe(409);
    expect(old.body).toContain('so nothing was sent');
    const none = await send({ revision: '1' });
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('Select whether to clear the roadmap or ask for changes');
    expect(await stateOf(versionId)).toBe('under-review');
  });
});

describe('the next version after changes were requested', () => {
  it('is reviewed beside what had to change and what is different', async () => {
    const { versionId } = await startedReview(place);
    await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment: 'Say who pays' } });
    const begun = await beginVersion(
      place.context,
      { footprintId: place.footprint.areaId, afterNumber: 1, summaryOfChanges: 'Money' },
      later(place.by, 7),
    );
    expect(begun.kind).toBe('ok');
    expect((await reviewer.get(paths.reviews())).body).toContain('Version 2 is being written');

    const frozen = await freezeVersion(place.context, place.footprint, 2, later(place.by, 8));
    if (frozen.kind !== 'ok') {
      throw new Error(`Could not freeze: ${JSON.stringify(frozen)}`);
    }
    await decide(place, place.ccgId, frozen.digest);
    await decide(place, place.trustId, frozen.digest);
    await submitVersion(place.context, place.footprint, 2, later(place.by, 10));
    const page = await reviewer.get(paths.review(slug));
    expect(page.body).toContain('Since version 1');
    expect(page.body).toContain('Say who pays');
    expect(page.body).toContain('No section differs from the one reviewed then');
  });
});
