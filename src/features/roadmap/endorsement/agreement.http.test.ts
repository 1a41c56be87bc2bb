import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { formOn } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
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
    const check = await lead.read(paths.freeze(slug));
    expect(check.section('Who will be asked').text).toContain('NHS Wolverhampton CCG (lead)');
    expect(check.buttons).toContain('Freeze version 1');
    const early = readPage(await ccg.get(paths.endorse(slug, '06A')), 409);
    expect(early.link('See who has decided')).toBe(agreement);
    const frozen = await lead.submit(paths.freeze(slug), { version: '1' });
    expect(frozen.statusCode).toBe(303);
    expect(frozen.headers.location).toBe(agreement);
    expect((await lead.get(paths.freeze(slug))).statusCode).toBe(409);
  });

  it('gives back what an editor was still typing', async () => {
    const page = await lead.read(paths.roadmapContent(slug, 'parts', 'vision'));
    expect(page.fields).toEqual([]);
    const token = await lead.tokenOf(paths.unfreeze(slug));
    const late = await lead.post(paths.roadmapContent(slug, 'parts', 'vision'), {
      _csrf: token,
      version: '1',
      revision: '1',
      body: 'Too late',
    });
    const kept = readPage(late, 409);
    expect(kept.title).toBe('This could not be saved');
    expect(kept.text).toContain('Version 1 is not a draft any more');
    expect(kept.section('Text').text).toContain('Too late');
  });
});

describe('deciding', () => {
  it('shows the executive what is signed, and only for their own organisation', async () => {
    const response = await ccg.get(paths.endorse(slug, '06A'));
    const page = readPage(response, 200);
    const { digest } = await version();
    expect(formOn(response.body, 'digest').fields).toContainEqual(
      expect.objectContaining({ name: 'digest', value: digest }),
    );
    expect(page.title).toBe('NHS Wolverhampton CCG Decide on version 1 of the roadmap of Wolverhampton');
    expect(page.link('Read version 1 in full')).toBe(paths.readVersion(slug, 1));
    expect(page.buttons).toContain('Record the decision');
    expect((await ccg.get(paths.endorse(slug, 'RL4'))).statusCode).toBe(403);
    expect((await lead.get(paths.endorse(slug, '06A'))).statusCode).toBe(403);
    expect((await ccg.get(paths.endorse(slug, 'RXX'))).statusCode).toBe(404);
  });

  it('asks for a decision, and for the words that belong to it, keeping what was typed', async () => {
    const { digest } = await version();
    const none = await ccg.submit(paths.endorse(slug, '06A'), { digest: digest ?? '' });
    expect(readPage(none, 422).errors).toEqual([
      {
        message: 'Select whether your organisation endorses the roadmap',
        field: 'What does NHS Wolverhampton CCG decide?',
      },
    ]);
    const declined = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: digest ?? '',
      decision: 'decline',
      conditions: 'Kept words',
    });
    const refused = readPage(declined, 422);
    expect(refused.errors.map(({ field }) => field)).toEqual(['Conditions', 'Reason']);
    expect(refused.field('Reason').error).toContain('Enter the reason why your organisation declines');
    expect(refused.field('Conditions').value).toBe('Kept words');
  });

  it('is refused for a text that is no longer the one on the page, and says so', async () => {
    const stale = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: 'a'.repeat(64),
      decision: 'endorse-with-conditions',
      conditions: 'Funding is found',
    });
    const page = readPage(stale, 409);
    expect(page.headings[0]).toBe('Your decision was not recorded');
    expect(page.field('Conditions').value).toBe('Funding is found');
    expect(formOn(stale.body, 'digest').fields).toContainEqual(
      expect.objectContaining({ name: 'digest', value: (await version()).digest }),
    );
  });

  it('stands on the board with person, office, words and time', async () => {
    const { digest } = await version();
    const decided = await ccg.submit(paths.endorse(slug, '06A'), {
      digest: digest ?? '',
      decision: 'endorse-with-conditions',
      conditions: 'Funding is found',
    });
    expect(decided.statusCode).toBe(303);
    const board = await trust.read(agreement);
    expect(board.text).toContain('1 of 2 have endorsed');
    expect(board.table('Decisions of the member organisations')).toEqual([
      [
        'NHS Wolverhampton CCG Lead',
        'Ada Officer',
        'Endorsed with conditions',
        'Funding is found',
        expect.stringMatching(/^Ada Officer, Accountable officer, \d/),
      ],
      [
        'The Royal Wolverhampton NHS Trust Core member',
        'Carl Chief',
        'Waiting',
        'None yet',
        expect.stringMatching(/^Nobody yet/),
      ],
    ]);
    expect(board.link('Decide for The Royal Wolverhampton NHS Trust')).toBe(paths.endorse(slug, 'RL4'));
    expect(board.buttons).not.toContain('Decide for NHS Wolverhampton CCG');
  });

  it('says where nobody can sign, as soon as that is so', async () => {
    const held = (of: string) => service.database.selectFrom('role_grant').selectAll().where('scope_id', '=', of);
    expect((await lead.read(agreement)).text).not.toContain('Nobody can sign for');
    const { role_grant_id: grantId } = await held(place.trustId).executeTakeFirstOrThrow();
    const endAt = (ended: Date | null) =>
      service.owner.updateTable('role_grant').set({ ended_at: ended }).where('role_grant_id', '=', grantId).execute();
    await endAt(new Date());
    const board = await lead.read(agreement);
    expect(board.text).toContain('Nobody can sign for The Royal Wolverhampton NHS Trust. Ask the programme office');
    await endAt(null);
  });

  it('lapses when the version returns to draft, with the reason on the board', async () => {
    expect((await lead.read(paths.unfreeze(slug))).text).toContain('NHS Wolverhampton CCG: endorsed with conditions');
    const empty = await lead.submit(paths.unfreeze(slug), { version: '1', reason: '' });
    expect(readPage(empty, 422).errors.map(({ field }) => field)).toEqual(['Why is it returned to draft?']);
    await lead.submit(paths.unfreeze(slug), { version: '1', reason: 'The costs were wrong' });
    const lapsed = await trust.read(agreement);
    expect(lapsed.table('Decisions that no longer stand')).toEqual([
      [
        'NHS Wolverhampton CCG',
        expect.stringMatching(/^Endorsed with conditions, version 1, /),
        'The roadmap was returned to draft: The costs were wrong',
      ],
    ]);
    const vision = { version: '1', revision: '1', body: 'A changed vision' };
    expect((await lead.submit(paths.roadmapContent(slug, 'parts', 'vision'), vision)).statusCode).toBe(303);
    await lead.submit(paths.freeze(slug), { version: '1' });
    const board = await trust.read(agreement);
    expect(board.text).toContain('0 of 2 have endorsed');
    const why = board.table('Decisions that no longer stand').map(([, , reason]) => reason);
    expect(why).toEqual([
      'The roadmap changed after this decision, in: Vision for digitally-enabled transformation (The costs were wrong)',
    ]);
  });
});

