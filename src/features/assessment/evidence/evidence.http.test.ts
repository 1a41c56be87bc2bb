import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { harmful, startFakeClamd } from '../../../platform/uploads/testing/fake-clamd.ts';
import { coordinatorOf, evidenceFor, itemsOf, onlyItemOf, pdf, SA2, typedIn } from '../testing/evidence-steps.ts';
import { sectionOf } from '../testing/pages.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';

let service: TestService;
let clamd: Awaited<ReturnType<typeof startFakeClamd>>;

beforeAll(async () => {
  clamd = await startFakeClamd();
  const config = parseConfig({
    DEMO: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: path.join(os.tmpdir(), 'ldr-test-data'),
    EVIDENCE_FILE_MEGABYTES: '1',
    EVIDENCE_ROUND_MEGABYTES: '2',
    EVIDENCE_SCANNER: `clamd://127.0.0.1:${clamd.port}`,
  });
  service = await startTestService('facts', { config });
});
afterAll(async () => {
  await service.close();
  await clamd.close();
});

describe('adding evidence', () => {
  it('goes from the question over the saved page to the file, and back to be read', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    const section = sectionOf(trust, 'strategic-alignment');
    const sent = await cora.submit(section, {
      'answer-SA1': 'mostly-agree',
      'comment-SA1': 'The board approved it in May',
      'revision-SA1': '0',
      after: 'evidence:SA1',
    });
    expect(sent.headers.location).toBe(evidenceFor(trust));
    const before = await cora.read(evidenceFor(trust));
    expect(before.title).toContain('Evidence for SA1');
    expect(before.text).toContain('rests on nothing yet, so it counts as asserted');

    const added = await cora.upload(
      evidenceFor(trust),
      { title: 'Board paper of May', page: 'page 4', expires: '30 April 2099' },
      { name: 'C:\\papers\\Board paper.pdf', content: pdf() },
    );
    expect(added.statusCode).toBe(303);
    const page = await cora.read(evidenceFor(trust));
    expect(page.text).toContain('“Board paper of May” is added to SA1');
    expect(page.text).toContain('PDF, 1 kB. Until 30 April 2099. Download');
    expect(page.field('Page or part of “Board paper of May” (optional)').value).toBe('page 4');
    expect((await cora.read(section)).text).toContain('Evidence for SA1: 1 item');
  });

  it('gives the file back byte for byte, to be saved alone', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    const content = pdf('large', randomBytes(700_000));
    await cora.upload(evidenceFor(trust), {}, { name: 'Prüf "bericht".pdf.html', content });
    const file = paths.evidenceFile(trust, roundId, await onlyItemOf(service, trust), 1);
    const response = await cora.get(file);
    expect(response.statusCode).toBe(200);
    expect(createHash('sha256').update(response.rawPayload).digest('hex')).toBe(
      createHash('sha256').update(content).digest('hex'),
    );
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Pr_f bericht.pdf.html.pdf"; filename*=UTF-8''Pr%C3%BCf%20bericht.pdf.html.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('takes a link, and lets one item stand under many answers', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await cora.submit(evidenceFor(trust), {
      link: 'https://trust.example/strategy',
      title: 'Strategy',
      page: 'part 2',
    });
    const item = await onlyItemOf(service, trust);
    const other = evidenceFor(trust, SA2);
    expect((await cora.read(other)).text).toContain('Use what is here already (1 item)');
    await cora.submit(other, { use: item }, `${other}/uses`);
    const all = await cora.read(paths.evidence(trust, roundId));
    expect(all.table('Used in this return')).toEqual([
      ['Strategy', expect.stringContaining('Link to trust.example'), expect.stringMatching(/SA1 , part 2.*SA2/s)],
    ]);
    await cora.submit(other, { [`take-off-${item}`]: 'off' }, `${other}/uses`);
    expect((await cora.read(other)).text).toContain('rests on nothing yet');
    const history = await service.database
      .selectFrom('evidence_use_history')
      .select(['question_id', 'is_used', 'revision'])
      .where('organisation_id', '=', trust)
      .orderBy('question_id')
      .orderBy('revision')
      .execute();
    expect(history).toEqual([
      { question_id: 'SA1', is_used: true, revision: 1 },
      { question_id: 'SA2', is_used: true, revision: 1 },
      { question_id: 'SA2', is_used: false, revision: 2 },
    ]);
  });

  it('knows the same file again, be it sent by two presses of the button or under another question', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    const file = { name: 'paper.pdf', content: pdf('the same') };
    const both = await Promise.all([
      cora.upload(evidenceFor(trust), { title: 'Paper' }, file),
      cora.upload(evidenceFor(trust), { title: 'Paper' }, file),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    await cora.upload(evidenceFor(trust, SA2), { title: 'Another name' }, { ...file, name: 'copy.pdf' });
    expect((await cora.read(evidenceFor(trust, SA2))).text).toContain('had this already, as “Paper”');
    expect(await itemsOf(service, trust)).toHaveLength(1);
    const chains = await service.database
      .selectFrom('evidence_use_history')
      .select('question_id')
      .where('organisation_id', '=', trust)
      .execute();
    expect(chains.map(({ question_id: id }) => id).toSorted()).toEqual(['SA1', 'SA2']);
  });
});

