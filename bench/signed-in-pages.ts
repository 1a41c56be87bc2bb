import { buildApp } from '../src/compose.ts';
import { paths } from '../src/paths.ts';
import { timesWhenArrivingEvenly, within } from './evenly.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const PER_SECOND = 100;
const SECONDS = 6;
const MOST_MILLISECONDS = 50;

type App = Awaited<ReturnType<typeof buildApp>>;

/** A page that people are on while they work, and the persona whose work it is. */
const pages: readonly { readonly name: string; readonly person: string; readonly url: string }[] = [
  { name: 'work list', person: 'persona-coordinator', url: paths.workspace() },
  { name: 'task list', person: 'persona-contributor', url: paths.assessment('RL4', 'dmsa-2015') },
  {
    name: 'section',
    person: 'persona-coordinator',
    url: paths.assessmentSection('RL4', 'dmsa-2015', 'strategic-alignment'),
  },
  { name: 'roadmap overview', person: 'persona-editor-gloucestershire', url: paths.roadmap('gloucestershire') },
];

/** Pages of a signed-in person, which are made for each of them anew: a hundred asked for in a second, arriving evenly. */
export async function benchSignedInPages(): Promise<BenchRow[]> {
  const store = await throwAwayDatabase({ DEMO: '1' });
  const app = await buildApp(store.context, 'a-secret-for-measuring-0123456789');
  try {
    const rows: BenchRow[] = [];
    for (const { name, person, url } of pages) {
      const cookie = await signIn(app, person);
      const read = () => readPage(app, url, cookie);
      await timesWhenArrivingEvenly(PER_SECOND / 2, 1, read);
      const times = await timesWhenArrivingEvenly(PER_SECOND, SECONDS, read);
      const most = within(0.95, times);
      rows.push({
        name: `Signed in: ${name}, ${PER_SECOND} a second, 95 in 100 within`,
        ours: `${most.toFixed(1)} ms (half within ${within(0.5, times).toFixed(1)} ms)`,
        against: `${MOST_MILLISECONDS} ms at most`,
        ratio: MOST_MILLISECONDS / most,
        toReach: 1,
      });
    }
    return rows;
  } finally {
    await app.close();
    await store.remove();
  }
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
