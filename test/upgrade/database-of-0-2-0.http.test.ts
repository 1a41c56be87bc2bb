import { sql } from 'kysely';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentDigest, type RoadmapDocument } from '../../src/features/roadmap/index.ts';
import { paths } from '../../src/paths.ts';
import { digestOf } from '../../src/platform/canonical-json.ts';
import { openPool } from '../../src/platform/database/database.ts';
import { lettersOf, visibleText } from '../../src/views/testing/visible-text.ts';
import { readEarlierTables, readRows, type TableRows } from '../database/table-rows.ts';
import { Visitor } from '../database/visitor.ts';
import { readEarlierFile } from './earlier-files.ts';
import {
  addressIn,
  type EarlierPlace,
  publicAddresses,
  publicStatus,
  readers,
  unread,
  workingRoutes,
} from './readers.ts';
import { textsOf } from './texts-of.ts';
import { type Upgraded, upgrade } from './upgraded.ts';

/** Tables of 0.2.0 that its database holds nothing in, and why. */
const emptyTables: Readonly<Record<string, string>> = {
  verification: 'for confirming an address by e-mail, which 0.2.0 never did',
};

let tables: readonly TableRows[];
let service: Upgraded;
let pool: Pool;

beforeAll(async () => {
  tables = await readEarlierTables();
  service = await upgrade();
  pool = openPool(service.store.ownerUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await service.stop();
  await service.store.close();
});

describe('the database of 0.2.0', () => {
  it('has rows in every table, but those named here', async () => {
    const empty = tables.filter(({ lines }) => lines.length === 0).map(({ table }) => table);
    expect(empty).toEqual(Object.keys(emptyTables));
  });

  it('holds invented and real things, so the first start asks what it is for', () => {
    expect(service.refusal).toContain('holds invented and real data together');
  });

  it('leaves every row as it was where rows never change', async () => {
    const { rows } = await sql<{ table: string }>`
      select distinct pg_trigger.tgrelid::regclass::text as table from pg_trigger
      where pg_trigger.tgfoid = 'refuse_change'::regproc`.execute(service.context.database);
    const kept = tables.filter(({ table }) => rows.some((row) => row.table === table));
    expect(kept.length).toBeGreaterThan(10);
    const lost = [];
    for (const { table, columns, lines } of kept) {
      const now = new Set((await readRows(pool, { table, columns })).lines);
      lost.push(...lines.filter((line) => !now.has(line)).map((line) => `${table}: ${line}`));
    }
    expect(lost).toEqual([]);
  });

  it('says of every draft what it said, with no save more', async () => {
    const { lines = [] } = tables.find(({ table }) => table === 'roadmap_history') ?? {};
    const { rows } = await sql<{ saves: number }>`
      select count(*)::int as saves from roadmap_history`.execute(service.context.database);
    expect(rows[0]?.saves).toBe(lines.length);
  });

  it('keeps the digest of every document, and the document that it is of', async () => {
    const { rows } = await sql<{ digest: string; document: RoadmapDocument }>`
      select digest, document from roadmap_version where document is not null
      union all select digest, document from withdrawn_document`.execute(service.context.database);
    const { rows: forms } = await sql<{ digest: string; document: object }>`
      select digest, document from footprint_form_document`.execute(service.context.database);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.map(({ document }) => documentDigest(document))).toEqual(rows.map(({ digest }) => digest));
    expect(forms.map(({ document }) => digestOf(document))).toEqual(forms.map(({ digest }) => digest));
    const known = [...rows, ...forms].map(({ digest }) => digest);
    for (const name of ['frozen-roadmap.json', 'frozen-footprint-form.json'] as const) {
      expect(known).toContain(JSON.parse(await readEarlierFile(name)).digest);
    }
  });

  it('keeps an audit trail that is whole', async () => {
    const { exitCode, printed } = await service.ldr('audit', 'verify');
    expect({ exitCode, printed }).toMatchObject({ exitCode: 0, printed: expect.stringMatching(/^SOUND\n/) });
  });
});