describe('what cannot be taken', () => {
  test.each([
    ['a page', { name: 'a.pdf', content: '<html><script>alert(1)</script>' }, 'must be a PDF'],
    ['a drawing', { name: 'a.svg', content: '<svg onload="alert(1)"/>' }, 'must be a PDF'],
    ['an archive', { name: 'a.zip', content: 'PK\u0003\u0004 not whole' }, 'cannot be read'],
    ['an empty file', { name: 'a.pdf', content: '' }, 'The file is empty'],
    ['a large file', { name: 'a.pdf', content: `%PDF-1.7${'x'.repeat(1_500_000)}` }, 'larger than 1 MB'],
    ['a harmful file', { name: 'a.pdf', content: `%PDF-1.7 ${harmful}` }, 'The virus scanner found something'],
  ])('%s is refused in words, with everything that was typed', async (_what, file, words) => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    const typed = { title: 'Board paper', page: 'page 4', effective: '1 May 2017', expires: '30 April 2018' };
    const page = readPage(await cora.upload(evidenceFor(trust), typed, file), 422);
    expect(page.errors.map(({ message }) => message).join()).toContain(words);
    for (const [name, value] of Object.entries(typed)) {
      expect(typedIn(page, name)).toBe(value);
    }
    expect(await itemsOf(service, trust)).toEqual([]);
  });

  it('is more than there is room for in a round; the rest stays', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    for (const about of ['one', 'two']) {
      await cora.upload(evidenceFor(trust), {}, { name: `${about}.pdf`, content: pdf(about, randomBytes(900_000)) });
    }
    const third = { name: 'three.pdf', content: pdf('three', randomBytes(900_000)) };
    const page = readPage(await cora.upload(evidenceFor(trust), { title: 'Third' }, third), 409);
    expect(page.errors[0]?.message).toContain('has added 2 MB of the 2 MB that there is room for');
    expect(typedIn(page, 'title')).toBe('Third');
    expect(await itemsOf(service, trust)).toHaveLength(2);
  });

  it('is a form cut short on the way', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    const half = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half';
    const response = await cora.send(evidenceFor(trust), 'multipart/form-data; boundary=b', half);
    expect(response.statusCode).toBe(400);
    expect(await itemsOf(service, trust)).toEqual([]);
  });
});

