import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';
import { appendAuditEvent } from '../platform/audit/audit-trail.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let clone: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-audit-'));
  clone = await cloneDatabase('facts');
});
beforeEach(async () => {
  await tamper(sql`delete from audit_event where chain like 'thing:%'`);
  await tamper(sql`delete from audit_chain where chain like 'thing:%'`);
  for (const file of ['checkpoint.json', 'trail.jsonl']) {
    await rm(path.join(folder, file), { force: true });
  }
  await append('thing:1', 3);
  await append('thing:2', 2);
});
afterAll(async () => {
  await clone.close();
  await rm(folder, { recursive: true });
});

async function append(chain: string, events: number): Promise<void> {
  for (let step = 1; step <= events; step += 1) {
    const at = new Date('2016-01-01T09:00:00Z');
    await clone.database
      .transaction()
      .execute((transaction) =>
        appendAuditEvent(transaction, { chain, action: 'step', personId: 'p', onBehalfOf: 'us', at, detail: { step } }),
      );
  }
}

/** As the owner, with the triggers off. */
async function tamper(statement: RawBuilder<unknown>): Promise<void> {
  await clone.owner.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await statement.execute(transaction);
  });
}

async function audit(args: readonly string[], input = '') {
  const environment = { DATABASE_URL: clone.url, SESSION_SECRET: 'x'.repeat(40) };
  const terminal = recordingTerminal({ folder, environment, input });
  const exitCode = await runLdr(['audit', ...args], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const fileText = (name: string) => readFile(path.join(folder, name), 'utf8');

describe('ldr audit verify', () => {
  it('finds the trail sound, and says how much there is and what it cannot see', async () => {
    const { exitCode, printed } = await audit(['verify']);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^SOUND\n {2}\d+ events in \d+ chains\n {2}Digest: [0-9a-f]{64}\n/);
    expect(printed).toContain('Compared with no checkpoint');
  });

  it.each([
    [
      'changed',
      sql`update audit_event set action = 'other' where chain = 'thing:1' and sequence = 2`,
      'Event 2 was changed.',
    ],
    ['removed', sql`delete from audit_event where chain = 'thing:1' and sequence = 2`, 'Event 2 was removed.'],
    [
      'put in',
      sql`insert into audit_event select chain, 4, at, person_id, on_behalf_of, action, detail, previous_hash, hash
          from audit_event where chain = 'thing:1' and sequence = 3`,
      'Event 4 was put in',
    ],
    [
      'cut off with its head left',
      sql`delete from audit_event where chain = 'thing:1' and sequence > 1`,
      'Events 2 to 3 were removed.',
    ],
    ['without its head', sql`delete from audit_chain where chain = 'thing:1'`, 'do not agree'],
  ])('names the chain and the place of an event %s', async (_what, statement, said) => {
    await tamper(statement);
    const { exitCode, printed } = await audit(['verify']);
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/^NOT SOUND\n/);
    expect(printed).toContain('  thing:1\n    ');
    expect(printed).toContain(said);
    expect(printed).not.toContain('thing:2');
  });

  it('needs no more than to read', async () => {
    const reader = new URL(clone.url);
    [reader.username, reader.password] = ['reader', 'secret'];
    await sql`create role reader login password 'secret'`.execute(clone.owner);
    await sql`grant select on audit_event, audit_chain to reader`.execute(clone.owner);
    const terminal = recordingTerminal({ environment: { DATABASE_URL: reader.href, SESSION_SECRET: 'x'.repeat(40) } });
    expect(await runLdr(['audit', 'verify'], terminal)).toBe(0);
  });

  it('says that there is no trail in an empty database', async () => {
    const empty = new URL(clone.url);
    empty.pathname = '/postgres';
    const environment = { DATABASE_URL: empty.href, SESSION_SECRET: 'x'.repeat(40) };
    const terminal = recordingTerminal({ folder, environment });
    expect(await runLdr(['audit', 'verify'], terminal)).toBe(2);
    expect(terminal.complained()).toContain('This database holds no audit trail yet');
  });
});

