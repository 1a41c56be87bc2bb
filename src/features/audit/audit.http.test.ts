import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { type PageReader, readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import { readCheckpoint } from '../../platform/audit/checkpoint.ts';

let service: TestService;
let administrator: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  administrator = await signInAs(service, [{ role: 'administrator' }], { personId: 'admin', name: 'Robin Keeper' });
  for (let step = 1; step <= 120; step += 1) {
    await append('thing:many', new Date(Date.UTC(2017, 2, 30, 23, step)), { step });
  }
});

afterAll(() => service.close());

function append(chain: string, at: Date, detail: Record<string, unknown>): Promise<void> {
  return service.database.transaction().execute((transaction) =>
    appendAuditEvent(transaction, {
      chain,
      action: 'roadmap.save',
      personId: 'admin',
      onBehalfOf: 'Administrator, national team',
      at,
      detail,
    }),
  );
}

describe('the audit page', () => {
  it('says how much there is, and that it was never checked', async () => {
    const page = await administrator.read(paths.audit());
    expect(page.text).toMatch(/12\d events in \d+ chains/);
    expect(page.fact('Last check on this page').text).toBe('Never checked here');
    expect((await administrator.read(paths.workspace())).link('Audit trail')).toBe(paths.audit());
  });

  it('lists events in words, newest first, each once over all pages', async () => {
    const seen: number[] = [];
    let address: string | undefined = paths.audit({ chain: 'thing:many' });
    while (address !== undefined) {
      const page: PageReader = await administrator.read(address);
      for (const cells of page.table('120 events, newest first')) {
        const [, what, who] = cells;
        seen.push(Number(/, event (\d+)/.exec(cells.join(' '))?.[1]));
        expect(what).toContain('Saved the roadmap');
        expect(who).toBe('Robin Keeper (Administrator, national team)');
      }
      address = page.links.includes('Older events') ? page.link('Older events') : undefined;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_each, index) => 120 - index));
  });

  it.each([
    ['a kind of chain', { chain: 'thing' }],
    ['a person', { person: 'robin', chain: 'thing' }],
    ['a person by address', { person: 'ADMIN@', chain: 'thing' }],
    // From a quarter past midnight in London, which is an hour ahead by then, until one in the morning.
    ['a day in London', { day: '2017-03-31', chain: 'thing' }],
  ])('shows what was asked for: %s', async (_what, query) => {
    expect((await administrator.read(paths.audit(query))).table('120 events, newest first')).not.toEqual([]);
  });

  it.each([
    ['nobody', { person: '%' }],
    ['the day before', { day: '2017-03-30', chain: 'thing' }],
    ['a chain that is none', { chain: "x' or true --" }],
  ])('shows no event where none is asked for: %s', async (_what, query) => {
    expect((await administrator.read(paths.audit(query))).section('Audit trail').text).toContain('No event matches');
  });

  it('says what is wrong with a day, and takes a place that is none for the start', async () => {
    const wrong = readPage(await administrator.get(paths.audit({ day: '31/02/2017' })), 422);
    expect(wrong.errors).toEqual([{ field: 'Day', message: expect.stringContaining('The day must') }]);
    expect((await administrator.get(paths.audit({ before: 'nonsense' }))).statusCode).toBe(200);
  });

  it('gives a checkpoint of the trail as it is', async () => {
    const { body, headers } = await administrator.get(paths.auditCheckpoint());
    expect(headers['content-disposition']).toMatch(/attachment; filename="audit-checkpoint-\d{4}-\d\d-\d\d.json"/);
    expect(readCheckpoint(body)?.heads.get('thing:many')).toMatchObject({ sequence: 120 });
  });

  it('checks the trail, and keeps in it who did and what came of it', async () => {
    expect((await administrator.submit(paths.audit(), {}, paths.checkAudit())).statusCode).toBe(303);
    const page = await administrator.read(paths.audit());
    expect(page.told).toBe('The audit trail is sound.');
    expect(page.fact('Last check on this page').text).toMatch(/^Sound\. .*, by Robin Keeper, over 12\d events$/);
    const [newest] = page.table('130 events, newest first');
    expect(newest?.[1]).toContain('Checked the audit trail');
  });

  it('says what was tampered with, and gives no checkpoint then', async () => {
    await append('thing:touched', new Date('2017-04-01T09:00:00Z'), {});
    await service.owner.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update audit_event set on_behalf_of = 'somebody' where chain = 'thing:touched'`.execute(transaction);
    });
    await administrator.submit(paths.audit(), {}, paths.checkAudit());
    const page = await administrator.read(paths.audit());
    expect(page.fact('Last check on this page').text).toContain('Not sound: 1 fault found');
    expect(page.told).toBe('');
    expect(page.section('What the check found').text).toContain('Chain thing:touched: Event 1 was changed.');
    const refused = await administrator.get(paths.auditCheckpoint());
    expect(readPage(refused, 409).link('Go to the audit trail')).toBe(paths.audit());
  });

  it('shows a moment that is none as that', async () => {
    await append('thing:timeless', new Date('2017-04-02T09:00:00Z'), {});
    await service.owner.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update audit_event set at = 'infinity' where chain = 'thing:timeless'`.execute(transaction);
    });
    const [newest] = (await administrator.read(paths.audit())).table('133 events, newest first');
    expect(newest?.[0]).toBe('At no moment there is');
  });

  it('is for those who answer for the service', async () => {
    for (const role of ['analyst', 'programme-manager'] as const) {
      const visitor = await signInAs(service, [{ role }]);
      expect((await visitor.get(paths.audit())).statusCode).toBe(role === 'analyst' ? 403 : 200);
      expect((await visitor.read(paths.workspace())).places.includes(paths.audit())).toBe(role !== 'analyst');
    }
  });

  it('leaves a trail that is too large to the command', async () => {
    await service.owner.transaction().execute(async (transaction) => {
      await sql`insert into audit_chain values ('thing:huge', 5000000, '')`.execute(transaction);
    });
    const refused = readPage(await administrator.submit(paths.audit(), {}, paths.checkAudit()), 409);
    expect(refused.section('Something has changed').text).toContain('Up to 50,000 are checked here');
  });
});