describe('who reads it', () => {
  it('is the organisation alone', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await cora.submit(sectionOf(trust, 'strategic-alignment'), { 'answer-SA1': 'mostly-agree', 'revision-SA1': '0' });
    await cora.upload(evidenceFor(trust), { title: 'Inner paper' }, { name: 'a.pdf', content: pdf() });
    const item = await onlyItemOf(service, trust);
    const addresses = [
      evidenceFor(trust),
      paths.evidence(trust, roundId),
      paths.evidenceItem(trust, roundId, item),
      paths.evidenceFile(trust, roundId, item, 1),
    ];
    const contributor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
    const analyst = await signInAs(service, [
      { role: 'analyst' },
      { role: 'programme-manager' },
      { role: 'administrator' },
    ]);
    const neighbour = await coordinatorOf(service, nextTrust(), 'Nell Example');
    for (const address of addresses) {
      expect((await contributor.get(address)).statusCode).toBe(200);
      expect((await analyst.get(address)).statusCode).toBe(403);
      expect((await neighbour.get(address)).statusCode).toBe(403);
    }
    expect((await analyst.get(sectionOf(trust, 'strategic-alignment'))).statusCode).toBe(403);
    const trail = await service.database
      .selectFrom('audit_event')
      .select('detail')
      .where('chain', '=', `evidence:${item}`)
      .execute();
    expect(JSON.stringify(trail)).not.toContain('Inner paper');
    expect((await contributor.get(paths.removeEvidence(trust, roundId, item))).statusCode).toBe(403);
  });

  it('does not reach the evidence of another organisation through an own address', async () => {
    const trust = nextTrust();
    await (await coordinatorOf(service, trust)).upload(evidenceFor(trust), {}, { name: 'a.pdf', content: pdf() });
    const other = nextTrust();
    const nell = await coordinatorOf(service, other, 'Nell Example');
    const item = await onlyItemOf(service, trust);
    expect((await nell.get(paths.evidenceFile(other, roundId, item, 1))).statusCode).toBe(404);
    const stolen = await nell.submit(evidenceFor(other), { use: item }, `${evidenceFor(other)}/uses`);
    expect(stolen.statusCode).toBe(422);
  });
});

describe('an item', () => {
  it('gets another version, and two people at once see both', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await cora.upload(evidenceFor(trust), { title: 'Plan' }, { name: 'a.pdf', content: pdf('first') });
    const item = await onlyItemOf(service, trust);
    const address = paths.evidenceItem(trust, roundId, item);
    const later = { title: 'Plan', expires: '1 May 2099', version: '1' };
    const changed = await cora.upload(address, later, { name: 'b.pdf', content: pdf('second') });
    expect(changed.statusCode).toBe(303);
    const page = await cora.read(address);
    expect(page.table('Versions').map(([version]) => version)).toEqual(['2', '1']);
    expect((await cora.get(paths.evidenceFile(trust, roundId, item, 1))).rawPayload).toEqual(pdf('first'));
    const late = readPage(await cora.submit(address, { title: 'Plan of 2018', version: '1' }), 409);
    expect(late.errors[0]?.message).toContain('Cora Example has saved version 2');
    expect(typedIn(late, 'title')).toBe('Plan of 2018');
    expect((await cora.submit(address, { title: 'Plan', expires: '1 May 2099', version: '2' })).statusCode).toBe(303);
    expect((await cora.read(address)).table('Versions')).toHaveLength(2);
  });

  it('is removed with a reason: its bytes are gone, its record stays', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await cora.upload(evidenceFor(trust), { title: 'Names' }, { name: 'a.pdf', content: pdf('names of patients') });
    const item = await onlyItemOf(service, trust);
    const remove = paths.removeEvidence(trust, roundId, item);
    expect(readPage(await cora.submit(remove, { reason: ' ' }), 422).errors[0]?.message).toBe(
      'Enter why it is removed',
    );
    expect((await cora.submit(remove, { reason: 'It names patients' })).statusCode).toBe(303);
    const page = await cora.read(paths.evidenceItem(trust, roundId, item));
    expect(page.fact('Removed').text).toMatch(/By Cora Example on .*: It names patients/);
    expect((await cora.get(paths.evidenceFile(trust, roundId, item, 1))).statusCode).toBe(404);
    const left = await service.database
      .selectFrom('evidence_piece')
      .select('number')
      .where('organisation_id', '=', trust)
      .execute();
    expect(left).toEqual([]);
    // The same file may come again, as something new.
    await cora.upload(evidenceFor(trust), { title: 'Again' }, { name: 'a.pdf', content: pdf('names of patients') });
    expect(await itemsOf(service, trust)).toHaveLength(2);
  });
});