describe('submitting', () => {
  it('waits for everyone who must endorse, then goes to the region', async () => {
    const early = await lead.read(paths.submitRoadmap(slug));
    expect(early.section('Before you can submit').text).toContain(
      'The Royal Wolverhampton NHS Trust has not yet decided on this version',
    );
    expect(early.buttons).not.toContain('Submit version 1');
    const token = await lead.tokenOf(paths.unfreeze(slug));
    expect((await lead.post(paths.submitRoadmap(slug), { _csrf: token, version: '1' })).statusCode).toBe(422);

    const digest = (await version()).digest ?? '';
    await ccg.submit(paths.endorse(slug, '06A'), { digest, decision: 'endorse' });
    await trust.submit(paths.endorse(slug, 'RL4'), { digest, decision: 'endorse' });
    expect((await lead.submit(paths.submitRoadmap(slug), { version: '1' })).statusCode).toBe(303);
    const overview = await lead.read(paths.roadmap(slug));
    expect(overview.section('What happens next').text).toContain('Version 1 is with the regional team');
    expect(overview.section('Record of this version').fact('State').text).toBe('Submitted');
    expect((await lead.get(paths.newVersion(slug))).statusCode).toBe(409);
  });

  it('can be read in full by its members, with who endorsed it', async () => {
    const page = await trust.read(paths.readVersion(slug, 1));
    expect(page.section('2. Vision for digitally-enabled transformation').text).toContain('A changed vision');
    expect(page.section('Capability deployment schedule').text).toContain(
      'A system for Medicines management and optimisation',
    );
    expect(page.section('10. Sign-up').text).toContain('Carl Chief, Chief executive');
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
    expect((await lead.read(paths.roadmap(slug))).buttons).toContain('Begin version 2');
    expect((await lead.submit(paths.newVersion(slug), { version: '1', summary: ' ' })).statusCode).toBe(422);
    const begun = await lead.submit(paths.newVersion(slug), { version: '1', summary: 'Cyber risks are added' });
    expect(begun.statusCode).toBe(303);
    const overview = await lead.read(paths.roadmap(slug));
    expect(overview.section('Record of this version').fact('Summary of changes').text).toBe('Cyber risks are added');
    const history = overview.section('Version history').text;
    expect(history).toContain('Version 2 Draft After version 1: Cyber risks are added');
    expect(history).toContain('returned to draft (The costs were wrong)');
    const part = await lead.read(paths.roadmapContent(slug, 'parts', 'vision'));
    expect(part.field('Text').value).toBe('A changed vision');
    expect((await trust.read(agreement)).text).toContain('version 2 follows version 1');
    const changes = await trust.read(paths.versionChanges(slug, 2));
    expect(changes.title).toContain('What version 2 says differently from version 1');
    expect((await trust.get(`${paths.versionChanges(slug, 2)}?since=7`)).statusCode).toBe(404);
  });
});
