import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceLine } from '../../../../test/builders/practice-line.ts';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { newId } from '../../../platform/ids.ts';
import { organisationTypes } from '../../register/index.ts';
import { importMembers } from '../../roadmap/testing/members.ts';
import { decide, frozenVersion, type Wolverhampton, wolverhampton } from '../../roadmap/testing/wolverhampton.ts';
import { getVersion } from '../../roadmap/versions/version-repository.ts';
import type { LayoutId } from '../read/layouts.ts';
import { importFile } from '../take-in/import-file.ts';

/* A made-up practice that was a member, whose merger a file knows nothing of, while a roadmap waits to be endorsed without it. */

const member = 'Z99905';
const heir = 'Z99909';

let service: TestService;
let manager: Visitor;
let place: Wolverhampton;
let frozen: { readonly versionId: string; readonly digest: string };
let address: string;

async function bringIn(layout: LayoutId, datedOn: string, text: string): Promise<void> {
  const { database, pack, register } = service.context;
  const outcome = await importFile(database, organisationTypes(pack.organisationTypes), {
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date('2016-06-21T09:00:00Z'),
    register,
    datedOn,
    fileName: `${layout}.csv`,
    layout,
    open: async function* () {
      yield Buffer.from(text);
    },
    isWanted: () => true,
    onDifference: () => undefined,
  });
  expect(outcome).toMatchObject({ kind: 'imported' });
}

const line = (code: string, name: string, closedOn = '') => practiceLine({ code, name, closedOn });

const stateOf = async () => (await getVersion(service.database, frozen.versionId)).state;

const isOpen = async () => {
  const { rows } = await sql`
    select from organisation_record where code = ${member} and valid @> date '2016-06-20'`.execute(service.database);
  return rows.length === 1;
};

beforeAll(async () => {
  service = await startTestService('facts');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
  await bringIn('ods-practices', '2016-02-29', line(member, 'DALE SURGERY') + line(heir, 'HEIR SURGERY'));
  const listed = await importMembers(service.context, [`wol,${member},associate,,2016-06-30,,stated,`], '2016-03-01');
  expect(listed).toMatchObject({ kind: 'imported' });
  await bringIn('successors', '2016-04-29', `old_code,new_code,date\n${member},${heir},2016-04-01\n`);
  await bringIn('ods-practices', '2016-04-30', line(member, 'DALE SURGERY', '20160331'));
  place = await wolverhampton(service);
  frozen = await frozenVersion(place);
  await decide(place, place.ccgId, frozen.digest);
  await bringIn('ods-practices', '2016-06-20', line(member, 'DALE SURGERY'));
  const { contradiction_id: id } = await service.database
    .selectFrom('contradiction')
    .select('contradiction_id')
    .executeTakeFirstOrThrow();
  address = paths.contradiction(id);
});
afterAll(() => service.close());

const changes = async () =>
  (await manager.read(address)).section('If you take what the file says').table('What changes in the directory');

it('shows beforehand what taking it would change, and changes nothing', async () => {
  const page = (await manager.read(address)).section('If you take what the file says');
  expect(await changes()).toEqual([['Closing day corrected', '31 March 2016', 'Not recorded', '1']]);
  expect(page.text).toContain('Wolverhampton has other members: Dale Surgery joined on 30 June 2016.');
  expect(page.text).toContain(
    'Version 1 of the roadmap of Wolverhampton goes back to be changed, and 1 decision on it lapses.',
  );
  expect(page.text).toContain('E-mails tell those who write it, and those whose decisions lapse.');
  expect([await isOpen(), await stateOf()]).toEqual([false, 'endorsement']);
  const audited = await service.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', '=', 'roadmap.return-to-draft')
    .execute();
  expect(audited).toEqual([]);
});

it('says that nothing can be told while a file is being brought in', async () => {
  const writer = await service.database.startTransaction().execute();
  try {
    await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(writer);
    expect((await manager.read(address)).text).toContain('The directory is being changed just now');
  } finally {
    await writer.rollback().execute();
  }
});

const take = (shown: string) =>
  manager.submit(address, { seen: '0', shown, decision: 'take', reason: 'They never closed' });

it('is refused where something else would follow from it than its page showed, and changes nothing', async () => {
  const shown = (await manager.read(address)).hidden('shown');
  await decide(place, place.trustId, frozen.digest);
  for (const seen of [shown, '']) {
    const refused = readPage(await take(seen), 409);
    expect(refused.errors[0]?.message).toContain('what follows from taking it is not what your page showed');
    expect(refused.section('If you take what the file says').text).toContain('and 2 decisions on it lapse.');
    expect(refused.text).toContain('They never closed');
  }
  expect([await isOpen(), await stateOf()]).toEqual([false, 'endorsement']);
  expect((await manager.read(paths.contradictions())).table('To be decided: 1')).toHaveLength(1);
});

it('does just that once it is taken', async () => {
  const told = await changes();
  expect((await take((await manager.read(address)).hidden('shown'))).statusCode).toBe(303);
  expect([await isOpen(), await stateOf()]).toEqual([true, 'draft']);
  const { detail } = await service.database
    .selectFrom('audit_event')
    .select('detail')
    .where('action', '=', 'roadmap.return-to-draft')
    .executeTakeFirstOrThrow();
  expect(detail).toMatchObject({ lapsed: expect.arrayContaining([place.ccgId, place.trustId]) });
  expect(told).toHaveLength(1);
  const page = await manager.read(address);
  expect(page.buttons).not.toContain('Record the decision');
  expect(page.text).toContain('What the file says was taken. It is part of the directory');
});