describe('what it held', () => {
  it('gives the very download that 0.2.0 gave', async () => {
    const { body } = await new Visitor(service.app).get(paths.roadmapDownload('wolverhampton', 1));
    expect(body).toBe(await readEarlierFile('roadmap-download.json'));
  });

  it('shows the frozen roadmap to its members with every text, and to anybody without what is withheld', async () => {
    const { document } = JSON.parse(await readEarlierFile('frozen-roadmap.json')) as { document: RoadmapDocument };
    const lead = new Visitor(service.app, '10.7.0.1');
    await lead.become('persona-lead');
    const page = await textOn(lead, paths.readVersion('wolverhampton', 1));
    expect(textsOf(document).filter((text) => !page.includes(lettersOf(shownAs(text))))).toEqual([]);

    const publicPage = await textOn(new Visitor(service.app), paths.publishedVersion('wolverhampton', 1));
    const [open, withheld] = [false, true].map((isWithheld) =>
      textsOf(
        document.sections
          .filter(({ visibility }) => (visibility === 'assured') === isWithheld)
          .map(({ content }) => content),
      ),
    ) as [string[], string[]];
    expect(withheld.length).toBeGreaterThan(0);
    expect(open.filter((text) => !publicPage.includes(lettersOf(shownAs(text))))).toEqual([]);
    expect(withheld.filter((text) => publicPage.includes(lettersOf(text)))).toEqual([]);
  });

  it('shows the frozen footprint form with every text, and its decisions', async () => {
    const { document, endorsements } = JSON.parse(await readEarlierFile('frozen-footprint-form.json'));
    const manager = new Visitor(service.app, '10.7.0.2');
    await manager.become('persona-programme-manager');
    const page = await textOn(manager, paths.footprintForm('sheffield', document.number));
    const texts = [...textsOf(document.form), ...textsOf(document.asked)];
    expect(texts.filter((text) => !page.includes(lettersOf(text)))).toEqual([]);
    const board = await textOn(manager, paths.formation('sheffield'));
    for (const { person_name, person_role } of endorsements) {
      expect(board).toContain(lettersOf(`${person_name}, ${person_role}`));
    }
  });

  it('lets somebody sign in with the password of an old account', async () => {
    const visitor = new Visitor(service.app, '10.7.0.3');
    const fields = { email: 'alex.example@example.nhs.uk', password: 'a long enough password for tests' };
    expect((await visitor.submit(paths.signIn(), fields)).statusCode).toBe(303);
    expect((await visitor.get(paths.roadmap('wolverhampton'))).statusCode).toBe(200);
  });
});

describe('every page', () => {
  let place: EarlierPlace;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    place = await findEarlierPlace();
    for (const [index, personId] of [...new Set(readers.map(([each]) => each))].entries()) {
      const visitor = new Visitor(service.app, `10.7.1.${index + 1}`);
      await visitor.become(personId);
      visitors.set(personId, visitor);
    }
  });

  it('that is public answers', async () => {
    const anyone = new Visitor(service.app, '10.7.2.1');
    const surprises = [];
    for (const url of publicAddresses) {
      const { statusCode } = await anyone.get(addressIn(url, place));
      if (statusCode !== (publicStatus[url] ?? 200)) {
        surprises.push(`${url} answered ${statusCode}`);
      }
    }
    expect(surprises).toEqual([]);
  });

  it('of those who work on it answers one of them, but those named in readers.ts', async () => {
    const unanswered = [];
    for (const url of workingRoutes) {
      if (!(await isRead(url))) {
        unanswered.push(url);
      }
    }
    expect(unanswered.toSorted()).toEqual(Object.keys(unread).toSorted());
  });

  async function isRead(url: string): Promise<boolean> {
    for (const [personId, slug] of readers) {
      const answer = await visitors.get(personId)?.get(addressIn(url, { ...place, slug }));
      expect(answer?.statusCode, `${url} for ${personId}`).toBeLessThan(500);
      if (answer?.statusCode === 200 || answer?.statusCode === 405) {
        return answer.statusCode === 200;
      }
    }
    return false;
  }
});

async function findEarlierPlace(): Promise<EarlierPlace> {
  const { rows } = await sql<Record<'exemplar' | 'upload' | 'proposal' | 'grant', string>>`
    select (select role_grant_id from role_grant_in_force where role = 'coordinator' limit 1) as grant,
           (select exemplar_id from exemplar where state = 'designated' limit 1) as exemplar,
           (select import_upload_id from import_upload where state = 'waiting') as upload,
           (select succession_proposal_id from succession_proposal where state = 'proposed') as proposal`.execute(
    service.context.database,
  );
  const { exemplar = '', upload = '', proposal = '', grant = '' } = rows[0] ?? {};
  const ids = {
    exemplarId: exemplar,
    deploymentId: '',
    riskId: '',
    uploadId: upload,
    proposalId: proposal,
    grantId: grant,
  };
  return { slug: 'wolverhampton', code: 'RL4', ...ids };
}

async function textOn(visitor: Visitor, address: string): Promise<string> {
  const { statusCode, body } = await visitor.get(address);
  expect({ address, statusCode }).toEqual({ address, statusCode: 200 });
  return lettersOf(visibleText(body));
}

/** A mean is shown rounded. */
function shownAs(text: string): string {
  return /^\d+\.\d+$/.test(text) ? Number(text).toFixed(1) : text;
}
