import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addPerson, signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { checkNumber } from '../../platform/canonical-json.ts';
import { openForm, putForm } from '../formation/index.ts';
import { endorse, fillForm, formAt, someone } from '../formation/testing/proposed.ts';
import { insertGrant } from '../identity/index.ts';
import { type MailedService, startMailedService } from '../people/testing/mailed-service.ts';
import { publishVersion } from '../publication/index.ts';
import { clearedVersion } from '../review/testing/reviewed.ts';
import { decide, frozenVersion, later, wolverhampton } from '../roadmap/testing/wolverhampton.ts';
import { updateChoice } from './choice/letter-choice-repository.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { answered, holder, kindsTold, type LetterBox, letterBox, ROUND, TRUST } from './testing/told.ts';
import { writeNotices } from './write-notices.ts';

describe('a service that sends mail', () => {
  let service: MailedService;
  beforeAll(async () => {
    service = await startMailedService();
  });
  afterAll(() => service.close());

  it('writes to the executive whose authorisation is asked for, and back to the coordinator', async () => {
    await answered(service);
    const executive = { personId: `person-${randomUUID()}`, name: 'Eve Executive' };
    const coordinator = { personId: `person-${randomUUID()}`, name: 'Cora Coordinator' };
    const eve = await signInAs(service, [{ role: 'executive', scopeId: TRUST }], executive);
    const cora = await signInAs(service, [{ role: 'coordinator', scopeId: TRUST }], coordinator);
    expect((await cora.submit(paths.assessmentRequest(TRUST, ROUND), {})).statusCode).toBe(303);
    const asked = await service.letterTo(`${executive.personId}@example.nhs.uk`, 'Please authorise');
    expect(asked).toContain('Dear Eve Executive,');
    expect(asked).toContain('Cora Coordinator has finished the assessment of ');
    expect(asked).toContain(`http://roadmaps.example${paths.assessmentAuthorise(TRUST, ROUND)}`);
    expect(asked).toContain('23:59 on 15 January 2016, UK time');
    await eve.submit(paths.assessmentReturn(TRUST, ROUND), { reason: 'Look at {link} again' });
    const returned = await service.letterTo(`${coordinator.personId}@example.nhs.uk`, 'The self-assessment of');
    expect(returned).toContain('Eve Executive has sent');
    expect(returned).toContain('Look at {link} again');
    expect(service.lettersTo(`${coordinator.personId}@example.nhs.uk`)).toHaveLength(1);
  });

  it('writes to those who write when a member declines, and to the lead when the last one has endorsed', async () => {
    const place = await wolverhampton(service);
    const scopeId = place.footprint.areaId;
    const [lead, editor] = await Promise.all(
      (['lead', 'editor'] as const).map((role) => addPerson(service, [{ role, scopeId }])),
    );
    const { digest } = await frozenVersion(place);
    await decide(place, place.ccgId, digest, { decision: 'decline', conditions: 'No money for it' });
    const declined = await service.letterTo(editor?.email ?? '', 'NHS Wolverhampton CCG does not endorse');
    expect(declined).toContain('No money for it');
    expect(declined).toContain(`http://roadmaps.example${paths.agreement('wolverhampton')}`);
    await decide({ ...place, by: later(place.by, 5) }, place.trustId, digest);
    await decide({ ...place, by: later(place.by, 6) }, place.ccgId, digest);
    const complete = await service.letterTo(lead?.email ?? '', 'The roadmap of Wolverhampton has all its endorsements');
    expect(complete).toContain(`http://roadmaps.example${paths.submitRoadmap('wolverhampton')}`);
    expect([lead, editor].map((each) => service.lettersTo(each?.email ?? '').length)).toEqual([2, 1]);
    const timesTold = async () => {
      const untold = service.database.selectFrom('event_to_tell').select('chain');
      await vi.waitUntil(async () => (await untold.execute()).length === 0, { timeout: 10_000 });
      return (await kindsTold(service, lead?.email ?? '')).filter((kind) => kind === 'all-endorsed').length;
    };
    const again = { decision: 'endorse-with-conditions', conditions: 'Once it is paid for' } as const;
    await decide({ ...place, by: later(place.by, 7) }, place.ccgId, digest, again);
    expect(await timesTold()).toBe(1);
    await decide({ ...place, by: later(place.by, 8) }, place.ccgId, digest, { decision: 'decline', conditions: 'No' });
    await decide({ ...place, by: later(place.by, 9) }, place.ccgId, digest);
    expect(await timesTold()).toBe(2);
  });

  it('keeps when somebody wants letters, and turns off none that ask something of them', async () => {
    const visitor = await signInAs(service, [{ role: 'executive', scopeId: TRUST }]);
    expect((await visitor.read(paths.account())).section('E-mails').places).toContain(paths.accountLetters());
    const page = () => visitor.get(paths.accountLetters());
    expect((await page()).body).toMatch(
      /name="telling"[^>]*checked=""[^>]*value="at-once"|value="at-once"[^>]*checked=""/,
    );
    const wrong = await visitor.submit(paths.accountLetters(), { asking: 'never', telling: 'never' });
    expect(readPage(wrong, 422).errors[0]?.message).toContain('Choose when to get e-mails that ask');
    const saved = await visitor.submit(paths.accountLetters(), { asking: 'daily', telling: 'never' });
    expect(saved.headers.location).toBe(paths.account());
    expect(await service.database.selectFrom('letter_choice').select(['asking', 'telling']).execute()).toEqual([
      { asking: 'daily', telling: 'never' },
    ]);
  });

  it('shows the programme office every letter and what became of it, but no link that opens an account', async () => {
    const { database } = service;
    const row = (recipient: string, state: string, failure = '') => ({
      recipient,
      subject: `About ${recipient}`,
      body: 'Dear Reader,\n\nChoose your password here:\n\n{link}\n\n',
      link: state === 'queued' ? 'http://roadmaps.example/choose-password?token=secret' : null,
      state,
      failure,
      written_at: new Date('2016-01-10T10:00:00Z'),
      settled_at: state === 'queued' ? null : new Date('2016-01-10T10:01:00Z'),
    });
    const many = Array.from({ length: 60 }, (_, index) => row(`reader-${index}@example.nhs.uk`, 'sent'));
    const failed = row('gone@example.nhs.uk', 'failed', '550 no such mailbox <here>');
    // To no job, so that it waits.
    await database
      .insertInto('letter')
      .values([failed, row('waits@example.nhs.uk', 'queued'), ...many])
      .execute();
    const office = await signInAs(service, [{ role: 'programme-manager' }]);
    const first = await office.read(paths.letters());
    expect(first.text).toContain('1 e-mail was not delivered');
    expect(first.text).not.toContain('gone@example.nhs.uk');
    const older = first.places.find((place) => place.includes('before=')) ?? '';
    expect((await office.read(older)).text).toContain('gone@example.nhs.uk');
    const undelivered = await office.read(paths.letters({ state: 'failed' }));
    expect(undelivered.text).toContain('1 e-mail, newest first');
    expect(undelivered.text).toContain('The mail server said: 550 no such mailbox <here>');
    expect(undelivered.buttons).not.toContain('Send again');
    expect(undelivered.link('Find gone@example.nhs.uk under People')).toBe(
      paths.people({ find: 'gone@example.nhs.uk' }),
    );
    const waiting = await office.get(paths.letters({ find: 'WAITS@' }));
    expect(readPage(waiting, 200).details('About waits@example.nhs.uk').text).toContain(
      '(a link that only its reader has)',
    );
    expect(waiting.body).not.toMatch(/secret/);
    for (const odd of [{ before: 'x', state: 'x' }, { find: '\0%' }, { before: randomUUID() }]) {
      expect((await office.get(paths.letters(odd))).statusCode).toBe(200);
    }
    const executive = await signInAs(service, [{ role: 'executive', scopeId: TRUST }]);
    expect((await executive.get(paths.letters())).statusCode).toBe(403);
  });

  it('sends a letter again that was not delivered, as the same letter, once, and on record', async () => {
    const { database } = service;
    const text = { recipient: 'full@example.nhs.uk', subject: 'Your work', body: 'Look at it.\n\n{link}\n\n' };
    const failed = { state: 'failed', failure: '552 mailbox full', written_at: new Date(0), settled_at: new Date(1) };
    const insert = database
      .insertInto('letter')
      .values({ ...text, ...failed })
      .returning('letter_id as id');
    const { id } = await insert.executeTakeFirstOrThrow();
    const office = await signInAs(service, [{ role: 'programme-manager' }]);
    const press = (letterId: string) => office.submit(paths.contact(), {}, paths.sendLetterAgain(letterId));
    expect(readPage(await press(id), 409).section('Something has changed').text).toContain('link');
    await addPerson(service, [], { personId: 'fay' });
    const told = { person_id: 'fay', kind: 'assessment-returned', written_at: new Date(0), due_at: new Date(0) };
    await database
      .insertInto('notice')
      .values({ ...told, subject: '', body: '', letter_id: id })
      .execute();
    const both = await Promise.all([press(id), press(id)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const [letter = '', ...others] = await service.waitForLetters(text.recipient, 1);
    expect([letter.includes('Look at it.'), letter.includes(`Message-ID: <${id}@`), others]).toEqual([true, true, []]);
    const trail = database.selectFrom('audit_event').select(['action', 'detail']).where('chain', '=', `letter:${id}`);
    expect(await trail.execute()).toEqual([{ action: 'letter.send-again', detail: { subject: text.subject } }]);
    expect([(await press(randomUUID())).statusCode, (await press('x')).statusCode]).toEqual([404, 404]);
  });
});

describe('what happens', () => {
  let service: TestService;
  let assessmentId: string;
  let box: LetterBox;
  beforeAll(async () => {
    service = await startTestService('facts');
    assessmentId = await answered(service);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    box = letterBox(service);
    await service.database.deleteFrom('event_to_tell').execute();
  });

  async function tell(context = box.context()): Promise<void> {
    await writeNotices(context);
    await putIntoLetters(context);
  }

  const askedFor = (id = assessmentId) =>
    service.database.transaction().execute((transaction) =>
      appendAuditEvent(transaction, {
        chain: `assessment:${id}`,
        action: 'assessment.request-authorisation',
        personId: null,
        onBehalfOf: 'the service itself',
        at: new Date(),
        detail: { answered: 1 },
      }),
    );

  it('is told of where it was committed, and not where it was taken back', async () => {
    const executive = await holder(service, 'executive', TRUST);
    const undone = service.database.transaction().execute(async (transaction) => {
      await appendAuditEvent(transaction, {
        chain: `assessment:${assessmentId}`,
        action: 'assessment.request-authorisation',
        personId: null,
        onBehalfOf: '',
        at: new Date(),
        detail: {},
      });
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    await tell();
    expect(box.written).toEqual([]);
    await askedFor();
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    expect(box.subjectsTo(executive)).toHaveLength(1);
  });

  it('is told of once when a process ends before its letters are queued, or its notices are written', async () => {
    const executive = await holder(service, 'executive', TRUST);
    await askedFor();
    await askedFor();
    const dying = box.context(undefined, () => {
      throw new Error('the process ends here');
    });
    await expect(tell(dying)).rejects.toThrow('the process ends here');
    expect(box.written).toEqual([]);
    await tell();
    await tell();
    expect(box.subjectsTo(executive)).toEqual(['2 things about your work']);
    const letter = box.written.find(({ to }) => to === executive)?.text ?? '';
    expect(letter).toMatch(/1\. Please authorise[\s\S]*2\. Please authorise/);
  });

  it('is told of when its reader wants it, in one letter a day', async () => {
    const personId = `person-${randomUUID()}`;
    const { email } = await addPerson(service, [{ role: 'executive', scopeId: TRUST }], { personId });
    await updateChoice(service.database, personId, { asking: 'daily', telling: 'never' }, new Date());
    await askedFor();
    await askedFor();
    await tell(box.context('2016-01-04T12:00:00Z'));
    await tell(box.context('2016-01-05T06:59:59Z'));
    expect(box.subjectsTo(email)).toEqual([]);
    await tell(box.context('2016-01-05T07:00:00Z'));
    expect(box.subjectsTo(email)).toEqual(['2 things about your work']);
  });

  it('keeps nobody waiting when one event cannot be told of', async () => {
    const executive = await holder(service, 'executive', TRUST);
    await askedFor('no such id');
    await askedFor();
    await tell();
    expect(box.subjectsTo(executive)).toHaveLength(1);
    expect(await service.database.selectFrom('event_to_tell').selectAll().execute()).toHaveLength(1);
  });

  it('reaches everybody who has a part in a roadmap, but for whoever did it', async () => {
    const place = await wolverhampton(service);
    const { areaId, regions } = place.footprint;
    const scope = { scopeKind: 'footprint', scopeId: areaId } as const;
    await insertGrant(service.database, place.by.personId ?? '', { role: 'lead', ...scope });
    const [ccg, trust, editor, reviewer, elsewhere] = await Promise.all([
      holder(service, 'executive', place.ccgId),
      holder(service, 'executive', place.trustId),
      holder(service, 'editor', areaId),
      holder(service, 'reviewer', regions[0]?.areaId ?? ''),
      holder(service, 'editor', 'footprint:doncaster'),
    ]);
    const { versionId } = await clearedVersion(place);
    await publishVersion(service.context, versionId, later(place.by, 9));
    await tell();
    const kindsOf = (email: string) => kindsTold(service, email);
    expect(await kindsOf(ccg)).toEqual(['asked-to-endorse', 'roadmap-published']);
    expect(await kindsOf(trust)).toEqual(['asked-to-endorse', 'roadmap-published']);
    expect(await kindsOf(editor)).toEqual(['roadmap-submitted', 'roadmap-cleared', 'roadmap-published']);
    expect(await kindsOf(reviewer)).toEqual(['asked-to-review', 'roadmap-published']);
    expect(await kindsOf(elsewhere)).toEqual([]);
    expect(await kindsOf(`${place.by.personId}@example.nhs.uk`)).toEqual([]);
    expect(box.subjectsTo(editor)).toEqual(['3 things about your work']);
  });

  it('reaches the commissioners of a footprint form, and the region once they have endorsed it', async () => {
    const { context } = service;
    const { areaId, slug, regions } = (await wolverhampton(service)).footprint;
    await openForm(context, { areaId, slug, from: null }, someone());
    const [ccg, reviewer] = await Promise.all([
      holder(service, 'executive', '06A'),
      holder(service, 'reviewer', regions[0]?.areaId ?? ''),
    ]);
    await fillForm(context, slug, {});
    await putForm(context, (await formAt(context, slug)).page, someone());
    await tell();
    expect(box.subjectsTo(ccg)).toEqual([
      'Please endorse the footprint form of Wolverhampton for NHS Wolverhampton CCG',
    ]);
    await endorse(context, slug, '06A');
    await tell();
    expect(box.subjectsTo(reviewer)).toEqual(['The footprint form of Wolverhampton waits for your decision']);
    expect(box.written.at(-1)?.text).toContain(checkNumber((await formAt(context, slug)).page.digest ?? ''));
  });
});
