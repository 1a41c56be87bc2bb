import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../../../src/compose.ts';
import { publicTables } from '../../../src/database/public-tables.ts';
import { unheardChanges } from '../../../src/platform/database/change-listener.ts';
import { startTestService, type TestService, testSecret } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { findPlace } from '../requests/find-place.ts';
import { publicRoutes } from '../requests/route-addresses.ts';
import { routesForEverybody } from './routes-for-everybody.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('demo');
});
afterAll(() => service.close());

const told = Object.entries(publicTables).flatMap(([name, kind]) => (kind === 'public' ? [name] : []));

describe('tables and views, by whether anything in them is public', () => {
  it('are those of the database', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relname not like 'kysely_%'`.execute(
      service.database,
    );
    expect(Object.keys(publicTables).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  it('tell of each kind of change where they are public, and of none where they are not', async () => {
    // Bits of pg_trigger.tgtype: 4 insert, 8 delete, 16 update, 32 truncate.
    const { rows } = await sql<{ name: string; kinds: number }>`
      select pg_class.relname as name, bit_or(pg_trigger.tgtype & 60)::integer as kinds
      from pg_trigger join pg_class on pg_class.oid = pg_trigger.tgrelid join pg_proc on pg_proc.oid = pg_trigger.tgfoid
      where pg_proc.proname = 'note_public_change' and pg_trigger.tgenabled = 'O'
      group by pg_class.relname`.execute(service.database);
    const tellOfAll = rows.filter(({ kinds }) => kinds === 60).map(({ name }) => name);
    expect(tellOfAll.toSorted()).toEqual(told.toSorted());
    expect(rows).toHaveLength(told.length);
  });

  it('are all that answers for everybody are made of', async () => {
    const views = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`.execute(
      service.database,
    );
    // What only counts changes of other tables, is a view of them, or is shown once another says so, cannot change alone.
    const derived = new Set([
      'directory_change',
      'footprint_form_document',
      'footprint_form_endorsement',
      ...views.rows.map(({ name }) => name),
    ]);
    // Answers of assessments that were submitted, none of which changes any more: that one more was submitted, its own row says.
    const settled = '/insights: answer';
    const kept = Object.keys(publicTables).filter((name) => !told.includes(name) && !derived.has(name));
    const texts = vi.spyOn(pg.Client.prototype, 'query');
    const asked = () => texts.mock.calls.map(([query]) => textOf(query)).join('\n');
    const { app, routes } = await routesForEverybody(() => buildApp(service.context, testSecret, unheardChanges));
    // Once it is ready the service looks for polls to close, which is no part of any answer.
    await vi.waitFor(() => expect(asked()).toMatch(/\bpoll_step\b/), { timeout: 30_000 });
    const visitor = new Visitor(app);
    const place = await findPlace(service.database);
    const published = await service.database
      .selectFrom('publication')
      .innerJoin('area_record', 'area_record.area_id', 'publication.footprint_id')
      .select('area_record.slug')
      .executeTakeFirstOrThrow();
    const read: string[] = [];
    for (const [route, addressOf] of Object.entries(publicRoutes)) {
      if (!routes.has(route)) {
        continue;
      }
      for (const slug of [place.slug, published.slug]) {
        texts.mockClear();
        await visitor.get(addressOf({ ...place, slug }));
        const statements = asked();
        read.push(
          ...kept.filter((name) => new RegExp(`\\b${name}\\b`).test(statements)).map((name) => `${route}: ${name}`),
        );
      }
    }
    texts.mockRestore();
    await app.close();
    expect(read.filter((each) => each !== settled)).toEqual([]);
    expect(routes.size).toBeGreaterThan(30);
  }, 60_000);
});

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : String((query as { text?: unknown }).text);
}
