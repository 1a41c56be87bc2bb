import type pg from 'pg';
import { buildApp } from '../src/compose.ts';
import { paths } from '../src/paths.ts';
import { timesWhenArrivingEvenly, within } from './evenly.ts';
import { addManyPeople } from './many-people.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const SECONDS = 6;

/** How many ask for a page in a second, and within what time 95 in 100 of them must have it. */
interface Load {
  readonly perSecond: number;
  readonly mostMilliseconds: number;
}

/** A hundred in a second, of those who write. */
const ofMany: Load = { perSecond: 100, mostMilliseconds: 50 };
/** Those who look after everybody are few, and their pages are long. */
const ofFew: Load = { perSecond: 10, mostMilliseconds: 100 };

const PEOPLE = 2000;

/** As many organisations at least are there to be listed. */
const ORGANISATIONS = 240;

type App = Awaited<ReturnType<typeof buildApp>>;

/** A page that people are on while they work, and the persona whose work it is. */
const pages: readonly (Load & { readonly name: string; readonly person: string; readonly url: string })[] = [
  { ...ofMany, name: 'work list', person: 'persona-coordinator', url: paths.workspace() },
  { ...ofMany, name: 'task list', person: 'persona-contributor', url: paths.assessment('RL4', 'dmsa-2017') },
  {
    ...ofMany,
    name: 'section',
    person: 'persona-coordinator',
    url: paths.assessmentSection('RL4', 'dmsa-2017', 'strategic-alignment'),
  },
  {
    ...ofMany,
    name: 'roadmap overview',
    person: 'persona-editor-gloucestershire',
    url: paths.roadmap('gloucestershire'),
  },
  // Read on signing and now and then, not at each step of the work.
  {
    ...ofFew,
    name: 'report',
    person: 'persona-coordinator-signed',
    url: paths.organisationReport('R1E', 'dmsa-2017'),
  },
  { ...ofFew, name: 'people', person: 'persona-programme-manager', url: paths.people() },
  { ...ofFew, name: 'coverage of every provider', person: 'persona-programme-manager', url: paths.coverage() },
  { ...ofFew, name: 'coverage of every roadmap', person: 'persona-programme-manager', url: paths.planCoverage() },
  { ...ofFew, name: 'work list of the programme office', person: 'persona-programme-manager', url: paths.workspace() },
];

/** Pages of a signed-in person, which are made for each of them anew: asked for so many times a second, arriving evenly. */
export async function benchSignedInPages(): Promise<BenchRow[]> {
  const store = await throwAwayDatabase({ DEMO: '1' });
  await addManyPeople(store.pool, PEOPLE, 'contributor');
  await store.owner.query('analyze');
  const size = await sizeOf(store.owner);
  const app = await buildApp(store.context, 'a-secret-for-measuring-0123456789', store.changes);
  try {
    const rows: BenchRow[] = [];
    for (const { name, person, url, perSecond, mostMilliseconds } of pages) {
      const cookie = await signIn(app, person);
      const read = () => readPage(app, url, cookie);
      await timesWhenArrivingEvenly(perSecond / 2, 1, read);
      const before = process.cpuUsage();
      const times = await timesWhenArrivingEvenly(perSecond, SECONDS, read);
      const { user, system } = process.cpuUsage(before);
      const worked = (user + system) / 1000 / times.length;
      const most = within(0.95, times);
      rows.push({
        name: `Signed in: ${name} (${size}), ${perSecond} a second, 95 in 100 within`,
        ours: `${most.toFixed(1)} ms (half within ${within(0.5, times).toFixed(1)} ms; ${worked.toFixed(1)} ms of this process each)`,
        against: `${mostMilliseconds} ms at most`,
        ratio: mostMilliseconds / most,
        toReach: 1,
      });
    }
    return rows;
  } finally {
    await app.close();
    await store.remove();
  }
}

/** How much the pages have to do with, in words. */
async function sizeOf(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ people: number; organisations: number }>(
    `select (select count(*)::integer from person) as people,
       (select count(distinct organisation_id)::integer from organisation_record where valid @> '2017-11-30'::date) as organisations`,
  );
  const { people, organisations } = rows[0] ?? { people: 0, organisations: 0 };
  if (people < PEOPLE || organisations < ORGANISATIONS) {
    throw new Error(`there are ${people} people and ${organisations} organisations only`);
  }
  return `${people} people, ${organisations} organisations`;
}

async function readPage(app: App, url: string, cookie: string): Promise<void> {
  const { statusCode } = await app.inject({ url, headers: { cookie, 'accept-encoding': 'br' } });
  if (statusCode !== 200) {
    throw new Error(`${url} answered ${statusCode}`);
  }
}

async function signIn(app: App, person: string): Promise<string> {
  const form = await app.inject({ url: paths.personas() });
  const token = /name="_csrf" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  const signedIn = await app.inject({
    method: 'POST',
    url: paths.personas(),
    headers: { cookie: cookiesOf(form.cookies), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, person }).toString(),
  });
  if (signedIn.statusCode !== 303) {
    throw new Error(`${person} was not signed in: ${signedIn.statusCode}`);
  }
  return cookiesOf(signedIn.cookies.filter(({ value }) => value !== ''));
}

function cookiesOf(cookies: readonly { readonly name: string; readonly value: string }[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
