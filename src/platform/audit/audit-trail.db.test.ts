import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { type AuditEntry, appendAuditEvent, auditHash, startOfChain } from './audit-trail.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
});

afterAll(() => clone.close());

function entry(chain: string, step: number): AuditEntry {
  return {
    chain,
    action: 'answer.save',
    personId: 'person-1',
    onBehalfOf: 'An organisation',
    at: new Date(Date.UTC(2016, 0, 1, 9, 30, step, 123)),
    detail: { step, text: 'naïve “quotes” and\nlines', nested: { b: 1.5, a: [true, null] }, left: undefined },
  };
}

async function eventsOf(chain: string) {
  return clone.database.selectFrom('audit_event').selectAll().where('chain', '=', chain).orderBy('sequence').execute();
}

/** The first event that does not follow from the one before it, as anybody with the rows can find it; null when all do. */
async function firstBreak(chain: string): Promise<number | null> {
  let previous = startOfChain;
  let expected = 1;
  for (const row of await eventsOf(chain)) {
    const stored: AuditEntry = {
      chain: row.chain,
      action: row.action,
      personId: row.person_id,
      onBehalfOf: row.on_behalf_of,
      at: row.at,
      detail: row.detail as AuditEntry['detail'],
    };
    const isSound =
      row.sequence === expected &&
      row.previous_hash === previous &&
      row.hash === auditHash(stored, row.sequence, row.previous_hash);
    if (!isSound) {
      return expected;
    }
    previous = row.hash;
    expected += 1;
  }
  return null;
}

async function append(chain: string, steps: number): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    await clone.database.transaction().execute((trx) => appendAuditEvent(trx, entry(chain, step)));
  }
}

describe('a chain', () => {
  test('holds its events in order, each following from the one before', async () => {
    await append('in-order', 4);
    const events = await eventsOf('in-order');
    expect(events.map((event) => [event.sequence, (event.detail as { step: number }).step])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(await firstBreak('in-order')).toBeNull();
  });

  test('stands apart from other chains', async () => {
    await append('apart-a', 2);
    await append('apart-b', 1);
    expect((await eventsOf('apart-b')).map(({ sequence }) => sequence)).toEqual([1]);
    expect(await firstBreak('apart-a')).toBeNull();
    expect(await firstBreak('apart-b')).toBeNull();
  });

  test('stays whole when many append at the same time', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (_each, step) =>
        clone.database.transaction().execute(async (trx) => {
          await appendAuditEvent(trx, entry('at-once', step));
          await appendAuditEvent(trx, entry('at-once', step + 100));
        }),
      ),
    );
    expect(await eventsOf('at-once')).toHaveLength(50);
    expect(await firstBreak('at-once')).toBeNull();
  });

  test('has nothing of a transaction that was rolled back', async () => {
    await append('rolled-back', 1);
    const failing = clone.database.transaction().execute(async (trx) => {
      await appendAuditEvent(trx, entry('rolled-back', 2));
      throw new Error('the rest of it failed');
    });
    await expect(failing).rejects.toThrow('the rest of it failed');
    await append('rolled-back', 1);
    expect(await eventsOf('rolled-back')).toHaveLength(2);
    expect(await firstBreak('rolled-back')).toBeNull();
  });
});

describe('what has happened', () => {
  test('cannot be changed or deleted', async () => {
    await append('append-only', 2);
    const change = sql`update audit_event set action = 'other' where chain = 'append-only'`.execute(clone.database);
    await expect(change).rejects.toThrow('never changed or deleted');
    const deletion = sql`delete from audit_event where chain = 'append-only'`.execute(clone.database);
    await expect(deletion).rejects.toThrow('never changed or deleted');
  });

  test.each([
    ['changed detail', sql`update audit_event set detail = '{"step": 9}'`, 3],
    ['another person', sql`update audit_event set person_id = 'person-2'`, 3],
    ['another moment', sql`update audit_event set at = at + interval '1 second'`, 3],
    ['an event taken out', sql`delete from audit_event`, 3],
  ])('shows when it was tampered with all the same: %s', async (change, statement, broken) => {
    const chain = `tampered: ${change}`;
    await append(chain, 5);
    // The database's owner can switch triggers off; the hashes are there for that case.
    await clone.database.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`${statement} where chain = ${chain} and sequence = 3`.execute(trx);
    });
    expect(await firstBreak(chain)).toBe(broken);
  });
});
