import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { practiceLine } from '../../../../test/builders/practice-line.ts';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { JobQueue } from '../../../platform/jobs/job-queue.ts';
import type { DirectoryWork } from './attach-directory-work.ts';
import { decideUpload, type UploadDecision } from './decide-upload.ts';
import { receiveUpload } from './receive-upload.ts';
import type { Upload } from './upload.ts';
import { findUpload } from './upload-repository.ts';
import { type UploadJob, workOnUpload } from './work-on-upload.ts';
import { beginTurn, endTurn, TurnLostError } from './work-turn.ts';

let service: TestService;
let personId: string;
/** The tests take the jobs themselves, at the moment that each is about. */
const queue: JobQueue<UploadJob> = { add: async () => undefined, stop: async () => undefined };
const work: DirectoryWork = { started: async () => queue };

beforeAll(async () => {
  service = await startTestService('facts');
  await signInAs(service, [{ role: 'programme-manager' }]);
  personId = (await service.database.selectFrom('person').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => service.close());

function practice(index: number): string {
  return practiceLine({ code: `Z${String(index).padStart(5, '0')}`, name: `SURGERY ${index}` });
}

/** Enough for a second batch, in which the tests stop the work. */
const ROWS = 1200;
const file = Buffer.from(Array.from({ length: ROWS }, (_, index) => practice(index)).join(''));
let day = 0;
let uploadId: string;

beforeEach(async () => {
  day += 1;
  uploadId = service.context.newId();
  const datedOn = `2016-03-${String(day).padStart(2, '0')}`;
  const upload = {
    uploadId,
    fileName: 'epraccur.csv',
    layout: 'ods-practices' as const,
    datedOn,
    details: null,
    content: file,
  };
  await receiveUpload(service.database, work, { ...upload, personId, at: new Date() });
});

const upload = async (): Promise<Upload> => {
  const found = await findUpload(service.database, uploadId);
  expect(found).not.toBeNull();
  return found as Upload;
};
const state = async () => (await upload()).state;
const never = new AbortController().signal;
const take = (signal = never, isLast = false) =>
  workOnUpload(service.context, [], { data: { uploadId }, isLast, signal });
const decide = (decision: UploadDecision) =>
  decideUpload(service.database, work, { uploadId, decision, personId, onBehalfOf: 'nation', at: new Date() });

async function countPractices(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from organisation where code ~ '^Z[0-9]{5}$'`.execute(service.database);
  return rows[0]?.count ?? 0;
}

/** Has the work wait in the middle of the file until `then` is done. */
async function whileHalfWay(working: () => Promise<unknown>, then: () => Promise<unknown>): Promise<void> {
  await sql`create or replace function wait_half_way() returns trigger language plpgsql as $$
    begin
      if new.code = 'Z01100' then perform pg_advisory_xact_lock(4711); end if;
      return new;
    end $$`.execute(service.owner);
  await sql`create or replace trigger wait_half_way before insert on organisation_record
    for each row execute function wait_half_way()`.execute(service.owner);
  let done: Promise<unknown> = Promise.resolve();
  await service.database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(4711)`.execute(transaction);
    done = working().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await vi.waitFor(async () => expect((await upload()).progress.rows).toBeGreaterThan(0), { timeout: 30_000 });
    await then();
  });
  await done;
  await sql`drop trigger wait_half_way on organisation_record`.execute(service.owner);
}

describe('the work on a file that somebody sent', () => {
  it('can be stopped while the file is checked', async () => {
    await whileHalfWay(take, async () => {
      const { progress, byteCount } = await upload();
      expect(progress.bytes).toBeLessThanOrEqual(byteCount);
      expect(await decide('withdraw')).toEqual({ kind: 'done' });
    });
    expect(await upload()).toMatchObject({ state: 'withdrawn', report: null });
  });

  it('can be stopped while the file is brought in, and leaves nothing behind', async () => {
    await take();
    await decide('confirm');
    await whileHalfWay(take, () => decide('stop'));
    expect(await upload()).toMatchObject({ state: 'waiting', reason: 'stopped', decidedAt: null });
    expect(await countPractices()).toBe(0);
    expect(await countEvents()).toBe(0);
  });

  it('is put back when the service stops, and done by the next', async () => {
    const stopping = new AbortController();
    await whileHalfWay(
      () => take(stopping.signal),
      async () => stopping.abort(new Error('the service stops')),
    );
    expect(await state()).toBe('received');
    await take();
    expect(await upload()).toMatchObject({ state: 'waiting', report: { rowCount: ROWS } });
  });

  it('is taken over from a process that was killed, and is not done twice when that process was not', async () => {
    const lost = await beginTurn(service.database, uploadId, service.context.newId());
    expect(await state()).toBe('checking');
    await take();
    expect(await state()).toBe('waiting');
    expect(lost).not.toBeNull();
    if (lost !== null) {
      const late = service.database
        .transaction()
        .execute((transaction) => endTurn(transaction, lost, { action: 'refuse' }));
      await expect(late).rejects.toThrow(TurnLostError);
    }
    expect(await state()).toBe('waiting');
    await take();
    expect(await state()).toBe('waiting');
  });

  it('is broken off when it ends the process again and again, with a way on', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await beginTurn(service.database, uploadId, service.context.newId());
    }
    await take();
    expect(await upload()).toMatchObject({ state: 'failed', reason: 'broken-off' });
    expect(await decide('retry')).toEqual({ kind: 'done' });
    await take();
    expect(await state()).toBe('waiting');
  });

  it('says when something went wrong, keeps nothing, and can be tried again', async () => {
    await take();
    await decide('confirm');
    await sql`create function refuse_record() returns trigger language plpgsql as $$
      begin raise exception 'no room'; end $$`.execute(service.owner);
    await sql`create trigger refuse_record before insert on organisation_record execute function refuse_record()`.execute(
      service.owner,
    );
    await take();
    await sql`drop trigger refuse_record on organisation_record`.execute(service.owner);
    expect(await upload()).toMatchObject({ state: 'failed', reason: 'error', decidedAt: null });
    expect(await countPractices()).toBe(0);
    await decide('retry');
    await take();
    expect(await state()).toBe('waiting');
  });

  it('brings a confirmed file in once, whoever takes the job', async () => {
    await take();
    await decide('confirm');
    await Promise.all([take(), take()]);
    await take();
    expect(await state()).toBe('imported');
    expect(await countPractices()).toBe(ROWS);
    expect(await countEvents()).toBe(1);
  });
});

async function countEvents(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from audit_event where action = 'file-imported'`.execute(service.database);
  return rows[0]?.count ?? 0;
}
