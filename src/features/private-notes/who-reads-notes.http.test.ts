import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type GrantToHold, signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';
import { answerAll, sectionOf } from '../assessment/testing/pages.ts';
import { realInstrument, roundId } from '../assessment/testing/real-instrument.ts';
import { getPlacement } from '../directory/index.ts';
import { type Role, roleLabels, rolesFor, scopeOfRole } from '../identity/index.ts';
import { begin, notesOf, type Pair, pairOf } from './testing/note-steps.ts';

let service: TestService;
let now = new Date('2015-12-03T10:00:00Z');

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
});
afterAll(() => service.close());

describe('nobody else', () => {
  const secret = 'Plum stones in the north wing';
  let pair: Pair;
  let grants: Record<Role, GrantToHold>;

  /** An assessment that is signed, and written about before and after. */
  beforeAll(async () => {
    const trust = 'RP5';
    pair = await pairOf(service, trust);
    const { ben } = pair;
    await answerAll(ben, await realInstrument(), trust);
    await begin(service, pair, secret, [pair.ashaId]);
    await ben.submit(paths.assessmentRequest(trust, roundId), {});
    const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
    const address = paths.assessmentAuthorise(trust, roundId);
    const page = await chief.get(address);
    expectNowhere(page, secret);
    expect(readPage(page, 200).link('Private notes (1 open)')).toBe(paths.privateNotes(trust, roundId));
    const digest = readPage(page, 200).hidden('digest');
    expect((await chief.submit(address, { declaration: 'accepted', digest })).statusCode).toBe(303);
    now = new Date('2016-03-01T10:00:00Z');
    await begin(service, pair, `${secret}, still`);
    const { positionOn } = service.context.pack;
    const placement = await getPlacement(service.database, trust, { day: positionOn, positionOn });
    const scopes: Readonly<Record<string, string>> = {
      organisation: trust,
      footprint: placement.footprintIds[0] ?? '',
      region: placement.regionIds[0] ?? '',
    };
    const roles = Object.keys(roleLabels) as Role[];
    grants = Object.fromEntries(
      roles.map((role) => {
        const scopeId = scopes[scopeOfRole[role]];
        return [role, { role, ...(scopeId === undefined ? {} : { scopeId }) }];
      }),
    ) as Record<Role, GrantToHold>;
  });

  test.each(Object.keys(roleLabels) as Role[])('reads them: %s', async (role) => {
    const visitor = await signInAs(service, [grants[role]]);
    const { trust } = pair;
    const isReader = rolesFor('private-note.read').includes(role);
    // A peer comes from the organisation, and has no part in what is its own.
    expect(isReader).toBe(scopeOfRole[role] === 'organisation' && role !== 'peer');
    const [page, all] = [await visitor.get(notesOf(trust)), await visitor.get(paths.privateNotes(trust, roundId))];
    expect([page.statusCode, all.statusCode]).toEqual(isReader ? [200, 200] : [403, 403]);
    if (isReader) {
      expect(readPage(page, 200).section('Thread 2 Open').text).toContain(`${secret}, still`);
    } else {
      expectNowhere(page, secret);
    }
    const others = [
      sectionOf(trust, 'strategic-alignment'),
      paths.assessment(trust, roundId),
      paths.assessmentResult(trust, roundId),
      paths.assessmentAnswers(trust, roundId),
      paths.assessmentDocuments(trust, roundId),
      paths.workspace(),
      paths.letters(),
      paths.audit(),
      paths.organisation(trust),
    ];
    for (const address of others) {
      expectNowhere(await visitor.get(address), secret);
    }
    const section = await visitor.get(sectionOf(trust, 'strategic-alignment'));
    if (section.statusCode === 200 && !isReader) {
      expectNowhere(section, 'Private notes', `/notes/`);
    }
  });

  it('finds them in any other table, as in letters, on the trail, or in what was signed', async () => {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'thread_step'`.execute(
      service.database,
    );
    const each = tables.rows.map(
      ({ name }) =>
        sql`select ${name}::text as name from ${sql.table(name)} as each where each::text like ${`%${secret}%`}`,
    );
    const { rows } = await sql<{ name: string }>`${sql.join(each, sql` union `)}`.execute(service.database);
    expect(rows).toEqual([]);
  });

  it('changes or deletes them, be it the service itself', async () => {
    for (const table of ['thread', 'thread_step', 'thread_mention'] as const) {
      const refused = /permission denied|append-only|refuse/;
      await expect(sql`delete from ${sql.table(table)}`.execute(service.database)).rejects.toThrow(refused);
      await expect(sql`update ${sql.table(table)} set scope_id = 'X'`.execute(service.database)).rejects.toThrow(
        refused,
      );
    }
  });
});
