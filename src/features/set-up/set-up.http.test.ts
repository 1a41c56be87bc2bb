import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { runLdr } from '../../cli/run-ldr.ts';
import { recordingTerminal } from '../../cli/testing/recording-terminal.ts';
import { paths } from '../../paths.ts';
import { readSetUp } from './read-set-up.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

async function check() {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment });
  return { exitCode: await runLdr(['setup', 'check'], terminal), printed: terminal.printed() };
}

const stateOf = async (id: string) =>
  (await readSetUp({ ...service.context, settings: service.app.settings.current })).find((step) => step.id === id)
    ?.state ?? '';
const countIn = (state: string) => Number(/^\d+/.exec(state)?.[0]);

it('says what is missing, on its page, in My work and by a command, until it is there', async () => {
  const visitor = await signInAs(service, [{ role: 'administrator' }, { role: 'programme-manager' }]);
  expect((await visitor.read(paths.workspace())).section('Waiting for you').links).toContain('Set up the service');
  const page = (await visitor.get(paths.programmeSetUp())).body;
  for (const line of [
    '1 administrator has none',
    'None is set up, so nobody is written to',
    'Nobody is named',
    'None was brought in',
    'start the service with BACKUP_DIR',
    'have no authorising executive: ',
    'was due on 15 December 2017',
    'was due on 30 June 2016',
  ]) {
    expect(page).toContain(line);
  }
  expect(page).toContain('12 of 13 things are missing');
  const { exitCode, printed } = await check();
  expect(exitCode).toBe(1);
  expect(printed).toContain('Missing  Second factor of every administrator: 1 administrator has none');
  expect(printed).toMatch(/^ {9}http\S+\/account$/m);
  expect(printed).toContain(paths.serviceSettings());
});

it.each([
  ['executives', { role: 'executive', scopeId: 'RL4' }],
  ['leads', { role: 'lead', scopeId: 'footprint:doncaster' }],
  ['reviewers', { role: 'reviewer', scopeId: 'region:Y54' }],
] as const)(
  'counts one place less without %s once a role is given there, and one more when it ends',
  async (id, grant) => {
    const placeId =
      id === 'executives'
        ? grant.scopeId
        : ((
            await service.database
              .selectFrom('area_record')
              .select('area_id')
              .where(id === 'leads' ? 'slug' : 'code', '=', grant.scopeId.split(':')[1] ?? '')
              .where('kind', '=', id === 'leads' ? 'footprint' : 'region')
              .executeTakeFirstOrThrow()
          ).area_id ?? '');
    const before = countIn(await stateOf(id));
    expect(before).toBeGreaterThan(1);
    await signInAs(service, [{ role: grant.role, scopeId: placeId }]);
    expect(countIn(await stateOf(id))).toBe(before - 1);
    await service.database
      .updateTable('role_grant')
      .set({ ended_at: new Date() })
      .where('role', '=', grant.role)
      .execute();
    expect(countIn(await stateOf(id))).toBe(before);
  },
);

it('lists the places without somebody, and leads to a form with the place filled in', async () => {
  const visitor = await signInAs(service, [{ role: 'programme-manager' }]);
  const address = paths.placesWithout('coordinator');
  const first = await visitor.read(address);
  const total = Number(/\d+/.exec(await stateOf('coordinators'))?.[0]);
  const caption = `${total} providers without a coordinator, by name`;
  const [[, code = ''] = []] = first.table(caption);
  expect(first.table(caption)).toHaveLength(50);
  expect((await visitor.read(paths.placesWithout('coordinator', { page: '99' }))).table(caption)).toHaveLength(
    total % 50,
  );

  const invitation = paths.invitePerson({ role: 'coordinator', place: code });
  expect((await visitor.read(address)).places).toContain(invitation);
  expect((await visitor.read(invitation)).field('Place').value).toBe(code);
  expect((await visitor.get(invitation)).body).toMatch(
    /<input[^>]*value="coordinator"[^>]*checked|checked[^>]*value="coordinator"/,
  );
  await signInAs(service, [{ role: 'coordinator', scopeId: code }]);
  expect((await visitor.read(address)).places).not.toContain(invitation);
  expect((await visitor.get(paths.placesWithout('analyst'))).statusCode).toBe(404);
});

it('lists a commissioner that nobody can sign for, which must endorse and assesses nothing itself', async () => {
  const visitor = await signInAs(service, [{ role: 'programme-manager' }]);
  const codesWithout = async (role: 'executive' | 'coordinator') => {
    const codes: string[] = [];
    for (let page = 1; page <= 10; page += 1) {
      const { body } = await visitor.get(paths.placesWithout(role, { page: String(page) }));
      codes.push(...[...body.matchAll(/place=([A-Z0-9]+)/g)].map(([, code = '']) => code));
    }
    return new Set(codes);
  };
  const [signing, assessed] = [await codesWithout('executive'), await codesWithout('coordinator')];
  expect([signing.has('02X'), assessed.has('02X')]).toEqual([true, false]);
  expect([...assessed].filter((code) => !signing.has(code))).toEqual([]);
});

it('is for those who run the programme', async () => {
  const visitor = await signInAs(service, [{ role: 'analyst' }]);
  expect((await visitor.get(paths.programmeSetUp())).statusCode).toBe(403);
  expect((await visitor.read(paths.workspace())).text).not.toContain('Set up the service');
});