describe('a checkpoint', () => {
  it('passes as long as the trail only grows', async () => {
    const made = await audit(['digest', '--write', 'checkpoint.json']);
    expect(made.exitCode).toBe(0);
    const digest = /^Digest: ([0-9a-f]{64})\n/.exec(made.printed)?.[1];
    expect(JSON.parse(await fileText('checkpoint.json'))).toMatchObject({ digest });
    expect((await stat(path.join(folder, 'checkpoint.json'))).mode.toString(8)).toMatch(/600$/);
    await append('thing:1', 2);
    await append('thing:3', 1);
    const { exitCode, printed } = await audit(['verify', '--against', 'checkpoint.json']);
    expect(exitCode).toBe(0);
    expect(printed).toContain('is there, unchanged');
  });

  it.each([
    [
      'the end of a chain, with its head put back',
      [
        sql`delete from audit_event where chain = 'thing:1' and sequence > 1`,
        sql`update audit_chain set sequence = 1, hash = (select hash from audit_event where chain = 'thing:1' and sequence = 1)
            where chain = 'thing:1'`,
      ],
      'Events 2 to 3, which the checkpoint names, were cut off.',
    ],
    [
      'a whole chain',
      [sql`delete from audit_event where chain = 'thing:1'`, sql`delete from audit_chain where chain = 'thing:1'`],
      'Events 1 to 3, which the checkpoint names, were cut off.',
    ],
  ])('shows that somebody cut off %s', async (_what, statements, said) => {
    await audit(['digest', '--write', 'checkpoint.json']);
    for (const statement of statements) {
      await tamper(statement);
    }
    expect((await audit(['verify'])).exitCode).toBe(0);
    const { exitCode, printed } = await audit(['verify', '--against', 'checkpoint.json']);
    expect(exitCode).toBe(1);
    expect(printed).toContain(`  thing:1\n    ${said}`);
  });

  it('is not made of a trail that is not sound, nor in the place of another', async () => {
    await audit(['digest', '--write', 'checkpoint.json']);
    const again = await audit(['digest', '--write', 'checkpoint.json']);
    expect(again.exitCode).toBe(2);
    expect(again.complained).toContain('There is a file of that name already');
    await tamper(sql`delete from audit_event where chain = 'thing:1' and sequence = 2`);
    const unsound = await audit(['digest']);
    expect(unsound.exitCode).toBe(1);
    expect(unsound.complained).toContain('Event 2 was removed.');
  });

  it('that was changed is refused', async () => {
    await audit(['digest', '--write', 'checkpoint.json']);
    await writeFile(
      path.join(folder, 'changed.json'),
      (await fileText('checkpoint.json')).replace('"thing:1",3', '"thing:1",2'),
    );
    const { exitCode, complained } = await audit(['verify', '--against', 'changed.json']);
    expect(exitCode).toBe(2);
    expect(complained).toContain('This is no checkpoint, or it was changed');
    expect((await audit(['verify', '--against', 'absent.json'])).complained).toContain('There is no such file');
  });
});

describe('an export', () => {
  it('is checked without the database, to the same digest', async () => {
    const { printed } = await audit(['verify']);
    expect(await audit(['export', 'trail.jsonl'])).toMatchObject({ exitCode: 0 });
    const text = await fileText('trail.jsonl');
    const terminal = recordingTerminal({ folder, input: text });
    expect(await runLdr(['audit', 'verify', '--file', '-'], terminal)).toBe(0);
    expect(terminal.printed()).toBe(printed);
    expect((await audit(['export', '-'])).printed.split('\n').slice(1)).toEqual(text.trimEnd().split('\n').slice(1));
  });

  it.each([
    ['a moment that is none', sql`update audit_event set at = 'infinity' where chain = 'thing:1' and sequence = 2`],
    ['a place that is none', sql`update audit_event set sequence = -2 where chain = 'thing:1' and sequence = 2`],
  ])('can be made of a trail in which a vandal wrote %s', async (_what, statement) => {
    await tamper(statement);
    expect((await audit(['export', 'trail.jsonl'])).exitCode).toBe(0);
    const { exitCode, printed } = await audit(['verify', '--file', 'trail.jsonl']);
    expect(exitCode).toBe(1);
    expect(printed).toBe((await audit(['verify'])).printed);
  });

  it('shows what was changed in it', async () => {
    await audit(['export', 'trail.jsonl']);
    const text = await fileText('trail.jsonl');
    const half = await audit(
      ['verify', '--file', '-'],
      text.replace('"detail":{"step":2}', '"detail":{"step":"\\ud800"}'),
    );
    expect(half.printed).toContain('Event 2 was changed.');
    const changed = await audit(['verify', '--file', '-'], text.replace('"detail":{"step":2}', '"detail":{"step":4}'));
    expect(changed.exitCode).toBe(1);
    expect(changed.printed).toContain('  thing:1\n    Event 2 was changed.');
    const lines = text.split('\n');
    const shorter = lines.filter(
      (line) => !line.includes('"thing:2","action":"step"') || !line.includes('"sequence":1'),
    );
    expect((await audit(['verify', '--file', '-'], shorter.join('\n'))).printed).toContain('Event 1 was removed.');
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['ends early', (lines) => lines.slice(0, -3), 'The file ends after line'],
    ['is something else', () => ['Dear reader'], 'This is no export of the audit trail'],
    ['has a line that is none', (lines) => lines.with(1, '{"chain":'), 'Line 2 is not as an export writes it'],
    ['goes on after its end', (lines) => [...lines, '{}'], 'is not as an export writes it'],
  ])('that %s is refused', async (_what, change, said) => {
    const text = (await audit(['export', '-'])).printed.split('\n');
    const { exitCode, complained } = await audit(['verify', '--file', '-'], change(text).join('\n'));
    expect(exitCode).toBe(2);
    expect(complained).toContain(said);
  });
});
