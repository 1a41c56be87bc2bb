import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { type Wolverhampton, wolverhampton, writtenDraft } from '../testing/wolverhampton.ts';
import { moveVersion } from '../versions/move-version.ts';
import { findCurrentVersion } from '../versions/version-repository.ts';

/* From a written draft to a new version, in the order in which it happens; later tests go on from earlier ones. */

let service: TestService;
let place: Wolverhampton;
let lead: Visitor;
let ccg: Visitor;
let trust: Visitor;

const slug = 'wolverhampton';
const agreement = paths.agreement(slug);

beforeAll(async () => {
  service = await startTestService('facts');
  place = await wolverhampton(service);
  await writtenDraft(place);
  lead = await signInAs(service, [{ role: 'lead', scopeId: place.footprint.areaId }], { name: 'Lee Lead' });
  ccg = await signInAs(service, [{ role: 'executive', scopeId: place.ccgId }], {
    name: 'Ada Officer',
    jobTitle: 'Accountable officer',
  });
  trust = await signInAs(service, [{ role: 'executive', scopeId: place.trustId }], {
    name: 'Carl Chief',
    jobTitle: 'Chief executive',
  });
});
afterAll(() => service.close());

async function version() {
  const found = await findCurrentVersion(service.database, place.footprint.areaId);
  if (found === null) {
    throw new Error('There is no version');
  }
  return found;
}

describe('freezing', () => {
  it('shows what will be asked of whom, then fixes the text', async () => {
    const check = await lead.get(paths.freeze(slug));
    expect(check.body).toContain('NHS Wolverhampton CCG');
    const early = await ccg.get(paths.endorse(slug, '06A'));
    expect(early.statusCode).toBe(409);
    expect(early.body).toContain(`href="${agreement}" role="button"`);
    const frozen = await lead.submit(paths.freeze(slug), { version: '1' });
    expect(frozen.statusCode).toBe(303);
    expect(frozen.headers.location).toBe(agreement);
    expect((await lead.get(paths.freeze(slug))).statusCode).toBe(409);
  });

  it('gives back what an editor was still typing', async () => {
    const page = await lead.get(paths.roadmapContent(slug, 'parts', 'vision'));
    expect(page.body).not.toContain('<textarea');
    const token = /name="_csrf" value="([^"]*)"/.exec((await lead.get(paths.unfreeze(slug))).body)?.[1] ?? '';
    const late = await lead.post(paths.roadmapContent(slug, 'parts', 'vision'), {
      _csrf: token,
      version: '1',
      revision: '1',
      body: 'Too late',
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Too late');
    expect(late.body).toContain('not a draft any more');
  });
});

describe('deciding', () => {
  it('shows the executive what is signed, and only for their own organisation', async () => {
    const page = await ccg.get(paths.endorse(slug, '06A'));
    const { digest } = await version();
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`value="${digest}"`);
    expect(page.body).toContain(paths.readVersion(slug, 1));
    expect((await ccg.get(paths.endorse(slug, 'RL4'))).statusCode).toBe(403);
    expect((await lead.get(paths.endorse(slug, '06A'))).statusCode).toBe(403);
    expect((await ccg.get(paths.endorse(slug, 'RXX'))).statusCode).toBe(404);
  });

  it('asks for a decision, and for the words that belong to it, keeping what was typed', async () => {
    const { digest } = await version();
    const none = await ccg.submit(paths.endorse(slug, '06A'), { digest: digest ?? '' });
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('href="#decision"');
    const declined = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: digest ?? '',
      decision: 'decline',
      conditions: 'Kept words',
    });
    expect(declined.statusCode).toBe(422);
    expect(declined.body).toContain('href="#reason"');
    expect(declined.body).toContain('Kept words');
  });

  it('is refused for a text that is no longer the one on the page, and says so', async () => {
    const stale = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: 'a'.repeat(64),
      decision: 'endorse-with-conditions',
      conditions: 'Funding is found',
    });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Your decision was not recorded');
    expect(stale.body).toContain('Funding is found');
    expect(stale.body).toContain(`value="${(await version()).digest}"`);
  });

  it('stands on the board with person, office, words and time', async () => {
    const { digest } = await version();
    const decided = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: digest ?? '',
      decision: 'endorse-with-conditions',
      conditions: 'Funding is found',
    });
    expect(decided.statusCode).toBe(303);
    const board = await trust.get(agreement);
    expect(board.body).toContain('Ada Officer, Accountable officer');
    expect(board.body).toContain('Funding is found');
    expect(board.body).toMatch(/1 of 2 have endorsed/);
    expect(board.body).toContain(paths.endorse(slug, 'RL4'));
    expect(board.body).not.toContain(paths.endorse(slug, '06A'));
  });

  it('lapses when the version returns to draft, with the reason on the board', async () => {
    expect((await lead.get(paths.unfreeze(slug))).body).toContain('NHS Wolverhampton CCG: endorsed with conditions');
    const empty = await lead.submit(paths.unfreeze(slug), { version: '1', reason: '' });
    expect(empty.statusCode).toBe(422);
    await lead.submit(paths.unfreeze(slug), { version: '1', reason: 'The costs were wrong' });
    expect((await trust.get(agreement)).body).toContain('The roadmap was returned to draft: The costs were wrong');
    const vision = { version: '1', revision: '1', body: 'A changed vision' };
    expect((await lead.submit(paths.roadmapContent(slug, 'parts', 'vision'), vision)).statusCode).toBe(303);
    await lead.submit(paths.freeze(slug), { version: '1' });
    const board = await trust.get(agreement);
    expect(board.body).toContain(
      'The roadmap changed after this decision, in: Vision for digitally-enabled transformation',
    );
    expect(board.body).toMatch(/0 of 2 have endorsed/);
  });
});

