import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
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
    expect((await london.read(paths.reviews())).text).toContain('No roadmap waits for review');
  });

  it('gives the footprint its letter and nothing else', async () => {
    const { versionId } = await startedReview(place);
    const lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }]);
    const member = await signInAs(service, [{ role: 'contributor', scopeId: place.trustId }]);
    const elsewhere = await signInAs(service, [{ role: 'lead', scopeId: 'footprint:glos' }]);
    expect((await lead.read(paths.review(slug))).text).toContain('has not written yet');
    await settle(place, versionId, 'changes-requested', { funding: { ratingId: 'not-met', comment: 'Say who pays' } });
    for (const visitor of [lead, member]) {
      const page = await visitor.read(paths.review(slug));
      expect(page.text).toContain('Say who pays');
      expect(page.headings).not.toContain('What the service noticed');
      expect((await visitor.get(paths.reviewDecision(slug))).statusCode).toBe(403);
    }
    expect((await elsewhere.get(paths.review(slug))).statusCode).toBe(403);
  });

  it('lets the national team read but not decide', async () => {
    await startedReview(place);
    const analyst = await signInAs(service, [{ role: 'analyst' }]);
    expect((await analyst.read(paths.review(slug))).fields).toEqual([]);
    const token = await analyst.tokenOf(paths.signOut());
    expect((await analyst.post(paths.review(slug), { _csrf: token, ...form() })).statusCode).toBe(403);
    expect((await analyst.get(paths.reviewDecision(slug))).statusCode).toBe(403);
  });

  it('has nothing to show before a roadmap is submitted', async () => {
    await frozenVersion(place);
    expect((await reviewer.get(paths.review(slug))).statusCode).toBe(404);
    expect((await reviewer.get(paths.review('nowhere'))).statusCode).toBe(404);
    const queue = await reviewer.read(paths.reviews());
    expect(() => queue.link('Wolverhampton')).toThrow('There is no link “Wolverhampton”');
  });
});

describe('a review from the queue to the letter', () => {
  it('is started, saved half done, and settled', async () => {
    const { versionId } = await submittedVersion(place);
    const queue = await reviewer.read(paths.reviews());
    expect(queue.link('Wolverhampton')).toBe(paths.review(slug));
    expect(queue.text).toContain('0 of 11');

    const start = await reviewer.submit(paths.review(slug), {}, paths.startReview(slug));
    expect(start.statusCode).toBe(303);
    const half = form({ funding: { ratingId: null, comment: 'Say who pays' } });
    expect((await reviewer.submit(paths.review(slug), half)).statusCode).toBe(303);
    const page = await reviewer.read(paths.review(slug));
    expect(page.section('Criteria').text).toContain('10 of 11 rated');
    expect(page.section('Your ratings').text).toContain('Funding : not rated');
    expect(page.field('Comment on “Funding”').value).toBe('Say who pays');

    const choice = await reviewer.read(paths.reviewDecision(slug));
    expect(choice.section('Clear for publication').text).toContain('Not yet: Rate “Funding” before clearing');
    const letter = await reviewer.read(paths.reviewDecision(slug, 'changes-requested'));
    expect(letter.headings).toContain('Wolverhampton: roadmap version 1 needs changes');
    expect(letter.section('Further comments').text).toBe('Funding (not rated) Say who pays');
    expect(letter.buttons).toContain('Ask for changes');
    const sent = await reviewer.submit(
      paths.reviewDecision(slug, 'changes-requested'),
      { outcome: 'changes-requested', revision: '1' },
      paths.reviewDecision(slug),
    );
    expect(sent.statusCode).toBe(303);
    expect(await stateOf(versionId)).toBe('changes-requested');
    const settled = await reviewer.read(paths.review(slug));
    expect(settled.headings).toContain('Wolverhampton: roadmap version 1 needs changes');
    expect(settled.text).toContain('Changes are requested');
    expect(settled.fields).toEqual([]);
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
    const page = readPage(response, 422);
    expect(page.errors).toEqual([
      { message: 'Select a rating for Sign-up', field: 'Sign-up' },
      {
        message: 'The comment on Funding must be 5,000 characters or fewer; it has 5,001',
        field: 'Comment on “Funding”',
      },
    ]);
    expect(page.field('Comment on “Funding”')).toMatchObject({
      value: 'x'.repeat(5001),
      error: 'The comment on Funding must be 5,000 characters or fewer; it has 5,001',
    });
  });

  it('shows both words when another reviewer saved first', async () => {
    const { versionId } = await startedReview(place);
    const other = await signInAs(service, [{ role: 'reviewer', scopeId: region }], { name: 'Oli Other' });
    await other.submit(paths.review(slug), form({ funding: { comment: 'Theirs' } }));
    const response = await reviewer.submit(paths.review(slug), form({ funding: { comment: 'Mine' } }));
    const page = readPage(response, 409);
    expect(page.errors[0]?.message).toContain('Oli Other saved this review');
    expect(page.field('Comment on “Funding”').value).toBe('Mine');
    expect(page.text).toContain('Theirs');
    expect(page.hidden('revision')).toBe('1');
    expect((await reviewer.submit(paths.review(slug), form({ funding: { comment: 'Both' } }, 1))).statusCode).toBe(303);
    expect((await findReview(service.database, versionId))?.revision).toBe(2);
  });

  it('does not clear while a criterion stands in the way, and says which', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.submit(paths.review(slug), form({ funding: { ratingId: 'not-met', comment: 'No money' } }));
    const preview = paths.reviewDecision(slug, 'changes-requested');
    const fields = { outcome: 'cleared', revision: '1' };
    const response = await reviewer.submit(preview, fields, paths.reviewDecision(slug));
    expect(readPage(response, 422).text).toContain('“Funding” is rated “Not met”, which does not allow clearance');
    expect(await stateOf(versionId)).toBe('under-review');
  });

  it('does not send a letter that changed after it was read, nor one of no outcome', async () => {
    const { versionId } = await startedReview(place);
    await reviewer.submit(paths.review(slug), form());
    const preview = paths.reviewDecision(slug, 'cleared');
    const send = (fields: Record<string, string>) => reviewer.submit(preview, fields, paths.reviewDecision(slug));
    const old = await send({ outcome: 'cleared', revision: '0' });
    expect(readPage(old, 409).errors[0]?.message).toContain('so nothing was sent');
    const none = await send({ revision: '1' });
    expect(readPage(none, 422).errors.map(({ message }) => message)).toEqual([
      'Select whether to clear the roadmap or ask for changes',
    ]);
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
    expect((await reviewer.read(paths.reviews())).table('Reviewed')[0]?.at(-1)).toBe('Version 2 is being written');

    const frozen = await freezeVersion(place.context, place.footprint, 2, later(place.by, 8));
    if (frozen.kind !== 'ok') {
      throw new Error(`Could not freeze: ${JSON.stringify(frozen)}`);
    }
    await decide(place, place.ccgId, frozen.digest);
    await decide(place, place.trustId, frozen.digest);
    await submitVersion(place.context, place.footprint, 2, later(place.by, 10));
    const since = (await reviewer.read(paths.review(slug))).section('Since version 1');
    expect(since.details('What had to change: 1 point').text).toContain('Say who pays');
    expect(since.text).toContain('No section differs from the one reviewed then');
  });
});
