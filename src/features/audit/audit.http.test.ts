import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
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

const eventNumbers = (body: string) =>
  [...body.matchAll(/, event (?:<!-- -->)?(\d+)/g)].map(([, number]) => Number(number));

describe('the audit page', () => {
  it('says how much there is, and that it was never checked', async () => {
    const { body, statusCode } = await administrator.get(paths.audit());
    expect(statusCode).toBe(200);
    expect(body).toMatch(/12\d events in \d+ chains/);
    expect(body).toContain('Never checked here');
    expect((await administrator.get(paths.workspace())).body).toContain(`href="${paths.audit()}"`);
  });

  it('lists events in words, newest first, each once over all pages', async () => {
    const seen: number[] = [];
    let address: string | undefined = paths.audit({ chain: 'thing:many' });
    while (address !== undefined) {
      const { body }: { body: string } = await administrator.get(address);
      expect(body).toContain('Saved the roadmap');
      expect(body).toContain('Robin Keeper (Administrator, national team)');
      seen.push(...eventNumbers(body));
      address = /href="([^"]*)"[^>]*>Older events/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_each, index) => 120 - index));
  });

  it.each([
    ['a kind of chain', { chain: 'thing' }, '120 events'],
    ['a person', { person: 'robin', chain: 'thing' }, '120 events'],
    ['a person by address', { person: 'ADMIN@', chain: 'thing' }, '120 events'],
    ['nobody', { person: '%' }, 'No event matches'],
    // From a quarter past midnight in London, which is an hour ahead by then, until one in the morning.
    ['a day in London', { day: '2017-03-31', chain: 'thing' }, '120 events'],
    ['the day before it', { day: '2017-03-30', chain: 'thing' }, 'No event matches'],
    ['a chain that is none', { chain: "x' or true --" }, 'No event matches'],
  ])('shows what was asked for: %s', async (_what, query, said) => {
    expect((await administrator.get(paths.audit(query))).body).toContain(said);
  });

  it('says what is wrong with a day, and takes a place that is none for the start', async () => {
    const { statusCode, body } = await administrator.get(paths.audit({ day: '31/02/2017' }));
    expect(statusCode).toBe(422);
    expect(body).toContain('Enter a real day');
    expect((await administrator.get(paths.audit({ before: 'nonsense' }))).statusCode).toBe(200);
  });

  it('gives a checkpoint of the trail as it is', async () => {
    const { body, headers } = await administrator.get(paths.auditCheckpoint());
    expect(headers['content-disposition']).toMatch(/attachment; filename="audit-checkpoint-\d{4}-\d\d-\d\d.json"/);
    expect(readCheckpoint(body)?.heads.get('thing:many')).toMatchObject({ sequence: 120 });
  });

  it('checks the trail, and keeps in it who did and what came of it', async () => {
    expect((await administrator.submit(paths.audit(), {}, paths.checkAudit())).statusCode).toBe(303);
    const { body } = await administrator.get(paths.audit());
    expect(body).toContain('The audit trail is sound.');
    expect(body).toMatch(/Sound\. [^<]*, by Robin Keeper, over 12\d events/);
    expect(body).toContain('Checked the audit trail');
  });

  it('says what was tampered with, and gives no checkpoint then', async () => {
    await append('thing:touched', new Date('2017-04-01T09:00:00Z'), {});
    await service.owner.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update audit_event set on_behalf_of = 'somebody' where chain = 'thing:touched'`.execute(transaction);
    });
    await administrator.submit(paths.audit(), {}, paths.checkAudit());
    const { body } = await administrator.get(paths.audit());
    expect(body).toContain('Not sound: 1 fault found');
    expect(body).not.toContain('nhsuk-notification-banner--success');
    expect(body.replaceAll('<!-- -->', '')).toContain('Chain thing:touched: Event 1 was changed.');
    const refused = await administrator.get(paths.auditCheckpoint());
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toMatch(new RegExp(`href="${paths.audit()}"[^>]*>\\s*Go to the audit trail`));
  });

  it('shows a moment that is none as that', async () => {
    await append('thing:timeless', new Date('2017-04-02T09:00:00Z'), {});
    await service.owner.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update audit_event set at = 'infinity' where chain = 'thing:timeless'`.execute(transaction);
    });
    expect((await administrator.get(paths.audit())).body).toContain('At no moment there is');
  });

  it('is for those who answer for the service', async () => {
    for (const role of ['analyst', 'programme-manager'] as const) {
      const visitor = await signInAs(service, [{ role }]);
      expect((await visitor.get(paths.audit())).statusCode).toBe(role === 'analyst' ? 403 : 200);
      expect((await visitor.get(paths.workspace())).body.includes(paths.audit())).toBe(role !== 'analyst');
    }
  });

  it('leaves a trail that is too large to the command', async () => {
    await service.owner.transaction().execute(async (transaction) => {
      await sql`insert into audit_chain values ('thing:huge', 5000000, '')`.execute(transaction);
    });
    const { statusCode, body } = await administrator.submit(paths.audit(), {}, paths.checkAudit());
    expect(statusCode).toBe(409);
    expect(body).toContain('Up to 50,000 are checked here');
  });
});