describe('submitting', () => {
  it('waits for everyone who must endorse, then goes to the region', async () => {
    const early = await lead.get(paths.submitRoadmap(slug));
    expect(early.body).toContain('has not yet decided on this version');
    expect(early.body).not.toContain('>Submit version 1<');
    const token = /name="_csrf" value="([^"]*)"/.exec((await lead.get(paths.unfreeze(slug))).body)?.[1] ?? '';
    expect((await lead.post(paths.submitRoadmap(slug), { _csrf: token, version: '1' })).statusCode).toBe(422);

    const digest = (await version()).digest ?? '';
    await ccg.submit(paths.endorse(slug, '06A'), { digest, decision: 'endorse' });
    await trust.submit(paths.endorse(slug, 'RL4'), { digest, decision: 'endorse' });
    expect((await lead.submit(paths.submitRoadmap(slug), { version: '1' })).statusCode).toBe(303);
    expect((await lead.get(paths.roadmap(slug))).body).toContain('with the regional team');
    expect((await lead.get(paths.newVersion(slug))).statusCode).toBe(409);
  });

  it('can be read in full by its members, with who endorsed it', async () => {
    const page = await trust.get(paths.readVersion(slug, 1));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('A changed vision');
    expect(page.body).toContain('Carl Chief, Chief executive');
    expect(page.body).toContain('A system for Medicines management and optimisation');
    expect((await trust.get(paths.readVersion(slug, 2))).statusCode).toBe(404);
  });
});

describe('a new version', () => {
  it('follows requested changes, with a summary, and shows its history', async () => {
    const { versionId } = await version();
    await service.database.transaction().execute(async (transaction) => {
      const facts = { blockerCount: 0, at: new Date(), personId: null };
      await moveVersion(transaction, versionId, { kind: 'start-review' }, facts);
      await moveVersion(transaction, versionId, { kind: 'request-changes' }, facts);
    });
    expect((await lead.get(paths.roadmap(slug))).body).toContain('Begin version 2');
    expect((await lead.submit(paths.newVersion(slug), { version: '1', summary: ' ' })).statusCode).toBe(422);
    const begun = await lead.submit(paths.newVersion(slug), { version: '1', summary: 'Cyber risks are added' });
    expect(begun.statusCode).toBe(303);
    const overview = await lead.get(paths.roadmap(slug));
    expect(overview.body).toContain('After version 1: Cyber risks are added');
    expect(overview.body).toContain('returned to draft (The costs were wrong)');
    expect((await lead.get(paths.roadmapContent(slug, 'parts', 'vision'))).body).toContain('A changed vision');
    expect((await trust.get(agreement)).body).toContain('version 2 follows version 1');
  });
});
