import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { type AuditEntry, appendAuditEvent } from './audit-trail.ts';
import { anyDetail, anyEntry } from './testing/chains.ts';
import { withTrail } from './trail-repository.ts';
import { verifyTrail } from './verify-trail.ts';

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

async function discrepancies(chain: string) {
  const report = await withTrail(clone.database, (items) => verifyTrail(items, null));
  return report.discrepancies
    .filter((discrepancy) => discrepancy.chain === chain)
    .map(({ kind, first, last }) => `${kind} ${first === last ? first : `${first}-${last}`}`);
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
    expect(await discrepancies('in-order')).toEqual([]);
  });

  test('stands apart from other chains', async () => {
    await append('apart-a', 2);
    await append('apart-b', 1);
    expect((await eventsOf('apart-b')).map(({ sequence }) => sequence)).toEqual([1]);
    expect(await discrepancies('apart-a')).toEqual([]);
    expect(await discrepancies('apart-b')).toEqual([]);
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
    expect(await discrepancies('at-once')).toEqual([]);
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
    expect(await discrepancies('rolled-back')).toEqual([]);
  });
});

describe('what has happened', () => {
  test('cannot be changed or deleted', async () => {
    await append('append-only', 2);
    const change = sql`update audit_event set action = 'other' where chain = 'append-only'`.execute(clone.owner);
    await expect(change).rejects.toThrow('never changed or deleted');
    const deletion = sql`delete from audit_event where chain = 'append-only'`.execute(clone.owner);
    await expect(deletion).rejects.toThrow('never changed or deleted');
  });

  test.each([
    ['changed detail', sql`update audit_event set detail = '{"step": 9}'`, 'changed 3'],
    ['another person', sql`update audit_event set person_id = 'person-2'`, 'changed 3'],
    ['another moment', sql`update audit_event set at = at + interval '1 second'`, 'changed 3'],
    ['a moment that is none', sql`update audit_event set at = 'infinity'`, 'changed 3'],
    ['a moment before all calendars', sql`update audit_event set at = '4000-01-01 BC'`, 'changed 3'],
    ['a detail that is no object', sql`update audit_event set detail = '[1]'`, 'changed 3'],
    ['an event taken out', sql`delete from audit_event`, 'removed 3'],
  ])('shows when it was tampered with all the same: %s', async (change, statement, found) => {
    const chain = `tampered: ${change}`;
    await append(chain, 5);
    await tamper(sql`${statement} where chain = ${chain} and sequence = 3`);
    expect(await discrepancies(chain)).toEqual([found]);
  });

  test('shows events that changed places, second ones at a place, and a chain of which only the head is left', async () => {
    for (const chain of ['swapped', 'doubled', 'bare']) {
      await append(chain, 4);
    }
    await tamper(sql`update audit_event set sequence = -sequence where chain = 'swapped' and sequence in (2, 3)`);
    await tamper(sql`update audit_event set sequence = 5 + sequence where chain = 'swapped' and sequence < 0`);
    expect(await discrepancies('swapped')).toEqual(['reordered 2-3']);
    await tamper(sql`alter table audit_event drop constraint audit_event_pkey`);
    await tamper(sql`insert into audit_event select * from audit_event where chain = 'doubled' and sequence = 2`);
    expect(await discrepancies('doubled')).toEqual(['inserted 2']);
    await tamper(sql`delete from audit_event where chain = 'bare'`);
    expect(await discrepancies('bare')).toEqual(['removed 1-4']);
  });
});

/** The database's owner can switch triggers off; the hashes are there for that case. */
async function tamper(statement: RawBuilder<unknown>): Promise<void> {
  await clone.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await statement.execute(trx);
  });
}

describe('whatever a detail holds', () => {
  test('is read back to the same hash', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry('any', anyDetail), { minLength: 1, maxLength: 20 }), async (entries) => {
        number += 1;
        const chain = `any:${number}`;
        await clone.database.transaction().execute(async (trx) => {
          for (const each of entries) {
            await appendAuditEvent(trx, { ...each, chain });
          }
        });
        expect(await discrepancies(chain)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['numbers', { a: 1.0, b: 1e21, c: 5e-324, d: -0, e: 123456789012345680000, f: 1.7976931348623157e308, g: 0.1 }],
    ['keys that the database puts in another order', { bb: 1, a: 2, '10': 3, '9': 4, é: 5, '': 6, B: 7 }],
    ['text', { a: 'e\u0301 is not é', b: '\u2028\u007f\t', c: '🏥', d: '\\u0041 "quoted"' }],
    ['what JSON leaves out', { a: undefined, b: [undefined, null], c: new Date(0) }],
    ['a key that means something to JavaScript', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
  ])('%s too', async (what, detail) => {
    const chain = `detail: ${what}`;
    await clone.database
      .transaction()
      .execute((trx) => appendAuditEvent(trx, { ...entry(chain, 1), detail: detail as AuditEntry['detail'] }));
    expect(await discrepancies(chain)).toEqual([]);
  });
});
